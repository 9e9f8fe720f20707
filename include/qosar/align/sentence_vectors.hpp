// Vectors of sentences that a model made elsewhere: a raw matrix of float32, one row a line, as vecalign (Thompson and
// Koehn 2019) and numpy's `tofile` write it.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "qosar/align/corridor.hpp"
#include "qosar/base/hash.hpp"

namespace qosar {

/// Rows of little-endian float32, one behind the other, where they lie.
struct VectorMatrix {
    std::shared_ptr<const void> owner; ///< keeps the values
    const float* values = nullptr;
    std::size_t rows = 0;
    std::size_t dimension = 0;

    [[nodiscard]] const float* row(std::size_t i) const { return values + i * dimension; }
};

inline constexpr std::size_t largest_dimension = 65'536;

/// Maps a file of so many rows; its size tells the dimension unless that is given. Throws Error where the size is not
/// that of such a matrix, or a number is not finite, or a row is all zero that `may_be_zero` does not allow.
VectorMatrix map_vectors(const std::filesystem::path& path, std::size_t rows, std::size_t dimension,
                         const std::function<bool(std::size_t)>& may_be_zero);

/// Joined sentences on one line as vecalign's overlap.py writes them: without white space around each, one blank
/// between two, BLANK_LINE for an empty one, cut after 10,000 characters.
std::string vector_line(const std::vector<std::string_view>& sentences, Range range);

/// Finds the row of a line by its text, without white space around it. Of equal lines the first counts.
class LineRows {
public:
    /// Gives the next row to a line. Returns whether the line is new; else it has a row already and gets none.
    bool add(std::string_view line, std::size_t row);
    /// Null if there is none.
    [[nodiscard]] const std::size_t* find(std::string_view line) const;
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }

private:
    struct Low {
        std::size_t operator()(const Hash128& hash) const { return hash.low; }
    };
    std::unordered_map<Hash128, std::size_t, Low> m_rows;
};

/// The vectors of one text.
struct SideVectors {
    std::shared_ptr<const void> owner;
    std::size_t dimension = 0;
    /// `rows[k - 1][i]`: of the k sentences from number i on, joined; null where nobody has made one. A single sentence
    /// without one, such as an empty line, says nothing.
    std::array<std::vector<const float*>, longest_side> rows;

    [[nodiscard]] std::size_t sentences() const { return rows.front().size(); }
};

/// Row i is that of sentence i.
SideVectors vectors_in_order(const VectorMatrix& matrix);

/// Rows by the vector_line of sentences and of up to four joined ones. Throws Error naming a sentence without a vector;
/// `name` is its text's.
SideVectors vectors_by_text(const VectorMatrix& matrix, const LineRows& lines,
                            const std::vector<std::string_view>& sentences, const std::string& name);

} // namespace qosar
