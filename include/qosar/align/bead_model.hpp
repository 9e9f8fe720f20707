// What is said for and against a bead, as numbers, and what each of them weighs.
//
// The score of a ladder is the sum over its beads of features times weights, a log-linear model of all ladders of two
// texts (a conditional random field: Lafferty, McCallum and Pereira 2001). `scripts/train-bead-model` learns the
// weights from gold ladders; they are data, `languages/bead_model.tsv`, with a line on what each means. Both sides of a
// bead count alike, so that a ladder does not depend on which text comes first.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "qosar/words/word_model.hpp"

namespace qosar {

/// The features beside the words'. Those of marks are 0 or 1, of the types how often the bead is of it.
enum class BeadFeature : std::uint8_t {
    length,                ///< log-odds of the length ratio, see bead_score.hpp
    question_shared,       ///< both sides hold a question mark
    question_one_sided,    ///< one of them does
    exclamation_one_sided, ///< and so on
    quotation_shared,
    quotation_one_sided,
    colon_shared,
    colon_one_sided,
    bracket_one_sided,
    end_shared,    ///< both last sentences end alike and not with a full stop
    end_one_sided, ///< they end with different marks
    one_one,       ///< the bead's type, whichever side comes first
    one_two,
    two_two,
    one_more,    ///< of one sentence with three or four: for each sentence above two
    null_length, ///< of a sentence left alone: log of its length in hundreds of characters
    null_words,  ///< its words, in tens
    null_short   ///< 1 below 25 characters
};

inline constexpr std::size_t bead_feature_count = static_cast<std::size_t>(BeadFeature::null_short) + 1;

/// Names of the weights as they stand in `bead_model.tsv`, in the order of BeadFeature.
extern const std::array<std::string_view, bead_feature_count> bead_feature_names;

struct BeadFeatures {
    std::array<double, bead_feature_count> values{};

    double& operator[](BeadFeature feature) { return values[static_cast<std::size_t>(feature)]; }
    double operator[](BeadFeature feature) const { return values[static_cast<std::size_t>(feature)]; }
};

/// How far texts are known to differ from those that the weights were learned on, in log-odds.
struct TextHabits {
    double alone = 0;  ///< of each sentence left alone
    double joined = 0; ///< of a bead of three sentences, and of each sentence above that
};

struct BeadModel {
    WordModel words;
    BeadFeatures weights;
    double vectors = 0;   ///< by so much the log-odds of sentence vectors count (align/vector_fit.hpp)
    double null_bias = 0; ///< of each sentence left alone
    // Of two texts by themselves: logistic(slope × log-odds + offset + logit(prior)) is the probability that they
    // translate each other.
    double slope = 1;
    double offset = 0;
    double prior = 0.95; ///< share of right pairs among those that come ready-made
};

BeadModel with_habits(BeadModel model, const TextHabits& habits);

/// For the ladders of two languages.
const BeadModel& bead_model(const std::string& first_language, const std::string& second_language);

/// For two texts by themselves, such as headlines: there is no other sentence that could fit better.
const BeadModel& pair_model(const std::string& first_language, const std::string& second_language);

} // namespace qosar
