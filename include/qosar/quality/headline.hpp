// Does a headline belong to its body? Facts for `headline_body_mismatch`, for either side.
//
// A headline word tells the more the fewer documents hold it (language pack, frequency). It is supported when its
// stem stands in the body, a word made from the same root, the words that it abbreviates, or, where it is one of the
// commoner words, a word that shares a translation with it in the lexicon. Case plays no part. Where there is a
// translation, a single word without support may still be answered there: the body rewords what its headline says, and
// the translator of either keeps to the sense.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/model/range.hpp"
#include "qosar/words/lexicon.hpp"

namespace qosar {

struct HeadlineWord {
    Range bytes;          ///< of the headline
    double weight = 0;    ///< bits that the word tells: log2 of 1,000 documents by those that hold it
    double support = 0;   ///< 1 prominent in the body, less where it is mentioned in passing, 0 not at all
    double answer = 0;    ///< how surely the other language's headline or body has a counterpart; see find_answers
    bool is_known = true; ///< whether a counterpart could have been found: the lexicon has the word, or it is a name
    bool is_name = false; ///< by the lexicon
};

/// A word that the body keeps coming back to.
struct KeyTerm {
    std::string text;  ///< as it stands first
    Range bytes;       ///< of the body, where it stands first
    double weight = 0; ///< bits times occurrences
    bool in_headline = false;
};

struct HeadlineSupport {
    std::vector<HeadlineWord> words; ///< content words, in order
    std::vector<KeyTerm> key_terms;  ///< at most six, the weightiest first
    double missing_bits = 0;         ///< of the words without support
    double missing_share = 0;        ///< of all bits of the headline
    std::size_t body_words = 0;
    double key_share = 0;     ///< share of the key terms' weight that the headline names
    bool has_answers = false; ///< whether they were looked for
};

HeadlineSupport headline_support(const LanguagePack& pack, const Lexicon& lexicon, std::string_view headline,
                                 std::string_view body);

/// The headline and the body in the other language.
struct OtherLanguage {
    const LanguagePack& pack;
    std::string_view title;
    std::string_view text; ///< a sentence or paragraph a line
};

/// Fills `answer` and `is_known` of all words.
void find_answers(HeadlineSupport& support, const LanguagePack& pack, const Lexicon& lexicon, std::string_view headline,
                  const OtherLanguage& other);

/// Chosen on headline–body cases of our own and on the first lines of news texts (docs/results.md). Bits and shares.
struct HeadlineThresholds {
    double telling_word = 4.8;     ///< a single word that tells so much must be supported …
    double some_missing = 0.26;    ///< … where it is not a trifle among many others
    double some_unanswered = 0.35; ///< the same for what is no name, where answers in the other language count too
    double answered = 0.7;         ///< how far an answer stands for support
    double most_missing = 0.63;    ///< or so much of the headline is missing …
    double enough_bits = 8;        ///< … if the headline says anything at all
    std::size_t body_words = 40;   ///< a shorter body cannot be expected to repeat its headline
};

/// Whether a telling word, or most of the headline, has no support in the body.
bool is_mismatch(const HeadlineSupport& support, const HeadlineThresholds& thresholds = {});

/// The same, with answers where they can make a difference: they take longer than all the rest.
bool is_mismatch(HeadlineSupport& support, const LanguagePack& pack, const Lexicon& lexicon, std::string_view headline,
                 const OtherLanguage& other, const HeadlineThresholds& thresholds = {});

} // namespace qosar
