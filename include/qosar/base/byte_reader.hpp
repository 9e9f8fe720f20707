// The bytes of a plain, gzip or zstd file or of standard input, uncompressed, block by block.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace qosar {

/// Whether the bytes of a file are hashed while it is read.
enum class Hashing { none, sha256 };

class ByteReader {
public:
    /// Reads "-" from standard input. Compression is told by the first bytes. Throws Error when the file cannot be
    /// opened or is a folder.
    ByteReader(const std::filesystem::path& path, std::uint64_t total_limit, Hashing hashing = Hashing::sha256);
    ~ByteReader();
    ByteReader(const ByteReader&) = delete;
    ByteReader& operator=(const ByteReader&) = delete;

    /// Appends at least one byte to `out`, or nothing at the end. Throws Error when the file is damaged or cut short,
    /// or expands to more than `total_limit` bytes.
    void read(std::string& out);
    [[nodiscard]] std::string
    sha256(); ///< of the bytes as they lie in the file, if they were hashed; only after the end

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace qosar
