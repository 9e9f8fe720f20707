#include "qosar/words/word_score.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace qosar {

namespace {

/// Sentences of an average news article, to turn document frequencies into sentence frequencies.
constexpr double sentences_per_document = 14;
constexpr double least_chance = 0.0004;

/// How likely a word stands in a sentence that has nothing to do with its counterpart.
double prior_chance(const Word& word) {
    switch (word.kind) {
    case WordClass::number: return 0.01;
    case WordClass::name: return 0.004;
    case WordClass::function: return 0.9;
    case WordClass::term:
    case WordClass::unknown: break;
    }
    const double in_documents = std::min(0.95, word.per_thousand / 1000);
    return std::max(least_chance, 1 - std::pow(1 - in_documents, 1 / sentences_per_document));
}

double match_chance(const WordModel& model, WordClass kind) {
    switch (kind) {
    case WordClass::term: return model.p_term;
    case WordClass::name: return model.p_name;
    case WordClass::number: return model.p_number;
    case WordClass::unknown: return model.p_unknown;
    case WordClass::function: return 0;
    }
    return 0;
}

/// A word of one side and how strongly the other side answers it.
using Answered = std::pair<std::uint32_t, double>;

/// Sum over words of gain times the strongest answer. Sorts `answers`.
double answered_gain(std::vector<Answered>& answers, const std::vector<double>& gain, double discount) {
    std::sort(answers.begin(), answers.end());
    double sum = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const bool strongest = i + 1 == answers.size() || answers[i + 1].first != answers[i].first;
        if (strongest) {
            sum += std::max(0.0, gain[answers[i].first] - discount) * answers[i].second;
        }
    }
    return sum;
}

} // namespace

WordScorer::WordScorer(const WordMatches& words, const WordModel& model) : m_words(words), m_model(model) {
    for (std::uint32_t i = 0; i < words.matches.size(); ++i) {
        const WordMatch& match = words.matches[i];
        m_cells.push_back({words.first.words[match.first].sentence, words.second.words[match.second].sentence, i});
    }
    const auto by_sentences = [](const Cell& a, const Cell& b) {
        return std::tie(a.first_sentence, a.second_sentence, a.match) <
               std::tie(b.first_sentence, b.second_sentence, b.match);
    };
    std::sort(m_cells.begin(), m_cells.end(), by_sentences);
    for (std::uint32_t row = 0, cell = 0; row <= words.first.sentences(); ++row) {
        while (cell < m_cells.size() && m_cells[cell].first_sentence < row) {
            ++cell;
        }
        m_row_begins.push_back(cell);
    }
    // In how many sentences of the other side each word finds a counterpart: what is found everywhere tells nothing.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> of_first;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> of_second;
    for (const Cell& cell : m_cells) {
        of_first.emplace_back(words.matches[cell.match].first, cell.second_sentence);
        of_second.emplace_back(words.matches[cell.match].second, cell.first_sentence);
    }
    const auto count = [](auto& pairs, std::size_t word_count) {
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        std::vector<std::uint32_t> counts(word_count);
        for (const auto& pair : pairs) {
            ++counts[pair.first];
        }
        return counts;
    };
    weigh_side(words.first, count(of_first, words.first.words.size()), words.second.sentences(), m_first);
    weigh_side(words.second, count(of_second, words.second.words.size()), words.first.sentences(), m_second);
}

void WordScorer::weigh_side(const SideWords& side, const std::vector<std::uint32_t>& sentences_with_match,
                            std::size_t other_sentences, Side& out) const {
    double cumulated = 0;
    for (std::size_t i = 0; i < side.words.size(); ++i) {
        const Word& word = side.words[i];
        const double others = std::max<double>(static_cast<double>(other_sentences) - 1, 0);
        const double seen = sentences_with_match[i] > 0 ? static_cast<double>(sentences_with_match[i]) - 1 : 0;
        const double chance =
            std::min(0.9, (seen + m_model.prior_weight * prior_chance(word)) / (others + m_model.prior_weight));
        const double p = word.expected > 0 ? std::clamp(m_model.trust_in_training * word.expected, 0.02, 0.8)
                                           : match_chance(m_model, word.kind);
        const double found = p > 0 ? std::clamp(std::log(p / chance), 0.0, m_model.max_gain) : 0;
        const double missing = p > chance ? std::log((1 - p) / (1 - chance)) : 0;
        out.gain.push_back(found - missing);
        out.missing.push_back(cumulated);
        cumulated += missing;
    }
    out.missing.push_back(cumulated);
}

template <typename Visit>
void WordScorer::for_each_match(Range first, Range second, Visit&& visit) const {
    for (std::size_t row = first.begin; row < first.end; ++row) {
        const auto begin = m_cells.begin() + m_row_begins[row];
        const auto end = m_cells.begin() + m_row_begins[row + 1];
        auto cell = std::lower_bound(begin, end, second.begin,
                                     [](const Cell& c, std::size_t sentence) { return c.second_sentence < sentence; });
        for (; cell != end && cell->second_sentence < second.end; ++cell) {
            visit(m_words.matches[cell->match]);
        }
    }
}

WordEvidence WordScorer::evidence(Range first, Range second) const {
    thread_local std::vector<Answered> of_first;
    thread_local std::vector<Answered> of_second;
    of_first.clear();
    of_second.clear();
    for_each_match(first, second, [&](const WordMatch& match) {
        of_first.emplace_back(match.first, match.strength);
        of_second.emplace_back(match.second, match.strength);
    });
    const Range a = m_words.first.words_of(first);
    const Range b = m_words.second.words_of(second);
    const double words_first = m_first.missing[a.end] - m_first.missing[a.begin] +
                               answered_gain(of_first, m_first.gain, std::log(static_cast<double>(second.size())));
    const double words_second = m_second.missing[b.end] - m_second.missing[b.begin] +
                                answered_gain(of_second, m_second.gain, std::log(static_cast<double>(first.size())));
    return {m_model.word_weight * words_first, m_model.word_weight * words_second};
}

double WordScorer::weight_of(const WordMatch& match) const {
    return m_model.word_weight * match.strength * (m_first.gain[match.first] + m_second.gain[match.second]);
}

std::vector<WordMatch> WordScorer::matches_in(Range first, Range second) const {
    std::vector<WordMatch> found;
    for_each_match(first, second, [&](const WordMatch& match) {
        if (weight_of(match) > 0) {
            found.push_back(match);
        }
    });
    std::stable_sort(found.begin(), found.end(),
                     [&](const WordMatch& a, const WordMatch& b) { return weight_of(a) > weight_of(b); });
    std::vector<WordMatch> once;
    for (const WordMatch& match : found) {
        const bool taken = std::any_of(once.begin(), once.end(), [&](const WordMatch& other) {
            return other.first == match.first || other.second == match.second;
        });
        if (!taken) {
            once.push_back(match);
        }
    }
    return once;
}

double word_score(const LanguagePack& first_pack, std::string_view first, const LanguagePack& second_pack,
                  std::string_view second, const Lexicon& lexicon) {
    const WordMatches words = match_words(first_pack, {first}, second_pack, {second}, lexicon);
    const WordEvidence evidence = WordScorer(words).evidence({0, 1}, {0, 1});
    return evidence.first + evidence.second;
}

} // namespace qosar
