#include "qosar/words/sentence_marks.hpp"

#include <gtest/gtest.h>

namespace qosar {
namespace {

TEST(SentenceMarks, tells_marks_and_the_end) {
    const struct {
        const char* text;
        unsigned marks;
        SentenceEnd end;
    } cases[] = {
        {"", 0, SentenceEnd::bare},
        {"School opened", 0, SentenceEnd::bare},
        {"School opened.", 0, SentenceEnd::stop},
        {"Мектеп ашылды…", 0, SentenceEnd::stop},
        {"Is it open?", question_mark, SentenceEnd::question},
        {"«Мектеп ашық па?» ", question_mark | quotation_mark, SentenceEnd::question},
        {"“Go!” he said.", exclamation_mark | quotation_mark, SentenceEnd::stop},
        {"It isn’t 'so'", 0, SentenceEnd::bare},
        {"Three things:", colon_mark, SentenceEnd::colon},
        {"At 5:30 (local time).", colon_mark | bracket_mark, SentenceEnd::stop},
        {"School No. 5", 0, SentenceEnd::bare},
        {"Whatever.)\xE2\x80\x8B", bracket_mark, SentenceEnd::stop},
    };
    for (const auto& c : cases) {
        const SentenceMarks found = sentence_marks(c.text);
        EXPECT_EQ(found.marks, c.marks) << c.text;
        EXPECT_EQ(found.end, c.end) << c.text;
    }
}

} // namespace
} // namespace qosar
