#include "qosar/words/word_score.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace qosar {

namespace {

/// Sentences of an average news article, to turn document frequencies into sentence frequencies.
constexpr double sentences_per_document = 14;
constexpr double least_chance = 0.0004;

/// How likely a word stands in a sentence, that so many documents in 1,000 hold. Few such numbers are many words'.
double chance_in_sentence(double per_thousand) {
    thread_local double known = 0;
    thread_local double chance = 0;
    if (per_thousand != known) {
        const double in_documents = std::min(0.95, per_thousand / 1000);
        known = per_thousand;
        chance = std::max(least_chance, 1 - std::pow(1 - in_documents, 1 / sentences_per_document));
    }
    return chance;
}

/// How likely a word stands in a sentence that has nothing to do with its counterpart.
double prior_chance(const Word& word) {
    switch (word.kind) {
    case WordClass::number: return 0.01;
    case WordClass::name: return 0.004;
    case WordClass::function: return 0.9;
    case WordClass::term:
    case WordClass::unknown: break;
    }
    return chance_in_sentence(word.per_thousand);
}

/// Words that tell nothing have no weight.
WordWeights weights_of(const WordModel& model, WordClass kind) {
    switch (kind) {
    case WordClass::term: return model.term;
    case WordClass::name: return model.name;
    case WordClass::number: return model.number;
    case WordClass::unknown: return model.unknown;
    case WordClass::function: break;
    }
    return {};
}

/// Of a word that training alone knows: log-odds of its being found, and of its being missing, in a translation against
/// by chance.
WordWeights trained_weights(const WordModel& model, const Word& word, double chance) {
    constexpr double trust = 0.9; // training saw these very texts, or others
    constexpr double most = 6;
    const double p = std::clamp(trust * static_cast<double>(word.expected), 0.02, 0.8);
    const double found = std::clamp(std::log(p / chance), 0.0, most);
    const double missing = p > chance ? std::log((1 - p) / (1 - chance)) : 0;
    return {model.trained * found, 0, model.trained * missing};
}

WordCounts::Class* counts_of(WordCounts& counts, WordClass kind) {
    switch (kind) {
    case WordClass::term: return &counts.term;
    case WordClass::name: return &counts.name;
    case WordClass::number: return &counts.number;
    case WordClass::unknown: return &counts.unknown;
    case WordClass::function: break;
    }
    return nullptr;
}

/// A word of one side and how strongly the other side answers it.
using Answered = std::pair<std::uint32_t, double>;

/// Keeps the strongest answer of each word, in the order of the words.
void keep_strongest(std::vector<Answered>& answers) {
    std::sort(answers.begin(), answers.end());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (i + 1 == answers.size() || answers[i + 1].first != answers[i].first) {
            answers[kept++] = answers[i];
        }
    }
    answers.resize(kept);
}

/// How strongly each word of a stretch is answered; all zero between uses.
class Strongest {
public:
    /// For words from number `begin` to `end`.
    void start(Range words) {
        m_begin = words.begin;
        m_strengths.resize(std::max(m_strengths.size(), words.size()));
    }
    void raise(std::uint32_t word, float strength) {
        float& strongest = m_strengths[word - m_begin];
        strongest = std::max(strongest, strength);
    }
    /// The strongest answer, and 0 from then on.
    double take(std::uint32_t word) { return static_cast<double>(std::exchange(m_strengths[word - m_begin], 0.0F)); }

private:
    std::size_t m_begin = 0;
    std::vector<float> m_strengths;
};

} // namespace

WordScorer::WordScorer(const WordMatches& words, const WordModel& model) : m_words(words), m_model(model) {
    sort_matches();
    // In how many sentences of the other side each word finds a counterpart: what is found everywhere tells nothing.
    std::vector<std::uint32_t> of_first(words.first.words.size());
    std::vector<std::uint32_t> of_second(words.second.words.size());
    std::vector<std::uint32_t> last_of_second(words.second.words.size(), UINT32_MAX);
    const WordMatch* last = nullptr;
    for (const WordMatch& match : words.matches) { // by first, then second
        const std::uint32_t first = words.first.words[match.first].sentence;
        const std::uint32_t second = words.second.words[match.second].sentence;
        if (last == nullptr || last->first != match.first || words.second.words[last->second].sentence != second) {
            ++of_first[match.first];
        }
        if (last_of_second[match.second] != first) {
            last_of_second[match.second] = first;
            ++of_second[match.second];
        }
        last = &match;
    }
    weigh_side(words.first, of_first, words.windows, m_first);
    weigh_side(words.second, of_second, turned(words.windows, words.second.sentences()), m_second);
    add_pair_gains();
}

void WordScorer::sort_matches() {
    m_order.resize(m_words.matches.size());
    m_rows.reserve(m_words.first.sentences());
    std::size_t pairs = 0;
    for (const Range window : m_words.windows) {
        pairs += window.size() + 1;
    }
    m_pairs.reserve(pairs);
    std::size_t match = 0;
    std::vector<std::uint32_t> next;
    for (std::size_t row = 0; row < m_words.first.sentences(); ++row) {
        const Range window = m_words.windows[row];
        const std::size_t begin = match;
        next.assign(window.size() + 1, 0);
        while (match < m_words.matches.size() && m_words.matches[match].first < m_words.first.begins[row + 1]) {
            ++next[m_words.second.words[m_words.matches[match].second].sentence - window.begin + 1];
            ++match;
        }
        m_rows.push_back(
            {static_cast<std::uint32_t>(window.begin), static_cast<std::uint32_t>(window.end), m_pairs.size()});
        next[0] = static_cast<std::uint32_t>(begin);
        for (std::size_t i = 0; i <= window.size(); ++i) {
            next[i] += i > 0 ? next[i - 1] : 0;
            m_pairs.push_back({next[i], 0});
        }
        for (std::size_t m = begin; m < match; ++m) {
            m_order[next[m_words.second.words[m_words.matches[m].second].sentence - window.begin]++] =
                static_cast<std::uint32_t>(m);
        }
    }
}

void WordScorer::add_pair_gains() {
    constexpr float rounding = 1 + 1e-5F;
    constexpr double longest_side = 4;
    const double joined = std::max(0.0, m_model.joined) * std::log(longest_side);
    for (std::size_t pair = 0; pair + 1 < m_pairs.size(); ++pair) {
        double sum = 0;
        std::uint32_t word = UINT32_MAX;
        double of_word = 0; // the strongest answer of a first word; those of second words are added up
        for (std::uint32_t i = m_pairs[pair].begin; i < m_pairs[pair + 1].begin; ++i) {
            const WordMatch& match = m_words.matches[m_order[i]];
            const double gain = match.strength * std::max(0.0, m_first.gain[match.first] + joined);
            sum += match.first == word ? std::max(0.0, gain - of_word) : gain;
            of_word = match.first == word ? std::max(of_word, gain) : gain;
            word = match.first;
            sum += match.strength * std::max(0.0, m_second.gain[match.second] + joined);
        }
        m_pairs[pair].gain = static_cast<float>(sum) * rounding;
    }
}

void WordScorer::weigh_side(const SideWords& side, const std::vector<std::uint32_t>& sentences_with_match,
                            const Windows& windows, Side& out) const {
    double cumulated = 0;
    out.surprise.reserve(side.words.size());
    out.gain.reserve(side.words.size());
    out.missing.reserve(side.sentences() + 1);
    for (std::size_t i = 0; i < side.words.size(); ++i) {
        const Word& word = side.words[i];
        out.missing.resize(word.sentence + std::size_t{1}, cumulated);
        const double others = std::max<double>(static_cast<double>(windows[word.sentence].size()) - 1, 0);
        const double seen = sentences_with_match[i] > 0 ? static_cast<double>(sentences_with_match[i]) - 1 : 0;
        const double chance =
            std::min(0.9, (seen + m_model.prior_weight * prior_chance(word)) / (others + m_model.prior_weight));
        const double surprise = std::min(m_model.max_surprise, -std::log(chance));
        const WordWeights weights =
            word.expected > 0 ? trained_weights(m_model, word, chance) : weights_of(m_model, word.kind);
        out.surprise.push_back(surprise);
        out.gain.push_back(weights.found + weights.surprise * surprise - weights.missing);
        cumulated += weights.missing;
    }
    out.missing.resize(side.sentences() + 1, cumulated);
}

template <typename Visit>
void WordScorer::for_each_match(Range first, Range second, Visit&& visit) const {
    for (std::size_t i = first.begin; i < first.end; ++i) {
        const Row& row = m_rows[i];
        const std::size_t begin = std::max<std::size_t>(second.begin, row.begin);
        const std::size_t end = std::min<std::size_t>(second.end, row.end);
        if (begin >= end) {
            continue;
        }
        const Pair* pairs = m_pairs.data() + row.pairs;
        for (std::uint32_t m = pairs[begin - row.begin].begin; m < pairs[end - row.begin].begin; ++m) {
            visit(m_words.matches[m_order[m]]);
        }
    }
}

double WordScorer::joined(std::size_t sentences) const {
    return sentences == 1 ? 0 : m_model.joined * std::log(static_cast<double>(sentences));
}

WordEvidence WordScorer::evidence(Range first, Range second) const {
    thread_local Strongest of_first;
    thread_local Strongest of_second;
    of_first.start(m_words.first.words_of(first));
    of_second.start(m_words.second.words_of(second));
    for_each_match(first, second, [&](const WordMatch& match) {
        of_first.raise(match.first, match.strength);
        of_second.raise(match.second, match.strength);
    });
    const double joined_first = joined(second.size());
    const double joined_second = joined(first.size());
    WordEvidence sum;
    for_each_match(first, second, [&](const WordMatch& match) {
        sum.first += (m_first.gain[match.first] + joined_first) * of_first.take(match.first);
        sum.second += (m_second.gain[match.second] + joined_second) * of_second.take(match.second);
    });
    sum.first += m_first.missing[first.end] - m_first.missing[first.begin];
    sum.second += m_second.missing[second.end] - m_second.missing[second.begin];
    return sum;
}

void WordScorer::add_counts(const SideWords& words, const Side& side, Range own, Range other,
                            std::vector<Answered>& answers, WordCounts& counts) const {
    keep_strongest(answers);
    const Range range = words.words_of(own);
    auto answer = answers.begin();
    for (std::size_t i = range.begin; i < range.end; ++i) {
        WordCounts::Class* of_class = counts_of(counts, words.words[i].kind);
        const double strength = answer != answers.end() && answer->first == i ? (answer++)->second : 0;
        if (of_class != nullptr) {
            of_class->found += strength;
            of_class->surprise += strength * side.surprise[i];
            of_class->missing += 1 - strength;
        }
        counts.joined += strength * std::log(static_cast<double>(other.size()));
    }
}

WordCounts WordScorer::counts(Range first, Range second) const {
    std::vector<Answered> of_first;
    std::vector<Answered> of_second;
    for_each_match(first, second, [&](const WordMatch& match) {
        of_first.emplace_back(match.first, match.strength);
        of_second.emplace_back(match.second, match.strength);
    });
    WordCounts counts;
    add_counts(m_words.first, m_first, first, second, of_first, counts);
    add_counts(m_words.second, m_second, second, first, of_second, counts);
    return counts;
}

double WordScorer::weight_of(const WordMatch& match) const {
    return match.strength * (m_first.gain[match.first] + m_second.gain[match.second]);
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
    const WordModel& model = pair_word_model(first_pack.code, second_pack.code);
    const WordEvidence evidence = WordScorer(words, model).evidence({0, 1}, {0, 1});
    return evidence.first + evidence.second;
}

} // namespace qosar
