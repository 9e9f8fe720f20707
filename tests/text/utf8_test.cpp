#include "qosar/text/utf8.hpp"

#include <gtest/gtest.h>

namespace qosar {
namespace {

const std::string replacement = "\uFFFD";

TEST(Utf8, is_told_from_other_bytes) {
    const struct {
        const char* name;
        std::string_view bytes;
        bool good;
    } cases[] = {
        {"nothing", "", true},
        {"ASCII", "abc", true},
        {"NUL", std::string_view("\0", 1), true},
        {"two bytes", "қ", true},
        {"three bytes", "€", true},
        {"four bytes", "😀", true},
        {"U+10FFFF", "\xF4\x8F\xBF\xBF", true},
        {"U+FFFF, no character but well-formed", "\xEF\xBF\xBF", true},
        {"stray continuation", "a\x80", false},
        {"lead without continuation", "\xD2", false},
        {"lead before ASCII", "\xD2z", false},
        {"cut within three bytes", "\xE2\x82", false},
        {"cut within four bytes", "\xF0\x9F\x98", false},
        {"overlong slash", "\xC0\xAF", false},
        {"overlong in three bytes", "\xE0\x80\xAF", false},
        {"overlong in four bytes", "\xF0\x80\x80\xAF", false},
        {"surrogate", "\xED\xA0\x80", false},
        {"beyond U+10FFFF", "\xF4\x90\x80\x80", false},
        {"lead of five bytes", "\xF8\x88\x80\x80\x80", false},
        {"byte order mark of UTF-16", "\xFF\xFE", false},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(is_utf8(c.bytes), c.good) << c.name;
        EXPECT_TRUE(is_utf8(repair_utf8(c.bytes))) << c.name;
        EXPECT_EQ(repair_utf8(c.bytes) == c.bytes, c.good) << c.name;
    }
}

TEST(Utf8, repair_sets_one_mark_for_each_ill_formed_sequence) {
    const struct {
        std::string_view bytes;
        std::string repaired;
    } cases[] = {
        {"", ""},
        {"қосар", "қосар"},
        {"a\x80z", "a" + replacement + "z"},
        {"\x80\x80", replacement + replacement},
        {"\xD2z", replacement + "z"},
        {"\xD2қ", replacement + "қ"},
        {"\xE2\x82z", replacement + "z"},
        {"\xF0\x9F\x98", replacement},
        {"\xF0\x9F\x98\xF0\x9F\x98\x80", replacement + "😀"},
        {std::string_view("\0\xFF\0", 3), std::string("\0", 1) + replacement + std::string("\0", 1)},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(repair_utf8(c.bytes), c.repaired) << testing::PrintToString(c.bytes);
    }
}

TEST(Utf8, every_two_bytes_can_be_repaired) {
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            const std::string bytes{static_cast<char>(first), static_cast<char>(second)};
            const std::string once = repair_utf8(bytes);
            ASSERT_TRUE(is_utf8(once)) << first << " " << second;
            ASSERT_EQ(repair_utf8(once), once) << first << " " << second;
        }
    }
}

TEST(Utf8, code_points_are_read_and_written) {
    for (const char32_t c :
         {U'\0', U'a', U'\x7F', U'\x80', U'қ', U'\u07FF', U'\u0800', U'€', U'\uFFFF', U'😀', U'\U0010FFFF'}) {
        std::string text;
        append_code_point(text, c);
        EXPECT_TRUE(is_utf8(text));
        EXPECT_EQ(count_code_points(text), 1U);
        std::size_t position = 0;
        EXPECT_EQ(next_code_point(text, position), c);
        EXPECT_EQ(position, text.size());
    }
}

TEST(Utf8, reading_cut_text_stays_within_it) {
    const std::string text = "\xF0\x9F\x98";
    std::size_t position = 0;
    EXPECT_EQ(next_code_point(text, position), U'\uFFFD');
    EXPECT_EQ(position, text.size());
}

TEST(Shortened, keeps_whole_code_points) {
    const struct {
        std::string_view text;
        std::size_t count;
        std::string_view shortened;
    } cases[] = {
        {"", 0, ""},         {"", 5, ""},       {"қала", 4, "қала"}, {"қала", 5, "қала"},
        {"қала", 3, "қал…"}, {"қала", 1, "қ…"}, {"қала", 0, "…"},    {"😀😀", 1, "😀…"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(shortened(c.text, c.count), c.shortened) << c.text << " " << c.count;
    }
}

TEST(CodePoints, agree_with_counting) {
    std::string text;
    for (int i = 0; i < 100; ++i) {
        text += i % 3 == 0 ? "a" : i % 3 == 1 ? "қ" : "😀";
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{63}, std::size_t{64}, std::size_t{65}, text.size()}) {
        const std::string_view part = std::string_view(text).substr(0, size);
        const CodePoints points(part);
        for (std::size_t byte = 0; byte <= part.size(); ++byte) {
            ASSERT_EQ(points.at(byte), count_code_points(part.substr(0, byte))) << byte << " of " << size;
        }
        EXPECT_EQ(points.of({0, part.size()}), (Range{0, count_code_points(part)}));
    }
}

} // namespace
} // namespace qosar
