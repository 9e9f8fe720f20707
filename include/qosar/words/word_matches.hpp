// Which words of two segmented texts are the same thing: by lexicon, by name, by number, or letter for letter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/model/anchor.hpp"
#include "qosar/model/range.hpp"
#include "qosar/words/lexicon.hpp"
#include "qosar/words/side_words.hpp"

namespace qosar {

/// Two words that match. `strength` is 0 to 1: 1 for equal numbers and for terms that a person or a dictionary gave,
/// less for trained ones (words/trained.hpp), the likeness for names.
struct WordMatch {
    std::uint32_t first = 0;  ///< index into the first side's words
    std::uint32_t second = 0; ///< index into the second side's
    AnchorKind kind = AnchorKind::term;
    float strength = 1;
};

/// Where the words of one sentence were looked for: a range of the other side's sentences, for each sentence. Neither
/// the beginnings nor the ends ever go back.
using Windows = std::vector<Range>;

struct WordMatches {
    SideWords first;
    SideWords second;
    std::vector<WordMatch> matches; ///< sorted by first, then second; no pair twice
    Windows windows;                ///< of the first side's sentences
};

/// Matches of all sentences with all others, but not of two common words, nor of what stands very often: for short
/// texts.
WordMatches match_words(const LanguagePack& first_pack, const std::vector<std::string_view>& first,
                        const LanguagePack& second_pack, const std::vector<std::string_view>& second,
                        const Lexicon& lexicon);

/// The same windows seen from the other side, which has `sentences` of them.
Windows turned(const Windows& windows, std::size_t sentences);

} // namespace qosar
