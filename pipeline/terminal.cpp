#include "terminal.hpp"

#include <cstdlib>
#include <string_view>

#include <unistd.h>

namespace qosar {

namespace {

std::string_view environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

} // namespace

Colours stderr_colours() {
    if (::isatty(STDERR_FILENO) != 1 || !environment("NO_COLOR").empty() || environment("TERM") == "dumb") {
        return {};
    }
    return {"\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[36m", "\x1b[32m", "\x1b[0m"};
}

} // namespace qosar
