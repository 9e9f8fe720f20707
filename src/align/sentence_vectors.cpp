#include "qosar/align/sentence_vectors.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "qosar/base/error.hpp"
#include "qosar/base/mapped_file.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

static_assert(std::endian::native == std::endian::little, "vectors are mapped as they lie in the file");

constexpr std::size_t longest_line = 10'000; ///< code points, as vecalign cuts lines
constexpr std::string_view blank_line = "BLANK_LINE";

std::size_t dimension_of(const std::string& name, std::size_t bytes, std::size_t rows, std::size_t dimension) {
    const std::size_t row_bytes = dimension != 0 ? dimension * sizeof(float) : bytes / std::max<std::size_t>(rows, 1);
    if (row_bytes == 0 && rows == 0) {
        return 0;
    }
    if (row_bytes == 0 || row_bytes % sizeof(float) != 0 || bytes != rows * row_bytes) {
        throw Error(name + ": " + std::to_string(bytes) + " bytes are no " + std::to_string(rows) +
                    " rows of float32, one for each line" +
                    (dimension != 0 ? ", of " + std::to_string(dimension) + " numbers each" : "") +
                    "; is it whole, and of this text?");
    }
    if (row_bytes / sizeof(float) > largest_dimension) {
        throw Error(name + ": vectors of " + std::to_string(row_bytes / sizeof(float)) + " numbers are too long; " +
                    std::to_string(largest_dimension) + " is the most");
    }
    return row_bytes / sizeof(float);
}

} // namespace

VectorMatrix map_vectors(const std::filesystem::path& path, std::size_t rows, std::size_t dimension,
                         const std::function<bool(std::size_t)>& may_be_zero) {
    const MappedFile file = map_file(path);
    VectorMatrix matrix{file.owner, nullptr, rows, dimension_of(path.string(), file.bytes.size(), rows, dimension)};
    matrix.values = reinterpret_cast<const float*>(file.bytes.data());
    for (std::size_t i = 0; i < rows; ++i) {
        const float* row = matrix.row(i);
        const auto fail = [&](const std::string& what) {
            throw Error(path.string() + ": row " + std::to_string(i + 1) + what);
        };
        bool zero = true;
        for (std::size_t k = 0; k < matrix.dimension; ++k) {
            if (!std::isfinite(row[k])) {
                fail(", number " + std::to_string(k + 1) + " is not finite");
            }
            zero = zero && row[k] == 0;
        }
        if (zero && !may_be_zero(i)) {
            fail(" is all zero, but its line is not empty");
        }
    }
    return matrix;
}

std::string vector_line(const std::vector<std::string_view>& sentences, Range range) {
    std::string line;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const std::string_view sentence = trimmed(sentences[i]);
        line += i == range.begin ? "" : " ";
        line += sentence.empty() ? blank_line : sentence;
    }
    if (line.size() > longest_line) {
        std::size_t end = 0;
        for (std::size_t count = 0; count < longest_line && end < line.size(); ++count) {
            next_code_point(line, end);
        }
        line.resize(end);
    }
    return line;
}

bool LineRows::add(std::string_view line, std::size_t row) {
    return m_rows.emplace(hash128(trimmed(line)), row).second;
}

const std::size_t* LineRows::find(std::string_view line) const {
    const auto found = m_rows.find(hash128(trimmed(line)));
    return found == m_rows.end() ? nullptr : &found->second;
}

SideVectors vectors_in_order(const VectorMatrix& matrix) {
    SideVectors side{matrix.owner, matrix.dimension, {}};
    for (std::size_t i = 0; i < matrix.rows; ++i) {
        side.rows.front().push_back(matrix.row(i));
    }
    for (std::size_t k = 1; k < longest_side; ++k) {
        side.rows[k].assign(matrix.rows, nullptr);
    }
    return side;
}

SideVectors vectors_by_text(const VectorMatrix& matrix, const LineRows& lines,
                            const std::vector<std::string_view>& sentences, const std::string& name) {
    SideVectors side{matrix.owner, matrix.dimension, {}};
    for (std::size_t k = 1; k <= longest_side; ++k) {
        side.rows[k - 1].assign(sentences.size(), nullptr);
        for (std::size_t i = 0; i + k <= sentences.size(); ++i) {
            if (const std::size_t* row = lines.find(vector_line(sentences, {i, i + k}))) {
                side.rows[k - 1][i] = matrix.row(*row);
            } else if (k == 1 && !trimmed(sentences[i]).empty()) {
                throw Error(name + ":" + std::to_string(i + 1) + ": there is no vector for '" +
                            shortened(sentences[i], 60) + "'");
            }
        }
    }
    return side;
}

} // namespace qosar
