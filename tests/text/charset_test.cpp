#include "qosar/text/charset.hpp"

#include <gtest/gtest.h>

#include "qosar/text/utf8.hpp"

namespace qosar {
namespace {

// «Жаңа жол» without ң in windows-1251: "Жана жол".
constexpr std::string_view road_1251 = "\xC6\xE0\xED\xE0 \xE6\xEE\xEB";

TEST(Decode, follows_mark_then_utf8_then_declaration) {
    const struct {
        const char* name;
        std::string_view bytes;
        std::string_view declared;
        std::string_view text;
        std::string_view charset;
    } cases[] = {
        {"empty", "", "", "", "UTF-8"},
        {"ASCII", "Astana", "", "Astana", "UTF-8"},
        {"UTF-8", "Қала", "", "Қала", "UTF-8"},
        {"UTF-8 against its declaration", "Қала", "windows-1251", "Қала", "UTF-8"},
        {"UTF-8 mark", "\xEF\xBB\xBFҚала", "", "Қала", "UTF-8"},
        {"only the UTF-8 mark", "\xEF\xBB\xBF", "", "", "UTF-8"},
        {"UTF-16LE mark",
         std::string_view("\xFF\xFE\x9A\x04"
                          "a\0",
                          6),
         "", "Қa", "UTF-16LE"},
        {"UTF-16BE mark", std::string_view("\xFE\xFF\x04\x9A\0a", 6), "utf-8", "Қa", "UTF-16BE"},
        {"declared", road_1251, "windows-1251", "Жана жол", "windows-1251"},
        {"declared under another name", road_1251, "CP1251", "Жана жол", "CP1251"},
        {"NUL stays", std::string_view("a\0қ", 4), "", std::string_view("a\0қ", 4), "UTF-8"},
    };
    for (const auto& c : cases) {
        const Decoded decoded = decode(c.bytes, c.declared);
        EXPECT_EQ(decoded.text, c.text) << c.name;
        EXPECT_EQ(decoded.charset, c.charset) << c.name;
        EXPECT_FALSE(decoded.damaged) << c.name;
    }
}

TEST(Decode, detects_when_the_declared_name_is_unknown) {
    std::string text;
    for (int i = 0; i < 20; ++i) {
        text += std::string(road_1251) + " \xE8 \xE4\xEE\xF0\xEE\xE3\xE0 \xE2 \xE3\xEE\xF0\xEE\xE4\xE5. ";
    }
    for (const char* declared : {"", "x-no-such-charset", "windows-1251\"; drop"}) {
        const Decoded decoded = decode(text, declared);
        EXPECT_EQ(decoded.charset, "windows-1251") << declared;
        EXPECT_EQ(decoded.text.substr(0, 15), "Жана жол") << declared;
    }
    EXPECT_TRUE(is_utf8(decode(text, std::string(100'000, 'x')).text));
}

TEST(Decode, tells_of_damage) {
    const struct {
        const char* name;
        std::string_view bytes;
        std::string_view declared;
    } cases[] = {
        {"broken after a UTF-8 mark", "\xEF\xBB\xBFҚ\xD2", ""},
        {"declared UTF-8 is none", "Қала \xD2 \xFF", "UTF-8"},
        {"half a UTF-16 unit", "\xFF\xFE\x9A\x04\x41", ""},
        {"lone surrogate", "\xFE\xFF\xD8\x01\x04\x9A", ""},
    };
    for (const auto& c : cases) {
        const Decoded decoded = decode(c.bytes, c.declared);
        EXPECT_TRUE(decoded.damaged) << c.name;
        EXPECT_TRUE(is_utf8(decoded.text)) << c.name;
        EXPECT_NE(decoded.text.find("\uFFFD"), std::string::npos) << c.name;
    }
}

TEST(Decode, gives_utf8_for_any_bytes) {
    std::string bytes;
    for (unsigned i = 0; i < 4096; ++i) {
        bytes += static_cast<char>(i * 2654435761U >> 13U);
    }
    for (const char* declared : {"", "UTF-8", "UTF-16", "UTF-32", "windows-1251", "ISO-2022-JP", "GB18030", "UTF-7"}) {
        for (std::size_t size = 1; size <= bytes.size(); size *= 2) {
            EXPECT_TRUE(is_utf8(decode(std::string_view(bytes).substr(0, size), declared).text)) << declared << size;
        }
    }
}

TEST(HtmlCharset, is_found_in_the_head) {
    const struct {
        const char* name;
        std::string_view html;
        std::string_view charset;
    } cases[] = {
        {"nothing", "", ""},
        {"no charset", "<html><head></head>", ""},
        {"quoted", "<meta charset=\"utf-8\">", "utf-8"},
        {"single quotes", "<meta charset='windows-1251'/>", "windows-1251"},
        {"bare", "<meta charset=utf-8>", "utf-8"},
        {"capitals", "<META CHARSET=\"UTF-8\">", "utf-8"},
        {"old way", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">", "windows-1251"},
        {"cut short", "<meta charset=", ""},
        {"cut within quotes", "<meta charset=\"", ""},
        {"cut within the name", "<meta charset=\"utf", "utf"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(html_charset(c.html), c.charset) << c.name;
    }
    EXPECT_EQ(html_charset(std::string(1024, ' ') + "<meta charset=utf-8>"), "");
}

} // namespace
} // namespace qosar
