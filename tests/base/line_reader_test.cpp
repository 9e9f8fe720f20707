#include "qosar/base/line_reader.hpp"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/hash.hpp"

namespace qosar {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t enough = 1U << 26U;

std::string gzip(std::string_view text) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string input(text);
    std::string out(deflateBound(&stream, input.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string zstd(std::string_view text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
    return out;
}

/// The lines, each with `*` behind it when cut and its place: `abc* 0-7`.
std::string dump(const fs::path& path, std::size_t line_limit = enough, std::uint64_t total_limit = enough) {
    LineReader reader(path, line_limit, total_limit);
    std::string out;
    for (Line line; reader.next(line);) {
        out += (out.empty() ? "" : "; ") + line.text + (line.cut ? "* " : " ") + std::to_string(line.bytes.begin) +
               "-" + std::to_string(line.bytes.end);
    }
    return out;
}

std::string noise(std::size_t size) {
    std::string text;
    for (std::uint64_t i = 0; text.size() < size; ++i) {
        text += hex(hash128(std::to_string(i))) + (i % 3 == 0 ? "\n" : " ");
    }
    return text;
}

std::string read_all(const fs::path& path) {
    LineReader reader(path, enough, enough);
    std::string out;
    for (Line line; reader.next(line);) {
        out += line.text + "\n";
    }
    return out;
}

const struct {
    const char* name;
    std::string_view bytes;
    std::size_t limit;
    std::string_view lines;
} cases[] = {
    {"empty file", "", 9, ""},
    {"one line without its end", "abc", 9, "abc 0-3"},
    {"one line", "abc\n", 9, "abc 0-4"},
    {"empty lines", "\n\n", 9, " 0-1;  1-2"},
    {"last line without its end", "a\nb", 9, "a 0-2; b 2-3"},
    {"CR LF", "a\r\nb\r\n", 9, "a 0-3; b 3-6"},
    {"only one CR is taken off", "a\r\r\n", 9, "a\r 0-4"},
    {"CR inside stays", "a\rb\n", 9, "a\rb 0-4"},
    {"CR without LF stays", "a\r", 9, "a\r 0-2"},
    {"empty CR LF line", "\r\n", 9, " 0-2"},
    {"as long as the limit", "abc\n", 3, "abc 0-4"},
    {"longer than the limit", "abcd\nx\n", 3, "abc* 0-5; x 5-7"},
    {"longer and unended", "abcd", 3, "abc* 0-4"},
    {"CR does not count against the limit", "abc\r\nx", 3, "abc 0-5; x 5-6"},
    {"CR at the cut", "ab\rd\n", 3, "ab\r* 0-5"},
    {"limit of nothing", "ab\n\n", 0, "* 0-3;  3-4"},
    {"NUL bytes", std::string_view("a\0b\n\0", 5), 9, std::string_view("a\0b 0-4; \0 4-5", 14)},
    {"broken UTF-8 is passed on", "\xFF\xC3\n\x80", 9, "\xFF\xC3 0-3; \x80 3-4"},
    {"a byte order mark is passed on",
     "\xEF\xBB\xBF"
     "a\n",
     9,
     "\xEF\xBB\xBF"
     "a 0-5"},
    {"one byte of gzip's mark", "\x1f", 9, "\x1f 0-1"},
    {"three bytes of zstd's mark", "\x28\xb5\x2f", 9, "\x28\xb5\x2f 0-3"},
};

TEST(LineReader, reads_plain_lines) {
    const Scratch scratch;
    for (const auto& c : cases) {
        EXPECT_EQ(dump(scratch.write("file", c.bytes), c.limit), c.lines) << c.name;
    }
}

TEST(LineReader, reads_compressed_lines_the_same) {
    const Scratch scratch;
    for (const auto& c : cases) {
        EXPECT_EQ(dump(scratch.write("file", gzip(c.bytes)), c.limit), c.lines) << c.name;
        EXPECT_EQ(dump(scratch.write("file", zstd(c.bytes)), c.limit), c.lines) << c.name;
    }
}

TEST(LineReader, reads_several_members_as_one_text) {
    const Scratch scratch;
    EXPECT_EQ(dump(scratch.write("file", gzip("a\nb") + gzip("") + gzip("c\n"))), "a 0-2; bc 2-5");
    EXPECT_EQ(dump(scratch.write("file", zstd("a\nb") + zstd("") + zstd("c\n"))), "a 0-2; bc 2-5");
}

TEST(LineReader, lines_may_span_its_blocks) {
    const Scratch scratch;
    const std::string plain_noise = noise(700'000);
    const std::string long_line(1'000'000, 'q');
    const std::string repeated(300'001, '\n');
    for (const std::string& text : {plain_noise, long_line + "\n", repeated}) {
        const std::string expected = text.back() == '\n' ? text : text + "\n";
        EXPECT_TRUE(read_all(scratch.write("file", text)) == expected);
        EXPECT_TRUE(read_all(scratch.write("file", gzip(text))) == expected);
        EXPECT_TRUE(read_all(scratch.write("file", zstd(text))) == expected);
    }
}

TEST(LineReader, cr_and_lf_may_stand_in_different_blocks) {
    const Scratch scratch;
    for (std::size_t size = (1U << 17U) - 2; size <= (1U << 17U) + 2; ++size) {
        const std::string text(size, 'a');
        EXPECT_TRUE(read_all(scratch.write("file", text + "\r\nb\r\n")) == text + "\nb\n") << size;
    }
}

TEST(LineReader, compressed_file_that_is_cut_short_throws) {
    const Scratch scratch;
    const std::string text = noise(1000);
    for (const std::string& whole : {gzip(text), zstd(text)}) {
        for (std::size_t size = 4; size < whole.size(); size += size < 20 || size + 20 > whole.size() ? 1 : 37) {
            const fs::path path = scratch.write("file", whole.substr(0, size));
            EXPECT_THROW(read_all(path), Error) << size << " of " << whole.size();
        }
    }
    EXPECT_THROW(read_all(scratch.write("file", "\x1f\x8b")), Error);
    EXPECT_THROW(read_all(scratch.write("file", gzip("a\n") + gzip("b\n").substr(0, 12))), Error);
    EXPECT_THROW(read_all(scratch.write("file", zstd("a\n") + zstd("b\n").substr(0, 6))), Error);
}

TEST(LineReader, damaged_file_throws) {
    const Scratch scratch;
    const std::string text = noise(5000);
    std::string damaged_gzip = gzip(text);
    damaged_gzip[damaged_gzip.size() - 6] ^= 1; // in the check sum
    EXPECT_THROW(read_all(scratch.write("file", damaged_gzip)), Error);
    std::string damaged_zstd = zstd(text);
    damaged_zstd.replace(4, 8, 8, '\xFF');
    EXPECT_THROW(read_all(scratch.write("file", damaged_zstd)), Error);
    EXPECT_THROW(read_all(scratch.write("file", gzip(text) + "rubbish")), Error);
    EXPECT_THROW(read_all(scratch.write("file", zstd(text) + "rubbish")), Error);
    EXPECT_THROW(read_all(scratch.write("file", "\x1f\x8b rubbish")), Error);
}

TEST(LineReader, total_limit_holds_for_the_expanded_bytes) {
    const Scratch scratch;
    const std::string text(1000, '\n');
    for (const std::string& bytes : {text, gzip(text), zstd(text)}) {
        const fs::path path = scratch.write("file", bytes);
        EXPECT_NO_THROW(dump(path, enough, 1000));
        EXPECT_THROW(dump(path, enough, 999), Error);
    }
    const std::string bomb(50'000'000, '0');
    for (const std::string& bytes : {gzip(bomb), zstd(bomb)}) {
        const fs::path path = scratch.write("bomb", bytes);
        EXPECT_THROW(dump(path, 100, 1'000'000), Error);
    }
}

TEST(LineReader, needs_a_file_it_can_open) {
    const Scratch scratch;
    EXPECT_THROW(LineReader(scratch.path(), 1, 1), Error);
    EXPECT_THROW(LineReader(scratch.path() / "absent", 1, 1), Error);
}

TEST(LineReader, stays_at_the_end) {
    const Scratch scratch;
    LineReader reader(scratch.write("file", gzip("a")), enough, enough);
    Line line;
    EXPECT_TRUE(reader.next(line));
    EXPECT_FALSE(reader.next(line));
    EXPECT_FALSE(reader.next(line));
    EXPECT_EQ(line.text, "");
}

TEST(LineReader, hash_is_that_of_the_stored_bytes) {
    const Scratch scratch;
    const std::string text = noise(300'000);
    for (const std::string& bytes : {std::string(), text, gzip(text), zstd(text)}) {
        LineReader reader(scratch.write("file", bytes), 10, enough);
        for (Line line; reader.next(line);) {
        }
        EXPECT_EQ(reader.sha256(), sha256_hex(bytes));
    }
}

} // namespace
} // namespace qosar
