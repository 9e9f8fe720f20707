// The lexicons that were compiled in. The program gets them from what cmake/lexicons.cmake makes; the compiler of
// lexicons itself, which is built before, has none.
#pragma once

#include <cstddef>

namespace qosar {

struct EmbeddedLexicon {
    const char* first_language;
    const char* second_language;
    const char* begin; ///< of a lexicon image
    const char* end;
};

extern const EmbeddedLexicon embedded_lexicons[];
extern const std::size_t embedded_lexicon_count;

} // namespace qosar
