// Does a headline belong to its body? Facts for `headline_body_mismatch`.
//
// A headline word tells the more the fewer documents hold it (language pack, frequency). It is supported when its
// stem stands in the body, a word made from the same root, the words that it abbreviates, or, where it is one of the
// commoner words, a word that shares a translation with it in the lexicon. Case plays no part.
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
    Range bytes;        ///< of the headline
    double weight = 0;  ///< bits that the word tells: log2 of 1,000 documents by those that hold it
    double support = 0; ///< 1 prominent in the body, less where it is mentioned in passing, 0 not at all
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
    double strongest_missing = 0;    ///< bits of the most telling word without support
    std::size_t body_words = 0;
    double key_share = 0; ///< share of the key terms' weight that the headline names
};

HeadlineSupport headline_support(const LanguagePack& pack, const Lexicon& lexicon, std::string_view headline,
                                 std::string_view body);

/// Chosen on headline–body cases of our own and on the first lines of news texts (docs/results.md). Bits and shares.
struct HeadlineThresholds {
    double telling_word = 4.8;   ///< a single word that tells so much must be supported …
    double some_missing = 0.26;  ///< … where it is not a trifle among many others
    double most_missing = 0.75;  ///< or so much of the headline is missing …
    double enough_bits = 12;     ///< … if the headline says anything at all
    std::size_t body_words = 40; ///< a shorter body cannot be expected to repeat its headline
};

/// Whether a telling word, or most of the headline, has no support in the body.
bool is_mismatch(const HeadlineSupport& support, const HeadlineThresholds& thresholds = {});

} // namespace qosar
