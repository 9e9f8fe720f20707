// How much speaks for a bead: the log-odds that its two sides translate each other.
#pragma once

#include <cstddef>
#include <vector>

#include "qosar/model/anchor.hpp"
#include "qosar/model/bead.hpp"
#include "qosar/model/document.hpp"
#include "qosar/words/word_matches.hpp"
#include "qosar/words/word_score.hpp"

namespace qosar {

/// Weights of the parts of a score. Chosen on the development ladders of English–Kazakh news (docs/results.md).
struct BeadModel {
    WordModel words;
    double length_sigma = 0.15; ///< spread of the log length ratio in translations of 100 characters
    double length_sigma_unrelated = 0.80;
    double length_weight = 1.5;
    // Log-odds of the bead types against two null beads.
    double prior_one_one = 1.5;
    double prior_one_two = -0.2;
    double prior_one_three = -1.5;
    double prior_one_four = -2.5;
    double prior_two_two = -2.5;
    double null_cost = 0.0; ///< of each sentence left alone
    // Probability of a bead from its log-odds: logistic(slope × log-odds + offset + logit(prior)).
    double probability_slope = 0.28;
    double probability_offset = -2.27;
    double bead_prior = 0.95; ///< share of right beads among those that the search proposes
};

/// log(second/first length) in translations of this pair: 0.12 for English–Kazakh, 0 where nothing is known.
double length_log_ratio(const std::string& first_language, const std::string& second_language);

/// Scores beads over one pair of texts.
class BeadScorer {
public:
    BeadScorer(const WordMatches& words, double log_ratio, const BeadModel& model = {});

    /// Log-odds, natural logarithm, without the prior of the bead's type. REQUIRES: no empty side.
    [[nodiscard]] double log_odds(Range first, Range second) const;
    /// The same in parts: `words_first`, `words_second`, `length`.
    [[nodiscard]] std::vector<ScorePart> parts(Range first, Range second) const;
    /// Prior of a bead type and log-odds together: what the search adds up.
    [[nodiscard]] double search_score(Range first, Range second) const;
    /// Probability that the sides translate each other, where `prior` of such beads do.
    [[nodiscard]] double probability(double log_odds, double prior) const;
    [[nodiscard]] double probability(double log_odds) const { return probability(log_odds, m_model.bead_prior); }
    /// As WordScorer has them.
    [[nodiscard]] std::vector<WordMatch> matches_in(Range first, Range second) const {
        return m_word_scorer.matches_in(first, second);
    }
    [[nodiscard]] double weight_of(const WordMatch& match) const { return m_word_scorer.weight_of(match); }
    [[nodiscard]] std::size_t first_sentences() const { return m_words.first.sentences(); }
    [[nodiscard]] std::size_t second_sentences() const { return m_words.second.sentences(); }

private:
    [[nodiscard]] double length_part(Range first, Range second) const;

    const WordMatches& m_words;
    double m_log_ratio;
    BeadModel m_model;
    WordScorer m_word_scorer;
};

} // namespace qosar
