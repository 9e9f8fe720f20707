#include "qosar/language/dates.hpp"

#include <gtest/gtest.h>

namespace qosar {
namespace {

TEST(Dates, are_parsed_to_one_form) {
    const struct {
        std::string_view text;
        std::string_view date;
    } cases[] = {
        {"01.02.2026", "2026-02-01"},
        {"2026-02-01", "2026-02-01"},
        {"01.02.2026 10:30", "2026-02-01"},
        {"01.02.2026 10:30:15", "2026-02-01"},
        {"2026-02-01 10:30", "2026-02-01"},
        {"2026-02-01T05:10:00Z", "2026-02-01"},
        {"2026-02-01T05:10:00.123+05:00", "2026-02-01"},
        {"2020-03-05T10:20:30.123+0600", "2020-03-05"},
        {"29.02.2024", "2024-02-29"},
        // days that do not exist
        {"29.02.2026", ""},
        {"2026-02-29", ""},
        {"31.04.2026", ""},
        {"00.01.2026", ""},
        {"01.13.2026", ""},
        {"2026-00-01", ""},
        {"99.99.9999", ""},
        // no dates, or more than a date
        {"", ""},
        {"2026", ""},
        {"1.2.2026", ""},
        {"01.02.26", ""},
        {"01/02/2026", ""},
        {" 01.02.2026", ""},
        {"01.02.2026.", ""},
        {"01.02.20261", ""},
        {"01.02.2026 жыл", ""},
        {"01.02.2026 10:30 Мектеп ашылды", ""},
        {"2026-02-01T05:10 қала", ""},
        {"2026-02-01-03", ""},
        {"01.02.202", ""},
        {"٠١.٠٢.٢٠٢٦", ""},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(parse_date(c.text), c.date) << c.text;
    }
    EXPECT_EQ(parse_date(std::string_view("01.02.2026\0", 11)), "");
    EXPECT_EQ(parse_date(std::string(1'000'000, '0')), "");
}

TEST(Dates, lead_a_time) {
    const struct {
        std::string_view text;
        std::string_view date;
    } cases[] = {
        {"2026-02-01T05:10:00Z", "2026-02-01"},
        {"2026-02-01", "2026-02-01"},
        {"2026-02-01 бла", "2026-02-01"},
        {"", ""},
        {"2026-02", ""},
        {"2026-02-30T05:10:00Z", ""},
        {"01.02.2026", ""},
        {"\xFF\xFF", ""},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(leading_iso_date(c.text), c.date) << c.text;
    }
}

TEST(Dates, are_told_by_their_look) {
    for (const std::string_view text : {"01.02.2026", "99.99.9999", "31.02.2026"}) {
        EXPECT_TRUE(looks_like_date(text)) << text;
    }
    for (const std::string_view text :
         {"", "01.02.202", "01.02.20266", "2026-02-01", "01.02.2026 10:30", "1a.02.2026"}) {
        EXPECT_FALSE(looks_like_date(text)) << text;
    }
}

} // namespace
} // namespace qosar
