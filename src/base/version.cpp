#include "qosar/base/version.hpp"

namespace qosar {

std::string version() { return QOSAR_VERSION; }

} // namespace qosar
