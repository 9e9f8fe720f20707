#include "qosar/words/train.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include "qosar/base/parallel.hpp"
#include "train_candidates.hpp"

namespace qosar {

namespace {

/// How much two relative places prefer each other: exp(-tension × distance), from a table.
class Diagonal {
public:
    explicit Diagonal(double tension) : m_tension(tension) {
        for (std::size_t i = 0; i < m_table.size(); ++i) {
            m_table[i] = std::exp(-tension * static_cast<double>(i) / steps);
        }
    }

    /// Of word `i` of `m` and word `j` of `n`, as a place in the table.
    [[nodiscard]] static std::uint16_t place(std::size_t i, double m, std::size_t j, double n) {
        const double distance = std::abs((static_cast<double>(i) + 0.5) / m - (static_cast<double>(j) + 0.5) / n);
        return static_cast<std::uint16_t>(distance * steps + 0.5);
    }
    [[nodiscard]] double at(std::uint16_t place) const { return m_table[place]; }

    /// About the sum over all words of the other side for word `i` of `m`: the integral in place of the sum.
    [[nodiscard]] double sum(std::size_t i, double m, double others) const {
        if (m_tension <= 0) {
            return others;
        }
        const double place = (static_cast<double>(i) + 0.5) / m;
        const auto table = [&](double x) { return m_table[static_cast<std::size_t>(x * steps + 0.5)]; };
        return others * (2 - table(place) - table(1 - place)) / m_tension;
    }

private:
    static constexpr double steps = 1024;
    double m_tension;
    std::array<double, 1026> m_table{};
};

/// exp of the digamma function, for x > 0: by its recurrence up to 6, then by its asymptotic series.
double exp_digamma(double x) {
    double shift = 0;
    for (; x < 6; ++x) {
        shift += 1 / x;
    }
    const double square = 1 / (x * x);
    return std::exp(std::log(x) - 0.5 / x - square * (1.0 / 12 - square * (1.0 / 120 - square / 252)) - shift);
}

/// A sum of numbers from 0 to 1 that is the same in whatever order they come.
class ExactSum {
public:
    void add(double value) {
        const auto parts = static_cast<std::uint64_t>(value * one + 0.5);
        std::atomic_ref(m_parts).fetch_add(parts, std::memory_order_relaxed);
    }
    [[nodiscard]] double value() const { return static_cast<double>(m_parts) / one; }

private:
    static constexpr double one = 4294967296.0;
    std::uint64_t m_parts = 0;
};

/// Two words of a sentence pair that may be linked.
struct Cell {
    std::uint32_t link;
    std::uint16_t near; ///< for Diagonal::at
    std::uint8_t first;
    std::uint8_t second;
};

/// The cells of some sentences in a row.
struct Block {
    std::size_t begin = 0; ///< its first sentence
    std::vector<Cell> cells;
    std::vector<std::uint32_t> ends; ///< of each sentence's cells
};

/// p(second | first) and p(first | second) of a candidate.
struct Chances {
    float forward = 0;
    float backward = 0;
};

/// Expected counts of a candidate.
struct Counts {
    ExactSum forward;
    ExactSum backward;
};

class Trainer {
public:
    Trainer(const TrainingText& text, const TrainOptions& options)
        : m_text(text), m_options(options), m_diagonal(options.diagonal_tension),
          m_links(find_candidates(text, options)), m_chances(m_links.second.size()), m_counts(m_links.second.size()) {
        find_cells();
        normalise([&](std::size_t link) {
            const auto count = static_cast<double>(m_links.together[link]);
            return std::pair(count, count);
        });
    }

    void iterate() {
        count([](Counts& counts, double forward, double backward) {
            counts.forward.add(forward);
            counts.backward.add(backward);
        });
        normalise([&](std::size_t link) {
            return std::pair(m_counts[link].forward.value(), m_counts[link].backward.value());
        });
    }

    /// What is worth keeping, by the links on which both directions agree.
    std::vector<Translation> translations() {
        count([](Counts& counts, double forward, double backward) { counts.forward.add(forward * backward); });
        std::vector<Translation> kept;
        for (std::uint32_t word = 0; word + 1 < m_links.begins.size(); ++word) {
            for (std::uint32_t link = m_links.begins[word]; link < m_links.begins[word + 1]; ++link) {
                keep(word, link, m_counts[link].forward.value(), kept);
            }
        }
        return kept;
    }

private:
    static constexpr std::size_t sentences_of_block = 4096;

    /// Calls `work` for each block, side by side.
    void for_blocks(const std::function<void(Block&)>& work) {
        std::size_t next = 0;
        parallel_map<Block*, bool>(
            m_options.threads,
            [&](Block*& block) {
                block = next < m_blocks.size() ? &m_blocks[next++] : nullptr;
                return block != nullptr;
            },
            [&](Block*& block) {
                work(*block);
                return true;
            },
            [](bool&) {});
    }

    void find_cells() {
        m_blocks.resize((m_text.first.sentences() + sentences_of_block - 1) / sentences_of_block);
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            m_blocks[i].begin = i * sentences_of_block;
        }
        for_blocks([&](Block& block) {
            std::vector<Cell> cells;
            std::vector<std::pair<std::uint32_t, std::size_t>> words;
            const std::size_t end = std::min(block.begin + sentences_of_block, m_text.first.sentences());
            for (std::size_t s = block.begin; s < end; ++s) {
                find_cells_of(s, words, cells);
                block.ends.push_back(static_cast<std::uint32_t>(cells.size()));
            }
            block.cells.assign(cells.begin(), cells.end()); // without room to spare
        });
    }

    /// `words` is for use within.
    void find_cells_of(std::size_t sentence, std::vector<std::pair<std::uint32_t, std::size_t>>& words,
                       std::vector<Cell>& cells) const {
        const std::uint32_t first = m_text.first.begins[sentence];
        const std::uint32_t second = m_text.second.begins[sentence];
        const std::size_t m = m_text.first.begins[sentence + 1] - first;
        const std::size_t n = m_text.second.begins[sentence + 1] - second;
        words.clear();
        for (std::size_t j = 0; j < n; ++j) {
            words.emplace_back(m_text.second.words[second + j], j);
        }
        std::sort(words.begin(), words.end());
        for (std::size_t i = 0; i < m; ++i) {
            const std::uint32_t word = m_text.first.words[first + i];
            auto link = m_links.second.begin() + m_links.begins[word];
            const auto end = m_links.second.begin() + m_links.begins[word + 1];
            for (const auto& [other, j] : words) {
                link = std::lower_bound(link, end, other);
                if (link == end) {
                    break;
                }
                if (*link == other) {
                    cells.push_back({static_cast<std::uint32_t>(link - m_links.second.begin()),
                                     Diagonal::place(i, static_cast<double>(m), j, static_cast<double>(n)),
                                     static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(j)});
                }
            }
        }
    }

    /// Expected links of all cells, by what is known now: `add(counts, forward, backward)` gets the chance of each
    /// in both directions. Counts begin at 0.
    template <typename Add>
    void count(Add&& add) {
        std::fill(m_counts.begin(), m_counts.end(), Counts{});
        for_blocks([&](Block& block) {
            std::vector<double> to_first;
            std::vector<double> to_second;
            std::uint32_t begin = 0;
            for (std::size_t s = 0; s < block.ends.size(); ++s) {
                weigh_missing(block.begin + s, to_first, to_second);
                for (std::uint32_t c = begin; c < block.ends[s]; ++c) {
                    const Cell& cell = block.cells[c];
                    const double near = m_diagonal.at(cell.near);
                    to_first[cell.first] += near * static_cast<double>(m_chances[cell.link].backward);
                    to_second[cell.second] += near * static_cast<double>(m_chances[cell.link].forward);
                }
                for (std::uint32_t c = begin; c < block.ends[s]; ++c) {
                    const Cell& cell = block.cells[c];
                    const double near = m_diagonal.at(cell.near);
                    const double forward = near * static_cast<double>(m_chances[cell.link].forward);
                    const double backward = near * static_cast<double>(m_chances[cell.link].backward);
                    add(m_counts[cell.link], forward / to_second[cell.second], backward / to_first[cell.first]);
                }
                begin = block.ends[s];
            }
        });
    }

    /// For each word of both sides the weight of having no counterpart: its share of the text, on the diagonal's scale.
    void weigh_missing(std::size_t sentence, std::vector<double>& to_first, std::vector<double>& to_second) const {
        const double odds = m_options.null_probability / (1 - m_options.null_probability);
        const auto weigh = [&](const TrainingSide& side, const TrainingSide& other, std::vector<double>& out) {
            const std::uint32_t begin = side.begins[sentence];
            const std::size_t words = side.begins[sentence + 1] - begin;
            const auto others = static_cast<double>(other.begins[sentence + 1] - other.begins[sentence]);
            out.resize(words);
            for (std::size_t i = 0; i < words; ++i) {
                const double share = static_cast<double>(side.occurrences[side.words[begin + i]]) /
                                     static_cast<double>(side.words.size());
                out[i] = odds * share * m_diagonal.sum(i, static_cast<double>(words), others);
            }
        };
        weigh(m_text.first, m_text.second, to_first);
        weigh(m_text.second, m_text.first, to_second);
    }

    /// Makes chances of expected counts; `counts_of(link)` gives those of both directions.
    template <typename CountsOf>
    void normalise(CountsOf&& counts_of) {
        std::vector<double> of_second(m_text.second.occurrences.size());
        for (std::uint32_t word = 0; word + 1 < m_links.begins.size(); ++word) {
            double of_first = 0;
            for (std::uint32_t link = m_links.begins[word]; link < m_links.begins[word + 1]; ++link) {
                const auto [forward, backward] = counts_of(link);
                of_first += forward + m_options.sparsity;
                of_second[m_links.second[link]] += backward + m_options.sparsity;
            }
            of_first = of_first > 0 ? exp_digamma(of_first) : 1;
            for (std::uint32_t link = m_links.begins[word]; link < m_links.begins[word + 1]; ++link) {
                m_chances[link].forward =
                    static_cast<float>(exp_digamma(counts_of(link).first + m_options.sparsity) / of_first);
            }
        }
        for (double& sum : of_second) {
            sum = sum > 0 ? exp_digamma(sum) : 1;
        }
        for (std::size_t link = 0; link < m_chances.size(); ++link) {
            m_chances[link].backward = static_cast<float>(exp_digamma(counts_of(link).second + m_options.sparsity) /
                                                          of_second[m_links.second[link]]);
        }
    }

    void keep(std::uint32_t word, std::uint32_t link, double count, std::vector<Translation>& kept) const {
        const std::uint32_t other = m_links.second[link];
        const double forward = std::min(1.0, count / m_text.first.occurrences[word]);
        const double backward = std::min(1.0, count / m_text.second.occurrences[other]);
        if (count < m_options.least_count || std::max(forward, backward) < m_options.least_probability) {
            return;
        }
        const auto all = static_cast<double>(m_text.first.sentences());
        const double surprise =
            company(m_links.together[link], m_links.with_first[word], m_links.with_second[other], all);
        if (surprise >= company(1, 1, 1, all) + m_options.least_surprise) {
            kept.push_back({m_text.first.spellings[word], m_text.second.spellings[other], forward, backward,
                            static_cast<std::uint32_t>(count + 0.5), "", 0});
        }
    }

    const TrainingText& m_text;
    TrainOptions m_options;
    Diagonal m_diagonal;
    Candidates m_links;
    std::vector<Block> m_blocks;
    std::vector<Chances> m_chances; ///< of each candidate
    std::vector<Counts> m_counts;
};

} // namespace

std::vector<Translation> train(const TrainingText& text, const TrainOptions& options) {
    if (text.first.sentences() == 0) {
        return {};
    }
    Trainer trainer(text, options);
    for (std::size_t i = 0; i < options.iterations; ++i) {
        trainer.iterate();
    }
    return trainer.translations();
}

} // namespace qosar
