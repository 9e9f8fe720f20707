#include "qosar/base/byte_reader.hpp"

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "qosar/base/hash.hpp"

namespace qosar {
namespace {

constexpr std::uint64_t enough = 1U << 26U;

std::string all_of(ByteReader& reader) {
    std::string out;
    for (std::size_t before = 1; out.size() != before;) {
        before = out.size();
        reader.read(out);
    }
    return out;
}

TEST(ByteReader, peeking_changes_nothing) {
    const Scratch scratch;
    const std::string text(300'000, 'q');
    for (const std::size_t count : {std::size_t{0}, std::size_t{5}, std::size_t{200'000}, std::size_t{400'000}}) {
        ByteReader reader(scratch.write("file", text), enough);
        EXPECT_EQ(reader.peek(count), text.substr(0, count));
        EXPECT_EQ(reader.peek(3), "qqq");
        EXPECT_EQ(all_of(reader), text);
        EXPECT_EQ(reader.sha256(), sha256_hex(text));
    }
}

TEST(ByteReader, gives_bytes_in_memory_as_they_are) {
    for (const std::string& text : {std::string(), std::string("\x1f\x8b packed?"), std::string(300'000, 'q')}) {
        ByteReader reader(text);
        EXPECT_EQ(reader.peek(4), text.substr(0, 4));
        EXPECT_EQ(all_of(reader), text);
        EXPECT_EQ(reader.sha256(), sha256_hex(text));
    }
}

TEST(ByteReader, damage_shows_where_reading_comes_to_it) {
    const Scratch scratch;
    ByteReader reader(scratch.write("file", "\x28\xb5\x2f\xfd\x04"), enough);
    EXPECT_EQ(reader.peek(10), "");
    std::string out;
    EXPECT_THROW(reader.read(out), DamagedError);
}

TEST(ByteReader, hash_is_of_the_whole_file_even_where_reading_stopped) {
    const Scratch scratch;
    const std::string text(300'000, 'q');
    ByteReader reader(scratch.write("file", text), enough);
    std::string out;
    reader.read(out);
    EXPECT_LT(out.size(), text.size());
    EXPECT_EQ(reader.sha256(), sha256_hex(text));
}

} // namespace
} // namespace qosar
