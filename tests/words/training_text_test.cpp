#include "qosar/words/training_text.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace qosar {
namespace {

TrainingText text_of(const std::vector<TextPair>& pairs) {
    std::size_t next = 0;
    return read_training_text(language_pack("xx"), language_pack("yy"), [&](TextPair& pair) {
        if (next == pairs.size()) {
            return false;
        }
        pair = pairs[next++];
        return true;
    });
}

TEST(TrainingText, leaves_out_numbers_empty_sides_and_what_is_no_sentence) {
    const std::string endless(1U << 20U, 'x');
    std::string many;
    for (int i = 0; i < 300; ++i) {
        many += "xa ";
    }
    const TrainingText text =
        text_of({{"xa 12 xb", "ya 3,5"}, {"", "ya"}, {"1 2", "ya"}, {many, "ya"}, {endless, "ya"}});
    EXPECT_EQ(text.left_out, 3U);
    EXPECT_EQ(text.first.sentences(), 2U);
    EXPECT_EQ(text.first.words.size(), 3U);
    EXPECT_EQ(text.second.words, (std::vector<std::uint32_t>{0, 0}));
}

TEST(TrainingText, writes_a_word_as_it_is_written_most_often_else_the_least) {
    const TrainingText text = text_of({{"School", "ya"}, {"school", "ya"}, {"school", "YA"}});
    EXPECT_EQ(text.first.spellings, std::vector<std::string>{"school"});
    EXPECT_EQ(text.second.spellings, std::vector<std::string>{"ya"});
    EXPECT_EQ(text.first.occurrences, std::vector<std::uint32_t>{3});
}

} // namespace
} // namespace qosar
