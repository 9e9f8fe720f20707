// Names across alphabets: `Тоқаевтың` meets `Tokayev`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace qosar {

/// A word in the one spelling that names of different alphabets share.
struct FoldedName {
    /// Latin letters and digits, doubled letters once. `c` is the sound of ч, `x` that of ш, `j` of ж and дж; `s`
    /// stands for з and ц too, `k` for қ, `g` for ғ, `i` for й and ы.
    std::string letters;
    /// Lengths at which the name may end: whole, and before each Kazakh ending it could carry; the longest first.
    std::vector<std::size_t> ends;
};

/// Folds a word. English possessives (`Tokayev's`) are taken off. Cyrillic goes letter by letter, Latin by the habits
/// of English and German spelling: `sch`, `ph`, `ck`. Other scripts go through ICU.
FoldedName folded_name(std::string_view word);

/// Keys of which two names that are alike share at least one: the classes of the first two consonants, with the
/// alternatives of letters that alphabets render differently (`Hamburg`, `Гамбург`). Sorted, few.
std::vector<std::string> name_index_keys(const FoldedName& name);

/// How alike two names are, 0 to 1: one less the edit distance, by letter of the longer. Sounds that alphabets confuse
/// cost less, and one of the two may carry a Kazakh ending. Names of less than three letters must be equal.
double name_likeness(const FoldedName& a, const FoldedName& b);

/// The likeness from which on two names are taken for one.
inline constexpr double min_name_likeness = 0.8;

/// Whether two words of one language are one name in two spellings: `Tokayev` and `Tokaev`, `Kassym` and `Qasym`,
/// `Kazakhstan's` and `Kazakhstans`. Stricter than `name_likeness`, which allows for endings: letters may only be
/// exchanged or left out where romanisations do so, thus `Marat` is not `Murat`, nor `Ivanov` `Ivanova`.
bool is_same_spelled(std::string_view a, std::string_view b);

} // namespace qosar
