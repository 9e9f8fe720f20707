// The words in which two articles differ.
#pragma once

#include <string_view>
#include <vector>

#include "qosar/model/duplicate.hpp"

namespace qosar {

/// Compares word by word, without regard to case, in the order of the texts; what was changed stands together.
/// In texts that differ in very long stretches these are not lined up: their words all differ.
std::vector<DifferingWord> differing_words(std::string_view kept, std::string_view dropped);

/// Shared words over all words, both as multisets and without regard to case: 1 for equal texts, 0 for none shared.
double word_overlap(std::string_view a, std::string_view b);

} // namespace qosar
