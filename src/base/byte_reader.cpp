#include "qosar/base/byte_reader.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include <zlib.h>
#include <zstd.h>

#include "qosar/base/error.hpp"
#include "qosar/base/hash.hpp"

namespace qosar {

namespace {

constexpr std::size_t block_size = 1U << 17U;

/// Bytes of a file as they lie there.
class RawBytes {
public:
    RawBytes(const std::filesystem::path& path, Hashing hashing)
        : m_name(path == "-" ? "standard input" : path.string()) {
        if (hashing == Hashing::sha256) {
            m_sha.emplace();
        }
        if (path == "-") {
            m_stream = &std::cin;
            return;
        }
        if (std::filesystem::is_directory(path)) {
            throw Error(m_name + " is a folder; a file is needed here");
        }
        m_file.open(path, std::ios::binary);
        if (!m_file) {
            throw Error("cannot open " + m_name + ": " + std::strerror(errno));
        }
        m_stream = &m_file;
    }
    explicit RawBytes(std::string bytes) : m_name("the text"), m_memory(std::move(bytes)), m_stream(&m_memory) {
        m_sha.emplace();
    }

    std::size_t read(char* buffer, std::size_t size) {
        m_stream->read(buffer, static_cast<std::streamsize>(size));
        if (m_stream->bad()) {
            throw Error("cannot read " + m_name + ": " + std::strerror(errno));
        }
        const auto count = static_cast<std::size_t>(m_stream->gcount());
        if (m_sha) {
            m_sha->add({buffer, count});
        }
        return count;
    }

    [[nodiscard]] const std::string& name() const { return m_name; }
    std::string sha256() { return m_sha ? m_sha->hex() : std::string(); }

private:
    std::string m_name;
    std::ifstream m_file;
    std::istringstream m_memory;
    std::istream* m_stream = nullptr;
    std::optional<Sha256> m_sha;
};

enum class Compression { none, gzip, zstd };

Compression compression_of(std::string_view head) {
    if (head.substr(0, 2) == "\x1f\x8b") {
        return Compression::gzip;
    }
    return head.substr(0, 4) == "\x28\xb5\x2f\xfd" ? Compression::zstd : Compression::none;
}

} // namespace

class ByteReader::State {
public:
    State(const std::filesystem::path& path, std::uint64_t limit, Hashing hashing)
        : m_raw(path, hashing), m_limit(limit), m_input(std::make_unique_for_overwrite<char[]>(block_size)) {
        refill();
        m_kind = compression_of({m_input.get(), m_available});
        if (m_kind == Compression::gzip && inflateInit2(&m_gzip, 15 + 16) != Z_OK) {
            throw Error("cannot start zlib");
        }
        if (m_kind == Compression::zstd) {
            m_zstd = ZSTD_createDStream();
        }
    }
    explicit State(std::string bytes)
        : m_raw(std::move(bytes)), m_limit(UINT64_MAX), m_input(std::make_unique_for_overwrite<char[]>(block_size)) {}
    ~State() {
        if (m_kind == Compression::gzip) {
            inflateEnd(&m_gzip);
        }
        ZSTD_freeDStream(m_zstd);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void read(std::string& out) {
        if (!m_peeked.empty()) {
            out += m_peeked;
            m_peeked.clear();
            return;
        }
        if (m_damage) {
            throw *std::exchange(m_damage, std::nullopt);
        }
        read_on(out);
    }

    std::string_view peek(std::size_t count) {
        try {
            for (std::size_t before = 0; m_peeked.size() < count && !m_damage;) {
                before = m_peeked.size();
                read_on(m_peeked);
                if (m_peeked.size() == before) {
                    break;
                }
            }
        } catch (const DamagedError& damage) {
            m_damage = damage;
        }
        return std::string_view(m_peeked).substr(0, count);
    }

    std::string sha256() {
        while (refill()) {
        }
        return m_raw.sha256();
    }

private:
    void read_on(std::string& out) {
        const std::size_t before = out.size();
        while (out.size() == before && (m_available > 0 || refill())) {
            switch (m_kind) {
            case Compression::none: take_all(out); break;
            case Compression::gzip: expand_gzip(out); break;
            case Compression::zstd: expand_zstd(out); break;
            }
        }
        if (out.size() == before && m_inside) {
            throw DamagedError(m_raw.name() + " is cut short: its compressed data ends too early");
        }
        m_total += out.size() - before;
        if (m_total > m_limit) {
            throw DamagedError(m_raw.name() + " expands to more than " + std::to_string(m_limit) + " bytes, the limit");
        }
    }

    bool refill() {
        m_position = 0;
        m_available = m_raw.read(m_input.get(), block_size);
        return m_available > 0;
    }

    void consume(std::size_t count) {
        m_position += count;
        m_available -= count;
    }

    void take_all(std::string& out) {
        out.append(m_input.get() + m_position, m_available);
        consume(m_available);
    }

    [[noreturn]] void damaged() const {
        throw DamagedError(m_raw.name() + " is damaged: its compressed data cannot be read on");
    }

    void expand_gzip(std::string& out) {
        std::vector<char> block(block_size);
        m_gzip.next_in = reinterpret_cast<Bytef*>(m_input.get() + m_position);
        m_gzip.avail_in = static_cast<uInt>(m_available);
        m_gzip.next_out = reinterpret_cast<Bytef*>(block.data());
        m_gzip.avail_out = static_cast<uInt>(block.size());
        m_inside = true;
        const int result = inflate(&m_gzip, Z_NO_FLUSH);
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
            damaged();
        }
        consume(m_available - m_gzip.avail_in);
        out.append(block.data(), block.size() - m_gzip.avail_out);
        if (result == Z_STREAM_END) { // further members may follow
            m_inside = false;
            inflateReset(&m_gzip);
        }
    }

    void expand_zstd(std::string& out) {
        std::vector<char> block(block_size);
        ZSTD_inBuffer input{m_input.get() + m_position, m_available, 0};
        ZSTD_outBuffer output{block.data(), block.size(), 0};
        const std::size_t result = ZSTD_decompressStream(m_zstd, &output, &input);
        if (ZSTD_isError(result) != 0) {
            damaged();
        }
        m_inside = result != 0;
        consume(input.pos);
        out.append(block.data(), output.pos);
    }

    RawBytes m_raw;
    std::uint64_t m_limit;
    std::uint64_t m_total = 0;
    std::unique_ptr<char[]> m_input;
    std::size_t m_position = 0;
    std::size_t m_available = 0;
    Compression m_kind = Compression::none;
    std::string m_peeked;
    std::optional<DamagedError> m_damage; ///< met while peeking; to be told where reading comes to it
    bool m_inside = false;                ///< within a compressed member or frame
    z_stream m_gzip{};
    ZSTD_DStream* m_zstd = nullptr;
};

ByteReader::ByteReader(const std::filesystem::path& path, std::uint64_t total_limit, Hashing hashing)
    : m_state(std::make_unique<State>(path, total_limit, hashing)) {}

ByteReader::ByteReader(std::string bytes) : m_state(std::make_unique<State>(std::move(bytes))) {}

ByteReader::~ByteReader() = default;

void ByteReader::read(std::string& out) { m_state->read(out); }

std::string_view ByteReader::peek(std::size_t count) { return m_state->peek(count); }

std::string ByteReader::sha256() { return m_state->sha256(); }

} // namespace qosar
