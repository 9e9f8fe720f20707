#include "qosar/web/content_coding.hpp"

#include <gtest/gtest.h>

#include "packed.hpp"

namespace qosar {
namespace {

constexpr std::size_t enough = 1U << 24U;

// `Қосар` by the encoders of brotli and zstd.
const std::string brotli_text = std::string("\x8b\x04\x80", 3) + "Қосар" + "\x03";
const std::string zstd_text = std::string("\x28\xb5\x2f\xfd\x20\x0a\x51\x00\x00", 9) + "Қосар";

TEST(ContentCoding, every_coding_is_undone) {
    const struct {
        std::string bytes;
        const char* coding;
    } cases[] = {
        {deflated("Қосар"), "gzip"},
        {deflated("Қосар"), "x-gzip"},
        {deflated("Қосар", 15), "deflate"},
        {deflated("Қосар", -15), "deflate"},
        {brotli_text, "br"},
        {zstd_text, "zstd"},
        {"Қосар", "identity"},
        {"Қосар", ""},
        {deflated("Қо") + deflated("сар"), "gzip"},
    };
    for (const auto& c : cases) {
        const ExpandedBody body = expand_body(c.bytes, c.coding, enough);
        EXPECT_EQ(body.expansion, Expansion::whole) << c.coding;
        EXPECT_EQ(body.bytes, "Қосар") << c.coding;
    }
}

TEST(ContentCoding, what_is_cut_or_broken_says_so) {
    const std::string long_text = std::string(100'000, 'q') + "end";
    for (const auto& [coding, window] : {std::pair{"gzip", 31}, std::pair{"deflate", 15}, std::pair{"deflate", -15}}) {
        std::string packed = deflated(long_text, window);
        EXPECT_EQ(expand_body(std::string_view(packed).substr(0, packed.size() - 12), coding, enough).expansion,
                  Expansion::cut_short)
            << coding;
    }
    EXPECT_EQ(expand_body(brotli_text.substr(0, 5), "br", enough).expansion, Expansion::cut_short);
    EXPECT_EQ(expand_body(zstd_text.substr(0, 12), "zstd", enough).expansion, Expansion::cut_short);
    EXPECT_EQ(expand_body("", "gzip", enough).expansion, Expansion::cut_short);
    EXPECT_EQ(expand_body("no gzip at all", "gzip", enough).expansion, Expansion::damaged);
    EXPECT_EQ(expand_body("\x28\xb5\x2f\xfd" + std::string(20, '\xFF'), "zstd", enough).expansion, Expansion::damaged);
    EXPECT_EQ(expand_body("x", "compress", enough).expansion, Expansion::unknown_coding);
}

TEST(ContentCoding, never_more_than_the_limit) {
    const std::string bomb = deflated(std::string(10'000'000, '\0'));
    for (const std::size_t limit : {std::size_t{0}, std::size_t{1}, std::size_t{1'000'000}}) {
        const ExpandedBody body = expand_body(bomb, "gzip", limit);
        EXPECT_EQ(body.expansion, Expansion::too_large);
        EXPECT_LE(body.bytes.size(), limit);
    }
    EXPECT_EQ(expand_body("12345", "identity", 4).expansion, Expansion::too_large);
}

} // namespace
} // namespace qosar
