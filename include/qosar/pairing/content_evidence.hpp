// How much of what one text says another says too: whether two documents are one, whatever address joins them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "qosar/words/word_matches.hpp"

namespace qosar {

/// What the words of one whole text find in another. Each different word counts once, in bits: the rarer, the more.
struct ContentShare {
    double expected = 0;         ///< bits that a translation would answer
    double found = 0;            ///< bits that the other text answers
    double numbers_expected = 0; ///< of them, those of numbers
    double numbers_found = 0;

    /// Near 1 for a translation; somewhat more where it is a literal one.
    [[nodiscard]] double share() const { return expected > 0 ? found / expected : 0; }
};

/// What two texts have in common.
struct ContentEvidence {
    ContentShare first;
    ContentShare second;
    double order = 0;        ///< -1 to 1: do words that stand once in each text come in one order? (Kendall's tau)
    std::size_t ordered = 0; ///< how many such words there are
};

/// Where the words are cut into sentences does not matter.
ContentEvidence content_evidence(const WordMatches& words);

/// The lines of a text, to be matched as sentences are. They lie in `text`.
std::vector<std::string_view> lines_of(std::string_view text);

/// The evidence as numbers that a model weighs.
struct ContentFeatures {
    double share = 0;           ///< logarithm of both shares' geometric mean, as if a little more were missing
    double order = 0;           ///< of the evidence, less where few words tell it
    double missing_numbers = 0; ///< 0 to 1: share of the numbers that the other text lacks, of the better side
};

ContentFeatures content_features(const ContentEvidence& evidence);

/// A logistic model of texts that are translations against texts on the same events, halves of one text, and the same
/// text with other numbers. Fitted by tests/bench/fit_content.py on English–Kazakh news (docs/results.md).
struct ContentModel {
    double bias = 4.7;
    double share = 10.8;
    double order = 6.1;
    double missing_numbers = -11.3;
    double least_bits = 60;   ///< expected of either text; a shorter one, such as a title, cannot be judged
    double most_odds = 1000;  ///< no evidence is surer than that; a few hundred cases cannot tell more
    double other_share = 0.5; ///< a text that shares so much with its page is not one of another article
};

/// Whether both texts are long enough to be judged.
bool can_judge(const ContentEvidence& evidence, const ContentModel& model = {});

/// Odds that the texts are one article. 0 where they cannot be judged.
double content_odds(const ContentEvidence& evidence, const ContentModel& model = {});

/// Whether the texts can be judged and are about different things: their odds are no more than `most_odds`, and neither
/// share reaches the model's `other_share`.
bool is_other_article(const ContentEvidence& evidence, double most_odds, const ContentModel& model = {});

} // namespace qosar
