#include "qosar/web/header_fields.hpp"

#include <gtest/gtest.h>

namespace qosar {
namespace {

TEST(HeaderFields, lines_become_fields) {
    const struct {
        const char* lines;
        HeaderFields fields;
    } cases[] = {
        {"", {}},
        {"A: b\r\nC-D:e\n", {{"a", "b"}, {"c-d", "e"}}},
        {"A:  b c \t\r\n", {{"a", "b c"}}},
        {"A: b\r\n more\r\n\tstill\r\nC: d", {{"a", "b more still"}, {"c", "d"}}},
        {" folded first\r\nA: b", {{"a", "b"}}},
        {"no colon\r\nA: b:c\r\n", {{"a", "b:c"}}},
        {"A:\r\n", {{"a", ""}}},
        {"A: \xFF\r\n", {{"a", "\uFFFD"}}},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(read_header_fields(c.lines), c.fields) << c.lines;
    }
    EXPECT_EQ(field_value({{"a", "1"}, {"a", "2"}}, "a"), "1");
    EXPECT_EQ(field_value({{"a", "1"}}, "b"), "");
}

} // namespace
} // namespace qosar
