// The words of one side of a pair of texts, and what is known of each without looking at the other side.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/model/range.hpp"
#include "qosar/words/lexicon.hpp"
#include "qosar/words/names.hpp"
#include "qosar/words/sentence_marks.hpp"

namespace qosar {

/// What is known of a token without looking at the other side.
enum class WordClass : std::uint8_t {
    function, ///< so common that it tells nothing
    term,     ///< the lexicon has it
    name,     ///< begins with a capital within a sentence and is not in the lexicon
    number,   ///< or part of a date, unless it is a single word of the lexicon
    unknown   ///< an ordinary word that the lexicon lacks
};

/// What the value of a word means. Months match months only, whether named or numbered.
enum class WordValue : std::uint8_t { none, number, month };

inline constexpr std::uint32_t no_name = UINT32_MAX;

struct Word {
    Range bytes;             ///< of its sentence
    KeyId key = no_key;      ///< in the lexicon's side
    double value = 0;        ///< where it has a meaning
    double per_thousand = 1; ///< documents in 1,000 that hold the word, from the language pack
    float expected = 0;      ///< chance of a counterpart, where training alone knows the word; else 0
    std::uint32_t sentence = 0;
    std::uint32_t name = no_name; ///< index into the side's names, of words that could be names
    WordClass kind = WordClass::unknown;
    WordValue meaning = WordValue::none;
};

/// Documents in 1,000 from which on a word is so common that it tells nothing.
inline constexpr double common_per_thousand = 450;

/// Whether a word tells nothing but what its value says. All words of a key are common, or none.
inline bool is_common(const Word& word) { return word.per_thousand >= common_per_thousand; }

/// One side: all words of all sentences, in order.
struct SideWords {
    std::vector<Word> words;
    std::vector<std::uint32_t> begins; ///< index of each sentence's first word; one more at the end
    std::vector<std::size_t> lengths;  ///< of each sentence, in code points without white space
    std::vector<SentenceMarks> marks;  ///< of each sentence
    std::vector<FoldedName> names;     ///< each spelling once, in the order of first places

    [[nodiscard]] std::size_t sentences() const { return lengths.size(); }
    /// The spelling of a word that could be a name, else null.
    [[nodiscard]] const FoldedName* name_of(const Word& word) const {
        return word.name == no_name ? nullptr : &names[word.name];
    }
    [[nodiscard]] Range words_of(Range range) const { return {begins[range.begin], begins[range.end]}; }
};

/// Linear in the length of the text. `is_first` says which side of the lexicon holds the language.
SideWords read_side_words(const LanguagePack& pack, const std::vector<std::string_view>& sentences,
                          const Lexicon& lexicon, bool is_first);

/// Whether a term stands at this word of a side and behind it, all of it in one sentence.
bool stands_at(const SideWords& side, std::size_t place, Term term);

/// How many documents in 1,000 hold a word: from the pack's frequency table, 1 for words that it lacks.
double documents_per_thousand(const LanguagePack& pack, const std::string& key);

} // namespace qosar
