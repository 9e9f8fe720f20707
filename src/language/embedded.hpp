// The files of languages/ as they were compiled in; made by cmake/languages.cmake.
#pragma once

#include <cstddef>

namespace qosar {

struct EmbeddedFile {
    const char* name; ///< relative to languages/, such as `en/frequency.tsv`
    const char* begin;
    const char* end;
};

extern const EmbeddedFile embedded_files[];
extern const std::size_t embedded_file_count;

} // namespace qosar
