// Which Unicode data results rest on.
#pragma once

#include <string>

namespace qosar {

/// Version of the ICU that the program runs with, such as `72.1`.
std::string icu_version();

} // namespace qosar
