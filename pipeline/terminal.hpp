// How talk to a person looks: in colour on a terminal, plain anywhere else.
#pragma once

namespace qosar {

/// Escape sequences; all of them empty where colour is not wanted.
struct Colours {
    const char* bold = "";
    const char* dim = "";
    const char* error = "";
    const char* warn = "";
    const char* info = "";
    const char* good = "";
    const char* off = ""; ///< ends any of them
};

/// For stderr: colour where it is a terminal that knows it, unless NO_COLOR (no-color.org) has a value.
Colours stderr_colours();

} // namespace qosar
