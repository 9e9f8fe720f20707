#include "qosar/align/bead_score.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace qosar {

namespace {

constexpr double length_sigma_unrelated = 0.80;
constexpr double least_length_odds = -8;
constexpr double short_sentence = 25;

/// log of the normal density without its constant.
double log_normal(double x, double sigma) { return -0.5 * (x / sigma) * (x / sigma) - std::log(sigma); }

std::size_t length_of(const SideWords& side, Range sentences) {
    std::size_t length = 0;
    for (std::size_t i = sentences.begin; i < sentences.end; ++i) {
        length += side.lengths[i];
    }
    return length;
}

/// The marks of all sentences together, and how the last one ends.
SentenceMarks marks_of(const SideWords& side, Range sentences) {
    SentenceMarks marks = side.marks[sentences.end - 1];
    for (std::size_t i = sentences.begin; i + 1 < sentences.end; ++i) {
        marks.marks |= side.marks[i].marks;
    }
    return marks;
}

} // namespace

double length_log_ratio(const std::string& first_language, const std::string& second_language) {
    if (first_language == "en" && second_language == "kk") {
        return 0.12;
    }
    return first_language == "kk" && second_language == "en" ? -0.12 : 0;
}

BeadScorer::BeadScorer(const WordMatches& words, double log_ratio, const BeadModel& model, Similarity similarity)
    : m_words(words), m_log_ratio(log_ratio), m_model(model), m_word_scorer(words, model.words),
      m_similarity(std::move(similarity)) {}

double BeadScorer::length_odds(Range first, Range second) const {
    const auto a = static_cast<double>(length_of(m_words.first, first));
    const auto b = static_cast<double>(length_of(m_words.second, second));
    if (a == 0 || b == 0) {
        return 0;
    }
    const double ratio = std::log(b / a) - m_log_ratio;
    const double spread = length_sigma * std::sqrt(1 + 60 / std::min(a, b));
    return std::max(least_length_odds, log_normal(ratio, spread) - log_normal(ratio, length_sigma_unrelated));
}

double BeadScorer::length_bound(Range first, Range second) const {
    constexpr std::size_t long_enough = 3; // for the spread in translations to be the smaller one
    const bool is_long =
        length_of(m_words.first, first) >= long_enough && length_of(m_words.second, second) >= long_enough;
    return is_long ? std::log(length_sigma_unrelated / length_sigma) : length_odds(first, second);
}

void BeadScorer::add_marks(Range first, Range second, BeadFeatures& out) const {
    const SentenceMarks a = marks_of(m_words.first, first);
    const SentenceMarks b = marks_of(m_words.second, second);
    const unsigned shared = a.marks & b.marks;
    const unsigned one_sided = a.marks ^ b.marks;
    const auto is = [](unsigned marks, SentenceMark mark) { return (marks & mark) != 0 ? 1.0 : 0.0; };
    out[BeadFeature::question_shared] = is(shared, question_mark);
    out[BeadFeature::question_one_sided] = is(one_sided, question_mark);
    out[BeadFeature::exclamation_one_sided] = is(one_sided, exclamation_mark);
    out[BeadFeature::quotation_shared] = is(shared, quotation_mark);
    out[BeadFeature::quotation_one_sided] = is(one_sided, quotation_mark);
    out[BeadFeature::colon_shared] = is(shared, colon_mark);
    out[BeadFeature::colon_one_sided] = is(one_sided, colon_mark);
    out[BeadFeature::bracket_one_sided] = is(one_sided, bracket_mark);
    out[BeadFeature::end_shared] = a.end == b.end && a.end != SentenceEnd::stop ? 1 : 0;
    out[BeadFeature::end_one_sided] = a.end != b.end ? 1 : 0;
}

void BeadScorer::add_type(Range first, Range second, BeadFeatures& out) const {
    const std::size_t fewer = std::min(first.size(), second.size());
    const std::size_t more = std::max(first.size(), second.size());
    out[BeadFeature::one_one] = more == 1 ? 1 : 0;
    out[BeadFeature::one_two] = fewer == 1 && more >= 2 ? 1 : 0;
    out[BeadFeature::two_two] = fewer >= 2 ? static_cast<double>(fewer + more - 3) : 0;
    out[BeadFeature::one_more] = fewer == 1 && more > 2 ? static_cast<double>(more - 2) : 0;
}

void BeadScorer::add_null(const SideWords& side, Range sentences, BeadFeatures& out) const {
    for (std::size_t i = sentences.begin; i < sentences.end; ++i) {
        const auto length = static_cast<double>(std::max<std::size_t>(side.lengths[i], 1));
        out[BeadFeature::null_length] += std::log(length / 100);
        out[BeadFeature::null_words] += static_cast<double>(side.words_of({i, i + 1}).size()) / 10;
        out[BeadFeature::null_short] += length < short_sentence ? 1 : 0;
    }
}

BeadFeatures BeadScorer::features(Range first, Range second) const {
    BeadFeatures found;
    if (first.empty() || second.empty()) {
        add_null(m_words.first, first, found);
        add_null(m_words.second, second, found);
    } else {
        found[BeadFeature::length] = length_odds(first, second);
        add_marks(first, second, found);
        add_type(first, second, found);
    }
    return found;
}

double BeadScorer::weighed(const BeadFeatures& features, BeadFeature begin, BeadFeature last) const {
    double sum = 0;
    for (auto i = static_cast<std::size_t>(begin); i <= static_cast<std::size_t>(last); ++i) {
        sum += features.values[i] * m_model.weights.values[i];
    }
    return sum;
}

std::vector<ScorePart> BeadScorer::parts(Range first, Range second) const {
    const WordEvidence words = m_word_scorer.evidence(first, second);
    const BeadFeatures found = features(first, second);
    std::vector<ScorePart> all{
        {"words_first", words.first},
        {"words_second", words.second},
        {"length", weighed(found, BeadFeature::length, BeadFeature::length)},
        {"punctuation", weighed(found, BeadFeature::question_shared, BeadFeature::end_one_sided)},
        {"type", weighed(found, BeadFeature::one_one, BeadFeature::one_more)}};
    if (m_similarity) {
        all.push_back({"vectors", similarity(first, second)});
    }
    return all;
}

double BeadScorer::search_score(Range first, Range second) const {
    const double other = weighed(features(first, second), BeadFeature::length, BeadFeature::null_short);
    if (first.empty() || second.empty()) {
        return other + m_model.null_bias * static_cast<double>(first.size() + second.size());
    }
    const WordEvidence words = m_word_scorer.evidence(first, second);
    return words.first + words.second + other + similarity(first, second);
}

double BeadScorer::search_bound(Range first, Range second) const {
    constexpr double rounding = 1e-6;
    BeadFeatures other;
    other[BeadFeature::length] = length_bound(first, second);
    add_marks(first, second, other);
    add_type(first, second, other);
    return m_word_scorer.bound(first, second) + weighed(other, BeadFeature::length, BeadFeature::one_more) +
           similarity(first, second) + rounding;
}

double BeadScorer::probability(Range first, Range second, double prior) const {
    const double left_alone =
        search_score(first, {second.begin, second.begin}) + search_score({first.begin, first.begin}, second);
    const double score = m_model.slope * (search_score(first, second) - left_alone) + m_model.offset;
    return 1 / (1 + std::exp(-(score + std::log(prior / (1 - prior)))));
}

} // namespace qosar
