// Names across alphabets: `Тоқаевтың` meets `Tokayev`.
#pragma once

#include <string>
#include <string_view>

namespace qosar {

/// A word in the one spelling that names of different alphabets share: lower-case Latin, with `q` as `k`, `gh` as
/// `g`, `zh` as `j`, `y` as `i` and so on, doubled letters once.
std::string folded_name(std::string_view word);

/// The first consonants of a folded name, by which likely counterparts are found quickly: `tokaiev` → `tk`.
std::string name_index_key(std::string_view folded);

/// How alike two folded names are, 0 to 1. The longer one may carry a suffix of up to five letters, as Kazakh's
/// case endings do: the shorter one is compared with its beginning. Of two equally long ones either may.
double name_likeness(std::string_view folded_a, std::string_view folded_b);

} // namespace qosar
