#include "qosar/base/hash.hpp"

#include <set>

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"

namespace qosar {
namespace {

constexpr std::string_view sha256_of_nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr std::string_view sha256_of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr std::string_view sha256_of_million_a = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

// The examples of FIPS 180-2.
TEST(Sha256, is_that_of_the_standard) {
    EXPECT_EQ(sha256_hex(""), sha256_of_nothing);
    EXPECT_EQ(sha256_hex("abc"), sha256_of_abc);
    EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')), sha256_of_million_a);
    EXPECT_NE(sha256_hex(std::string_view("abc\0", 4)), sha256_of_abc);
}

TEST(Sha256, does_not_depend_on_the_pieces) {
    Sha256 sha;
    sha.add("a");
    sha.add("");
    sha.add("bc");
    EXPECT_EQ(sha.hex(), sha256_of_abc);
}

TEST(Sha256, of_a_file_is_that_of_its_bytes) {
    const Scratch scratch;
    EXPECT_EQ(sha256_of_file(scratch.write("none", "")), sha256_of_nothing);
    EXPECT_EQ(sha256_of_file(scratch.write("big", std::string(1'000'000, 'a'))), sha256_of_million_a);
    EXPECT_THROW(sha256_of_file(scratch.path() / "absent"), Error);
    EXPECT_THROW(sha256_of_file(scratch.path()), Error);
}

// The values of XXH3 with seed 0: they name articles, so they may never change.
TEST(Hash128, is_xxh3) {
    EXPECT_EQ(hex(hash128("")), "99aa06d3014798d86001c324468d497f");
    EXPECT_EQ(hex(hash128("abc")), "06b05ab6733a618578af5f94892f3950");
    EXPECT_EQ(hash64(""), 0x2d06800538d394c2U);
    EXPECT_EQ(hash64("abc"), 0x78af5f94892f3950U);
}

TEST(Hash128, hex_keeps_leading_zeros) {
    EXPECT_EQ(hex({0, 0}), std::string(32, '0'));
    EXPECT_EQ(hex({1, 0xABC}), "00000000000000010000000000000abc");
    EXPECT_EQ(hex({~0ULL, ~0ULL}), std::string(32, 'f'));
}

TEST(Hash128, differs_for_different_texts) {
    std::set<Hash128> hashes;
    for (int i = 0; i < 10'000; ++i) {
        hashes.insert(hash128("мақала " + std::to_string(i)));
    }
    hashes.insert(hash128(std::string_view("\0", 1)));
    hashes.insert(hash128(std::string_view("\0\0", 2)));
    EXPECT_EQ(hashes.size(), 10'002U);
}

TEST(Hash64, depends_on_the_seed) {
    EXPECT_NE(hash64("abc", 1), hash64("abc", 2));
    EXPECT_EQ(hash64("abc", 0), hash64("abc"));
}

} // namespace
} // namespace qosar
