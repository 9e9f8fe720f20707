#include "train_candidates.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

#include "qosar/base/parallel.hpp"

namespace qosar {

namespace {

struct Candidate {
    std::uint32_t word;
    std::uint32_t together;

    auto operator<=>(const Candidate&) const = default;
};

/// For each word of one side its candidates on the other, ascending.
using CandidateLists = std::vector<std::vector<Candidate>>;

/// Lists of numbers in a row.
struct Lists {
    std::vector<std::uint32_t> begins{0}; ///< one more at the end
    std::vector<std::uint32_t> items;

    [[nodiscard]] std::size_t size() const { return begins.size() - 1; }
};

double x_log_x(double x) { return x > 0 ? x * std::log(x) : 0; }

/// The words of each sentence, each once.
Lists distinct_words(const TrainingSide& side) {
    Lists out;
    out.items.reserve(side.words.size());
    std::vector<std::uint32_t> words;
    for (std::size_t s = 0; s < side.sentences(); ++s) {
        words.assign(side.words.begin() + side.begins[s], side.words.begin() + side.begins[s + 1]);
        std::sort(words.begin(), words.end());
        out.items.insert(out.items.end(), words.begin(), std::unique(words.begin(), words.end()));
        out.begins.push_back(static_cast<std::uint32_t>(out.items.size()));
    }
    return out;
}

/// For each of `count` items the lists that hold it.
Lists turned(const Lists& lists, std::size_t count) {
    Lists out;
    out.begins.assign(count + 1, 0);
    for (const std::uint32_t item : lists.items) {
        ++out.begins[item + 1];
    }
    std::partial_sum(out.begins.begin(), out.begins.end(), out.begins.begin());
    out.items.resize(lists.items.size());
    std::vector<std::uint32_t> next(out.begins.begin(), out.begins.end() - 1);
    for (std::uint32_t list = 0; list < lists.size(); ++list) {
        for (std::uint32_t i = lists.begins[list]; i < lists.begins[list + 1]; ++i) {
            out.items[next[lists.items[i]]++] = list;
        }
    }
    return out;
}

std::vector<std::uint32_t> sizes_of(const Lists& lists) {
    std::vector<std::uint32_t> sizes(lists.size());
    std::adjacent_difference(lists.begins.begin() + 1, lists.begins.end(), sizes.begin());
    return sizes;
}

/// Calls `work(begin, end)` for ranges of words that together cover all, side by side; each range holds a fair share
/// of the sentences.
void for_word_ranges(const Lists& sentences_of, std::size_t threads,
                     const std::function<void(std::uint32_t, std::uint32_t)>& work) {
    const std::size_t share = std::max<std::size_t>(1, sentences_of.items.size() / 256);
    std::uint32_t next = 0;
    using Words = std::pair<std::uint32_t, std::uint32_t>;
    parallel_map<Words, bool>(
        threads,
        [&](Words& range) {
            range.first = next;
            while (next < sentences_of.size() && sentences_of.begins[next] - sentences_of.begins[range.first] < share) {
                ++next;
            }
            range.second = next;
            return range.first < range.second;
        },
        [&](Words& range) {
            work(range.first, range.second);
            return true;
        },
        [](bool&) {});
}

/// Finds the candidates of single words; keeps its tables from one to the next.
class CandidateFinder {
public:
    CandidateFinder(const Lists& sentences_of, const Lists& other_words, const std::vector<std::uint32_t>& with_other,
                    const TrainOptions& options)
        : m_sentences_of(sentences_of), m_other_words(other_words), m_with_other(with_other), m_options(options),
          m_together(with_other.size()) {}

    std::vector<Candidate> of(std::uint32_t word) {
        count_company(word);
        const auto with = static_cast<double>(m_sentences_of.begins[word + 1] - m_sentences_of.begins[word]);
        const auto all = static_cast<double>(m_other_words.size());
        m_ranked.clear();
        for (const std::uint32_t other : m_found) {
            const std::uint32_t together = std::exchange(m_together[other], 0);
            const auto with_other = static_cast<double>(m_with_other[other]);
            if (together >= m_options.least_together && together * all > with * with_other) {
                m_ranked.emplace_back(-company(together, with, with_other, all), Candidate{other, together});
            }
        }
        const std::size_t kept = std::min(m_options.most_candidates, m_ranked.size());
        std::partial_sort(m_ranked.begin(), m_ranked.begin() + static_cast<std::ptrdiff_t>(kept), m_ranked.end());
        std::vector<Candidate> best;
        for (std::size_t i = 0; i < kept; ++i) {
            best.push_back(m_ranked[i].second);
        }
        std::sort(best.begin(), best.end());
        return best;
    }

private:
    void count_company(std::uint32_t word) {
        m_found.clear();
        for (std::uint32_t s = m_sentences_of.begins[word]; s < m_sentences_of.begins[word + 1]; ++s) {
            const std::uint32_t sentence = m_sentences_of.items[s];
            for (std::uint32_t i = m_other_words.begins[sentence]; i < m_other_words.begins[sentence + 1]; ++i) {
                const std::uint32_t other = m_other_words.items[i];
                if (m_together[other]++ == 0) {
                    m_found.push_back(other);
                }
            }
        }
    }

    const Lists& m_sentences_of;
    const Lists& m_other_words;
    const std::vector<std::uint32_t>& m_with_other;
    const TrainOptions& m_options;
    std::vector<std::uint32_t> m_together; ///< by other word; zeros between two calls
    std::vector<std::uint32_t> m_found;
    std::vector<std::pair<double, Candidate>> m_ranked;
};

CandidateLists candidate_lists(const Lists& sentences_of, const Lists& other_words,
                               const std::vector<std::uint32_t>& with_other, const TrainOptions& options) {
    CandidateLists lists(sentences_of.size());
    for_word_ranges(sentences_of, options.threads, [&](std::uint32_t begin, std::uint32_t end) {
        CandidateFinder finder(sentences_of, other_words, with_other, options);
        for (std::uint32_t word = begin; word < end; ++word) {
            lists[word] = finder.of(word);
        }
    });
    return lists;
}

} // namespace

double company(double together, double a, double b, double all) {
    const double neither = all - a - b + together;
    const double half_g2 = x_log_x(together) + x_log_x(a - together) + x_log_x(b - together) + x_log_x(neither) -
                           x_log_x(a) - x_log_x(b) - x_log_x(all - a) - x_log_x(all - b) + x_log_x(all);
    return together * all >= a * b ? half_g2 : -half_g2;
}

Candidates find_candidates(const TrainingText& text, const TrainOptions& options) {
    const Lists first_words = distinct_words(text.first);
    const Lists second_words = distinct_words(text.second);
    const Lists with_first = turned(first_words, text.first.occurrences.size());
    const Lists with_second = turned(second_words, text.second.occurrences.size());
    Candidates out;
    out.with_first = sizes_of(with_first);
    out.with_second = sizes_of(with_second);
    CandidateLists lists = candidate_lists(with_first, second_words, out.with_second, options);
    const CandidateLists of_second = candidate_lists(with_second, first_words, out.with_first, options);
    for (std::uint32_t word = 0; word < of_second.size(); ++word) {
        for (const Candidate& candidate : of_second[word]) {
            lists[candidate.word].push_back({word, candidate.together});
        }
    }
    out.begins.push_back(0);
    for (std::vector<Candidate>& list : lists) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        for (const Candidate& candidate : list) {
            out.second.push_back(candidate.word);
            out.together.push_back(candidate.together);
        }
        out.begins.push_back(static_cast<std::uint32_t>(out.second.size()));
        list = {};
    }
    return out;
}

} // namespace qosar
