// Lines of a plain, gzip or zstd file or of standard input, with their place in the uncompressed bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "qosar/base/byte_reader.hpp"
#include "qosar/model/range.hpp"

namespace qosar {

struct Line {
    std::string text; ///< without its end; CR before LF is taken off too
    Range bytes;      ///< in the uncompressed input, its end (`\n`) included
    bool cut = false; ///< it was longer than the limit: `text` holds only its beginning
};

/// Reads with constant memory. Compression is told by the first bytes.
class LineReader {
public:
    /// Reads "-" from standard input. Lines beyond `line_limit` bytes are cut. Throws Error when the file
    /// cannot be opened, is a folder, is damaged or cut short, or expands to more than `total_limit` bytes.
    LineReader(const std::filesystem::path& path, std::size_t line_limit, std::uint64_t total_limit,
               Hashing hashing = Hashing::sha256);
    LineReader(std::unique_ptr<ByteReader> bytes, std::size_t line_limit);
    ~LineReader();
    LineReader(const LineReader&) = delete;
    LineReader& operator=(const LineReader&) = delete;

    bool next(Line& line);              ///< false at the end
    [[nodiscard]] std::string sha256(); ///< as ByteReader has it

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace qosar
