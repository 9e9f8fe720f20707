// The part of the grid of two texts that a search passes through.
#pragma once

#include <cstddef>
#include <vector>

#include "qosar/align/steps.hpp"
#include "qosar/model/bead.hpp"
#include "qosar/model/range.hpp"
#include "qosar/words/paired_words.hpp"
#include "qosar/words/word_matches.hpp"

namespace qosar {

/// A pair of sentences that surely lie near the ladder.
struct Landmark {
    std::size_t first = 0;
    std::size_t second = 0;

    bool operator==(const Landmark&) const = default;
};

struct CorridorOptions {
    /// Texts whose product of sentence numbers is no larger are searched all over.
    std::size_t full_search_cells = 22'500;
    std::size_t slack = 6; ///< sentences beyond the landmarks
    std::size_t reach = 2; ///< so many landmarks in a row may be wrong
    /// A stretch between landmarks is searched all over if it has no more points than this times its rows and columns.
    std::size_t width = 40;
    std::size_t half_band = 48; ///< sentences to either side of the diagonal of larger stretches
};

/// Points (i, j) stand for i sentences of the first and j of the second side. Of each row i a range of columns j
/// belongs to the corridor; neither end ever goes back, and the first and the last point belong to it.
class Corridor {
public:
    /// All points of so many sentences.
    static Corridor whole(std::size_t first, std::size_t second);

    /// The surroundings of landmarks, which must ascend on both sides. Exchanging the sides exchanges the result.
    static Corridor around(const std::vector<Landmark>& landmarks, std::size_t first, std::size_t second,
                           const CorridorOptions& options);

    [[nodiscard]] Range row(std::size_t i) const { return m_rows[i]; }
    [[nodiscard]] bool has(std::size_t i, std::size_t j) const { return j >= m_rows[i].begin && j < m_rows[i].end; }
    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }
    [[nodiscard]] std::size_t columns() const { return m_columns; }
    [[nodiscard]] std::size_t points() const;

    /// For each first sentence, the second ones that some bead within the corridor could hold with it.
    [[nodiscard]] Windows windows() const;

private:
    Corridor(std::size_t first, std::size_t second) : m_rows(first + 1, Range{second, 0}), m_columns(second + 1) {}
    void add(Range rows, Range columns);
    void add_band(Landmark from, Landmark to, std::size_t half);
    void close();

    std::vector<Range> m_rows;
    std::size_t m_columns;
};

/// Sentence pairs that share rare words, names and numbers, in a chain that ascends on both sides; coarse to fine: what
/// is not rare in the whole text may be so between two landmarks. Linear in the length of the texts. Exchanging the
/// sides exchanges the result.
std::vector<Landmark> find_landmarks(const PairedWords& words);

/// The corridor of two texts: everything of small ones, else the surroundings of their landmarks, and of all required
/// beads, which ascend.
Corridor find_corridor(const PairedWords& words, const CorridorOptions& options = {},
                       const std::vector<Bead>& required = {});

} // namespace qosar
