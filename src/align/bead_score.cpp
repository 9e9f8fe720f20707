#include "qosar/align/bead_score.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace qosar {

namespace {

constexpr double length_sigma_unrelated = 0.80;
constexpr double least_length_odds = -8;
constexpr double short_sentence = 25;

/// log of the normal density without its constant.
double log_normal(double x, double sigma) { return -0.5 * (x / sigma) * (x / sigma) - std::log(sigma); }

/// The marks of all sentences together, and how the last one ends.
SentenceMarks marks_of(const SideWords& side, Range sentences) {
    SentenceMarks marks = side.marks[sentences.end - 1];
    for (std::size_t i = sentences.begin; i + 1 < sentences.end; ++i) {
        marks.marks |= side.marks[i].marks;
    }
    return marks;
}

void add_marks(SentenceMarks a, SentenceMarks b, BeadFeatures& out) {
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

void add_type(std::size_t first, std::size_t second, BeadFeatures& out) {
    const std::size_t fewer = std::min(first, second);
    const std::size_t more = std::max(first, second);
    out[BeadFeature::one_one] = more == 1 ? 1 : 0;
    out[BeadFeature::one_two] = fewer == 1 && more >= 2 ? 1 : 0;
    out[BeadFeature::two_two] = fewer >= 2 ? static_cast<double>(fewer + more - 3) : 0;
    out[BeadFeature::one_more] = fewer == 1 && more > 2 ? static_cast<double>(more - 2) : 0;
}

void add_null(const SideWords& side, Range sentences, BeadFeatures& out) {
    for (std::size_t i = sentences.begin; i < sentences.end; ++i) {
        const auto length = static_cast<double>(std::max<std::size_t>(side.lengths[i], 1));
        out[BeadFeature::null_length] += std::log(length / 100);
        out[BeadFeature::null_words] += static_cast<double>(side.words_of({i, i + 1}).size()) / 10;
        out[BeadFeature::null_short] += length < short_sentence ? 1 : 0;
    }
}

double weighed(const BeadModel& model, const BeadFeatures& features, BeadFeature begin, BeadFeature last) {
    double sum = 0;
    for (auto i = static_cast<std::size_t>(begin); i <= static_cast<std::size_t>(last); ++i) {
        sum += features.values[i] * model.weights.values[i];
    }
    return sum;
}

double weighed_marks(const BeadModel& model, SentenceMarks a, SentenceMarks b) {
    BeadFeatures features;
    add_marks(a, b, features);
    return weighed(model, features, BeadFeature::question_shared, BeadFeature::end_one_sided);
}

double weighed_type(const BeadModel& model, std::size_t first, std::size_t second) {
    BeadFeatures features;
    add_type(first, second, features);
    return weighed(model, features, BeadFeature::one_one, BeadFeature::one_more);
}

/// What is needed of a length in characters, known for those of nearly all beads.
struct Length {
    double log = 0;
    double spread = 0; ///< of the log length ratio where this is the shorter side
    double log_spread = 0;
};

Length compute_length(std::size_t characters) {
    const auto length = static_cast<double>(characters);
    const double spread = length_sigma * std::sqrt(1 + 60 / length);
    return {std::log(length), spread, std::log(spread)};
}

Length length_of(std::size_t characters) {
    constexpr std::size_t most = 1024;
    static const auto known = [] {
        std::array<Length, most> lengths;
        for (std::size_t i = 0; i < most; ++i) {
            lengths[i] = compute_length(i);
        }
        return lengths;
    }();
    return characters < most ? known[characters] : compute_length(characters);
}

} // namespace

double length_log_ratio(const std::string& first_language, const std::string& second_language) {
    if (first_language == "en" && second_language == "kk") {
        return 0.12;
    }
    return first_language == "kk" && second_language == "en" ? -0.12 : 0;
}

BeadScorer::Weighed::Weighed(const BeadModel& model) {
    const SentenceMarks none{0, SentenceEnd::stop};
    for (unsigned marks = 0; marks < sentence_mark_sets; ++marks) {
        const SentenceMarks some{static_cast<std::uint8_t>(marks), SentenceEnd::stop};
        shared[marks] = weighed_marks(model, some, some);
        one_sided[marks] = weighed_marks(model, some, none);
    }
    for (std::size_t a = 0; a < sentence_ends; ++a) {
        for (std::size_t b = 0; b < sentence_ends; ++b) {
            ends[a][b] = weighed_marks(model, {0, static_cast<SentenceEnd>(a)}, {0, static_cast<SentenceEnd>(b)});
        }
    }
    for (std::size_t first = 1; first <= longest_side; ++first) {
        for (std::size_t second = 1; second <= longest_side; ++second) {
            types[first][second] = weighed_type(model, first, second);
        }
    }
}

BeadScorer::BeadScorer(const WordMatches& words, double log_ratio, const BeadModel& model, Similarity similarity)
    : m_words(words), m_log_ratio(log_ratio), m_model(model), m_weighed(model), m_word_scorer(words, model.words),
      m_similarity(std::move(similarity)), m_first(read_side(words.first)), m_second(read_side(words.second)) {}

BeadScorer::Side BeadScorer::read_side(const SideWords& side) const {
    Side out;
    out.characters.reserve(side.sentences() + 1);
    out.alone.reserve(side.sentences());
    std::size_t characters = 0;
    for (std::size_t i = 0; i < side.sentences(); ++i) {
        out.characters.push_back(characters);
        characters += side.lengths[i];
        out.alone.push_back(score_alone(side, {i, i + 1}));
    }
    out.characters.push_back(characters);
    return out;
}

double BeadScorer::score_alone(const SideWords& side, Range sentences) const {
    BeadFeatures found;
    add_null(side, sentences, found);
    return weighed(m_model, found, BeadFeature::null_length, BeadFeature::null_short) +
           m_model.null_bias * static_cast<double>(sentences.size());
}

double BeadScorer::length_odds(Range first, Range second) const {
    const std::size_t of_first = m_first.characters[first.end] - m_first.characters[first.begin];
    const std::size_t of_second = m_second.characters[second.end] - m_second.characters[second.begin];
    if (of_first == 0 || of_second == 0) {
        return 0;
    }
    const Length a = length_of(of_first);
    const Length b = length_of(of_second);
    const Length& shorter = of_first < of_second ? a : b;
    const double ratio = b.log - a.log - m_log_ratio;
    const double related = -0.5 * (ratio / shorter.spread) * (ratio / shorter.spread) - shorter.log_spread;
    return std::max(least_length_odds, related - log_normal(ratio, length_sigma_unrelated));
}

BeadFeatures BeadScorer::features(Range first, Range second) const {
    BeadFeatures found;
    if (first.empty() || second.empty()) {
        add_null(m_words.first, first, found);
        add_null(m_words.second, second, found);
    } else {
        found[BeadFeature::length] = length_odds(first, second);
        add_marks(marks_of(m_words.first, first), marks_of(m_words.second, second), found);
        add_type(first.size(), second.size(), found);
    }
    return found;
}

std::vector<ScorePart> BeadScorer::parts(Range first, Range second) const {
    const WordEvidence words = m_word_scorer.evidence(first, second);
    const BeadFeatures found = features(first, second);
    std::vector<ScorePart> all{
        {"words_first", words.first},
        {"words_second", words.second},
        {"length", weighed(m_model, found, BeadFeature::length, BeadFeature::length)},
        {"punctuation", weighed(m_model, found, BeadFeature::question_shared, BeadFeature::end_one_sided)},
        {"type", weighed(m_model, found, BeadFeature::one_one, BeadFeature::one_more)}};
    if (m_similarity) {
        all.push_back({"vectors", similarity(first, second)});
    }
    return all;
}

double BeadScorer::search_score(Range first, Range second) const {
    if (first.empty()) {
        return second.size() == 1 ? m_second.alone[second.begin] : score_alone(m_words.second, second);
    }
    if (second.empty()) {
        return first.size() == 1 ? m_first.alone[first.begin] : score_alone(m_words.first, first);
    }
    const bool usual = first.size() <= longest_side && second.size() <= longest_side;
    const double type =
        usual ? m_weighed.types[first.size()][second.size()] : weighed_type(m_model, first.size(), second.size());
    const WordEvidence words = m_word_scorer.evidence(first, second);
    return words.first + words.second + m_model.weights[BeadFeature::length] * length_odds(first, second) +
           m_weighed.punctuation(marks_of(m_words.first, first), marks_of(m_words.second, second)) + type +
           similarity(first, second);
}

BeadScorer::BySize BeadScorer::gains_before(std::size_t i, std::size_t j) const {
    BySize gains{};
    for (std::size_t a = 1; a <= std::min(longest_side, i); ++a) {
        double row = 0;
        for (std::size_t b = 1; b <= std::min(longest_side + 1 - a, j); ++b) { // no step is longer
            row += m_word_scorer.gain(i - a, j - b);
            gains[a][b] = gains[a - 1][b] + row;
        }
    }
    return gains;
}

ByStep BeadScorer::search_bounds(std::size_t i, std::size_t j) const {
    constexpr double rounding = 1e-6;
    constexpr std::size_t long_enough = 3; // characters, for the spread in translations to be the smaller one
    const double longest_odds = m_model.weights[BeadFeature::length] * std::log(length_sigma_unrelated / length_sigma);
    const BySize gains = gains_before(i, j);
    ByStep bounds;
    bounds.fill(-std::numeric_limits<double>::infinity());
    for (std::size_t s = 0; s < pair_steps.size(); ++s) {
        const auto [a, b] = pair_steps[s];
        if (a > i || b > j) {
            continue;
        }
        const Range first{i - a, i};
        const Range second{j - b, j};
        const bool is_long = m_first.characters[i] - m_first.characters[i - a] >= long_enough &&
                             m_second.characters[j] - m_second.characters[j - b] >= long_enough;
        const double length =
            is_long ? longest_odds : m_model.weights[BeadFeature::length] * length_odds(first, second);
        bounds[s] = m_word_scorer.all_missing(first, second) + gains[a][b] + length +
                    m_weighed.punctuation(marks_of(m_words.first, first), marks_of(m_words.second, second)) +
                    m_weighed.types[a][b] + similarity(first, second) + rounding;
    }
    return bounds;
}

double BeadScorer::probability(Range first, Range second, double prior) const {
    const double left_alone =
        search_score(first, {second.begin, second.begin}) + search_score({first.begin, first.begin}, second);
    const double score = m_model.slope * (search_score(first, second) - left_alone) + m_model.offset;
    return 1 / (1 + std::exp(-(score + std::log(prior / (1 - prior)))));
}

} // namespace qosar
