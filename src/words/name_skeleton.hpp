// What is left of a name without its vowels.
#pragma once

#include <cstdint>
#include <vector>

#include "qosar/words/names.hpp"

namespace qosar {

/// Numbers for the consonants of a name in classes that alphabets tell apart, for each end that the name may have.
/// Names of fewer than three consonants have none. Two names with a number in common are mostly one name.
std::vector<std::uint64_t> name_skeletons(const FoldedName& name);

} // namespace qosar
