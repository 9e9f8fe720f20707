// Which words of two segmented texts are the same thing: by lexicon, by name, by number, or letter for letter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/model/anchor.hpp"
#include "qosar/model/range.hpp"
#include "qosar/words/lexicon.hpp"
#include "qosar/words/names.hpp"

namespace qosar {

/// What is known of a token without looking at the other side.
enum class WordClass {
    function, ///< so common that it tells nothing
    term,     ///< the lexicon has it
    name,     ///< begins with a capital within a sentence and is not in the lexicon
    number,   ///< or part of a date, unless it is a single word of the lexicon
    unknown   ///< an ordinary word that the lexicon lacks
};

/// What the value of a word means. Months match months only, whether named or numbered.
enum class WordValue { none, number, month };

struct Word {
    Range bytes; ///< of its sentence
    std::uint32_t sentence = 0;
    WordClass kind = WordClass::unknown;
    KeyId key = no_key; ///< in the lexicon's side
    FoldedName folded;  ///< of words that could be names; else without letters
    double value = 0;   ///< where it has a meaning
    WordValue meaning = WordValue::none;
    double expected = 0;     ///< chance of a counterpart, where training alone knows the word; else 0
    double per_thousand = 1; ///< documents in 1,000 that hold the word, from the language pack
};

/// One side: all words of all sentences, in order.
struct SideWords {
    std::vector<Word> words;
    std::vector<std::uint32_t> begins; ///< index of each sentence's first word; one more at the end
    std::vector<std::size_t> lengths;  ///< of each sentence, in code points without white space

    [[nodiscard]] std::size_t sentences() const { return lengths.size(); }
    [[nodiscard]] Range words_of(Range range) const { return {begins[range.begin], begins[range.end]}; }
};

/// Two words that match. `strength` is 0 to 1: 1 for equal numbers and for terms that a person or a dictionary gave,
/// less for trained ones (words/trained.hpp), the likeness for names.
struct WordMatch {
    std::uint32_t first = 0;  ///< index into the first side's words
    std::uint32_t second = 0; ///< index into the second side's
    AnchorKind kind = AnchorKind::term;
    double strength = 1;
};

struct WordMatches {
    SideWords first;
    SideWords second;
    std::vector<WordMatch> matches; ///< sorted by first, then second; no pair twice
};

/// Sentences are given as texts; Linear in the length of both sides but for words that
/// occur very often, which are cut off.
WordMatches match_words(const LanguagePack& first_pack, const std::vector<std::string_view>& first,
                        const LanguagePack& second_pack, const std::vector<std::string_view>& second,
                        const Lexicon& lexicon);

/// Whether a term stands at this word of a side and behind it, all of it in one sentence.
bool stands_at(const SideWords& side, std::size_t place, Term term);

/// How many documents in 1,000 hold a word: from the pack's frequency table, 1 for words that it lacks.
double documents_per_thousand(const LanguagePack& pack, const std::string& key);

} // namespace qosar
