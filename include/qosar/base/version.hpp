// Which Qosar this is.
#pragma once

#include <string>

namespace qosar {

/// Version of the program, such as `0.1.0`. It goes into every manifest.
std::string version();

} // namespace qosar
