#include "qosar/group/comparison.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "fact_conflicts.hpp"

namespace qosar {

namespace {

constexpr std::size_t no_sentence = static_cast<std::size_t>(-1);
constexpr std::ptrdiff_t most_places = 8; ///< of a word by which sentences are looked up
constexpr std::size_t most_partners = 3;  ///< that a sentence is compared with
constexpr std::size_t named_facts = 8;

/// Hashes of those words that are `wanted`.
template <typename Wanted>
std::vector<std::uint64_t> sorted_hashes(std::span<const ComparedWord> words, Wanted&& wanted) {
    std::vector<std::uint64_t> hashes;
    hashes.reserve(words.size());
    for (const ComparedWord& word : words) {
        if (wanted(word)) {
            hashes.push_back(word.hash);
        }
    }
    std::sort(hashes.begin(), hashes.end());
    return hashes;
}

/// What two sorted sentences have in common, each word as often as both have it.
std::size_t shared_hashes(const std::vector<std::uint64_t>& first, const std::vector<std::uint64_t>& second) {
    std::size_t shared = 0;
    for (std::size_t i = 0, j = 0; i < first.size() && j < second.size();) {
        shared += first[i] == second[j] ? 1 : 0;
        const bool next_first = first[i] <= second[j];
        j += second[j] <= first[i] ? 1 : 0;
        i += next_first ? 1 : 0;
    }
    return shared;
}

std::size_t shared_words(std::span<const ComparedWord> a, std::span<const ComparedWord> b) {
    const auto all = [](const ComparedWord&) { return true; };
    return shared_hashes(sorted_hashes(a, all), sorted_hashes(b, all));
}

/// The words that two sentences share, of those that are no facts.
double plain_overlap(std::span<const ComparedWord> a, std::span<const ComparedWord> b) {
    const auto is_plain = [](const ComparedWord& word) {
        return word.kind == WordKind::plain || word.kind == WordKind::maybe_name;
    };
    const std::vector<std::uint64_t> first = sorted_hashes(a, is_plain);
    const std::vector<std::uint64_t> second = sorted_hashes(b, is_plain);
    const std::size_t all = first.size() + second.size();
    return all == 0 ? 1 : 2.0 * static_cast<double>(shared_hashes(first, second)) / static_cast<double>(all);
}

/// Which sentence of the second text answers each of the first one's.
class SentenceMatches {
public:
    SentenceMatches(const ComparedText& a, const ComparedText& b, double least_overlap)
        : m_a(a), m_b(b), m_least_overlap(least_overlap), partner_of_a(a.sentences.size(), no_sentence),
          partner_of_b(b.sentences.size(), no_sentence) {
        match_headlines();
        match_equal();
        match_edited();
    }

    [[nodiscard]] std::span<const ComparedWord> a(std::size_t i) const { return words(m_a, i); }
    [[nodiscard]] std::span<const ComparedWord> b(std::size_t i) const { return words(m_b, i); }

private:
    struct Candidate {
        double overlap = 0;
        std::size_t a = 0;
        std::size_t b = 0;
    };

    static std::span<const ComparedWord> words(const ComparedText& text, std::size_t i) {
        const ComparedSentence& sentence = text.sentences[i];
        return std::span(text.words).subspan(sentence.begin, sentence.size());
    }

    [[nodiscard]] double overlap(std::size_t i, std::size_t j) const {
        const std::size_t all = a(i).size() + b(j).size();
        return all == 0 ? 0 : 2.0 * static_cast<double>(shared_words(a(i), b(j))) / static_cast<double>(all);
    }

    void join(std::size_t i, std::size_t j) {
        partner_of_a[i] = j;
        partner_of_b[j] = i;
    }

    void match_headlines() {
        if (overlap(0, 0) >= m_least_overlap) {
            join(0, 0);
        }
    }

    static std::vector<std::pair<std::uint64_t, std::size_t>> by_hash(const ComparedText& text) {
        std::vector<std::pair<std::uint64_t, std::size_t>> sentences;
        for (std::size_t i = 1; i < text.sentences.size(); ++i) {
            sentences.emplace_back(text.sentences[i].hash, i);
        }
        std::sort(sentences.begin(), sentences.end());
        return sentences;
    }

    void match_equal() {
        const auto first = by_hash(m_a);
        const auto second = by_hash(m_b);
        for (std::size_t i = 0, j = 0; i < first.size() && j < second.size();) {
            if (first[i].first == second[j].first) {
                join(first[i++].second, second[j++].second);
            } else {
                ++(first[i].first < second[j].first ? i : j);
            }
        }
    }

    /// A word and a sentence that has it.
    using Place = std::pair<std::uint64_t, std::size_t>;

    /// Sentences of `b` without a partner by their words, each once.
    [[nodiscard]] std::vector<Place> places_in_b() const {
        std::vector<Place> places;
        for (std::size_t j = 1; j < partner_of_b.size(); ++j) {
            if (partner_of_b[j] == no_sentence) {
                for (const ComparedWord& word : b(j)) {
                    places.emplace_back(word.hash, j);
                }
            }
        }
        std::sort(places.begin(), places.end());
        places.erase(std::unique(places.begin(), places.end()), places.end());
        return places;
    }

    void match_edited() {
        const std::vector<Place> places = places_in_b();
        std::vector<Candidate> candidates;
        for (std::size_t i = 1; i < partner_of_a.size() && !places.empty(); ++i) {
            if (partner_of_a[i] == no_sentence) {
                add_candidates(i, places, candidates);
            }
        }
        std::sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
            return std::tuple(-x.overlap, x.a, x.b) < std::tuple(-y.overlap, y.a, y.b);
        });
        for (const Candidate& candidate : candidates) {
            if (partner_of_a[candidate.a] == no_sentence && partner_of_b[candidate.b] == no_sentence) {
                join(candidate.a, candidate.b);
            }
        }
    }

    void add_candidates(std::size_t i, const std::vector<Place>& places, std::vector<Candidate>& out) const {
        std::vector<std::size_t> found;
        for (const ComparedWord& word : a(i)) {
            const auto first = std::lower_bound(places.begin(), places.end(), Place{word.hash, 0});
            auto last = first;
            while (last != places.end() && last->first == word.hash && last - first <= most_places) {
                ++last;
            }
            if (last - first <= most_places) {
                std::transform(first, last, std::back_inserter(found), [](const Place& place) { return place.second; });
            }
        }
        std::sort(found.begin(), found.end());
        std::vector<std::pair<std::size_t, std::size_t>> counts; // how many words, which sentence
        for (std::size_t k = 0; k < found.size(); ++k) {
            if (k == 0 || found[k] != found[k - 1]) {
                counts.emplace_back(0, found[k]);
            }
            ++counts.back().first;
        }
        std::stable_sort(counts.begin(), counts.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
        for (std::size_t k = 0; k < std::min(most_partners, counts.size()); ++k) {
            const double share = overlap(i, counts[k].second);
            if (share >= m_least_overlap) {
                out.push_back({share, i, counts[k].second});
            }
        }
    }

    const ComparedText& m_a;
    const ComparedText& m_b;
    double m_least_overlap;

public:
    std::vector<std::size_t> partner_of_a;
    std::vector<std::size_t> partner_of_b;
};

/// Hashes of the words in sentences that have no partner: what only moved, or was cut differently, is found there.
std::vector<std::uint64_t> left_over(const ComparedText& text, const std::vector<std::size_t>& partners) {
    std::vector<std::uint64_t> hashes;
    for (std::size_t i = 1; i < partners.size(); ++i) {
        if (partners[i] == no_sentence) {
            for (std::size_t k = text.sentences[i].begin; k < text.sentences[i].end; ++k) {
                hashes.push_back(text.words[k].hash);
            }
        }
    }
    std::sort(hashes.begin(), hashes.end());
    return hashes;
}

double share_of(std::size_t shared, std::size_t all) {
    return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

} // namespace

TextComparison compare_texts(const ComparedText& a, const ComparedText& b, const SeenWords& seen,
                             const ComparisonOptions& options) {
    const SentenceMatches matches(a, b, options.sentence_overlap);
    std::size_t shared = 0;
    for (std::size_t i = 1; i < a.sentences.size(); ++i) {
        if (const std::size_t j = matches.partner_of_a[i]; j != no_sentence) {
            shared += a.sentences[i].hash == b.sentences[j].hash ? a.sentences[i].size()
                                                                 : shared_words(matches.a(i), matches.b(j));
        }
    }
    TextComparison comparison;
    comparison.of_shorter = share_of(shared, std::min(a.body_words(), b.body_words()));
    comparison.of_longer = share_of(shared, std::max(a.body_words(), b.body_words()));
    if (comparison.of_shorter < options.least_of_shorter || comparison.of_longer < options.least_of_longer) {
        return comparison;
    }
    comparison.likeness = Likeness::near;
    if (a.facts == b.facts) {
        return comparison;
    }
    FactConflicts conflicts(a, b, seen, left_over(a, matches.partner_of_a), left_over(b, matches.partner_of_b));
    for (std::size_t i = 0; i < a.sentences.size() && comparison.differing.size() < named_facts; ++i) {
        const std::size_t j = matches.partner_of_a[i];
        if (j != no_sentence && a.sentences[i].hash != b.sentences[j].hash &&
            plain_overlap(matches.a(i), matches.b(j)) >= options.template_overlap) {
            conflicts.find(matches.a(i), matches.b(j), comparison.differing);
        }
    }
    if (!comparison.differing.empty()) {
        comparison.likeness = Likeness::same_template;
        comparison.differing.resize(std::min(named_facts, comparison.differing.size()));
    }
    return comparison;
}

} // namespace qosar
