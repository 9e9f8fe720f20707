#include "qosar/align/bead_score.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace qosar {

namespace {

/// log of the normal density without its constant.
double log_normal(double x, double sigma) { return -0.5 * (x / sigma) * (x / sigma) - std::log(sigma); }

std::size_t length_of(const SideWords& side, Range sentences) {
    std::size_t length = 0;
    for (std::size_t i = sentences.begin; i < sentences.end; ++i) {
        length += side.lengths[i];
    }
    return length;
}

} // namespace

double length_log_ratio(const std::string& first_language, const std::string& second_language) {
    if (first_language == "en" && second_language == "kk") {
        return 0.12;
    }
    return first_language == "kk" && second_language == "en" ? -0.12 : 0;
}

BeadScorer::BeadScorer(const WordMatches& words, double log_ratio, const BeadModel& model)
    : m_words(words), m_log_ratio(log_ratio), m_model(model), m_word_scorer(words, model.words) {}

double BeadScorer::length_part(Range first, Range second) const {
    const auto a = static_cast<double>(length_of(m_words.first, first));
    const auto b = static_cast<double>(length_of(m_words.second, second));
    if (a == 0 || b == 0) {
        return 0;
    }
    const double ratio = std::log(b / a) - m_log_ratio;
    const double spread = m_model.length_sigma * std::sqrt(1 + 60 / std::min(a, b));
    return m_model.length_weight *
           std::max(-8.0, log_normal(ratio, spread) - log_normal(ratio, m_model.length_sigma_unrelated));
}

std::vector<ScorePart> BeadScorer::parts(Range first, Range second) const {
    const WordEvidence words = m_word_scorer.evidence(first, second);
    return {{"words_first", words.first}, {"words_second", words.second}, {"length", length_part(first, second)}};
}

double BeadScorer::log_odds(Range first, Range second) const {
    double sum = 0;
    for (const ScorePart& part : parts(first, second)) {
        sum += part.value;
    }
    return sum;
}

double BeadScorer::search_score(Range first, Range second) const {
    const std::array one_to_many{m_model.prior_one_one, m_model.prior_one_two, m_model.prior_one_three,
                                 m_model.prior_one_four};
    const std::size_t longer = std::max(first.size(), second.size());
    const bool one_side_single = std::min(first.size(), second.size()) == 1 && longer <= one_to_many.size();
    const double prior = one_side_single ? one_to_many[longer - 1] : m_model.prior_two_two;
    return prior + log_odds(first, second);
}

double BeadScorer::probability(double log_odds, double prior) const {
    const double before = std::log(prior / (1 - prior));
    return 1 / (1 + std::exp(-(m_model.probability_slope * log_odds + m_model.probability_offset + before)));
}

} // namespace qosar
