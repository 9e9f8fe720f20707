#include "qosar/text/icu_version.hpp"

#include <unicode/uversion.h>

namespace qosar {

std::string icu_version() {
    UVersionInfo version;
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_getVersion(version);
    u_versionToString(version, text);
    return text;
}

} // namespace qosar
