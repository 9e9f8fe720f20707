// The bytes of a plain, gzip or zstd file or of standard input, uncompressed, block by block.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "qosar/base/error.hpp"

namespace qosar {

/// Compressed data that is broken, cut short or too large: what came before it is sound.
class DamagedError : public Error {
public:
    using Error::Error;
};

/// Whether the bytes of a file are hashed while it is read.
enum class Hashing { none, sha256 };

class ByteReader {
public:
    /// Reads "-" from standard input. Compression is told by the first bytes. Throws Error when the file cannot be
    /// opened or is a folder.
    ByteReader(const std::filesystem::path& path, std::uint64_t total_limit, Hashing hashing = Hashing::sha256);
    /// Gives these bytes as they are; for what lies within another file.
    explicit ByteReader(std::string bytes);
    ~ByteReader();
    ByteReader(const ByteReader&) = delete;
    ByteReader& operator=(const ByteReader&) = delete;

    /// Appends at least one byte to `out`, or nothing at the end. Throws DamagedError when the file is damaged or cut
    /// short, or expands to more than `total_limit` bytes.
    void read(std::string& out);
    /// The first `count` of the bytes that `read` will give, or all of them if there are fewer. Valid until the next
    /// call. Damage shows in `read` alone.
    std::string_view peek(std::size_t count);
    /// Of the bytes as they lie in the file, if they were hashed; reads what is left of them. Nothing may be read
    /// afterwards.
    [[nodiscard]] std::string sha256();

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace qosar
