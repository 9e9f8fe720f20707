#include "qosar/align/sentence_vectors.hpp"

#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"

namespace qosar {
namespace {

std::string bytes_of(const std::vector<float>& values) {
    std::string bytes(values.size() * sizeof(float), '\0');
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

bool never(std::size_t /*row*/) { return false; }

TEST(MapVectors, takes_the_dimension_from_the_size) {
    const Scratch scratch;
    publish_file(scratch / "a.emb", bytes_of({1, 2, 3, 4, 5, 6}));
    const VectorMatrix matrix = map_vectors(scratch / "a.emb", 2, 0, never);
    EXPECT_EQ(matrix.dimension, 3U);
    EXPECT_EQ(matrix.row(1)[0], 4);
    EXPECT_EQ(map_vectors(scratch / "a.emb", 2, 3, never).dimension, 3U);
    publish_file(scratch / "none.emb", "");
    EXPECT_EQ(map_vectors(scratch / "none.emb", 0, 0, never).rows, 0U);
}

TEST(MapVectors, says_what_is_wrong_and_where) {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float infinite = std::numeric_limits<float>::infinity();
    struct Case {
        std::string bytes;
        std::size_t rows;
        std::size_t dimension;
        const char* says;
    };
    const std::vector<Case> cases{
        {"", 2, 0, "0 bytes are no 2 rows"},
        {"", 2, 3, "0 bytes are no 2 rows"},
        {bytes_of({1, 2, 3, 4}).substr(0, 15), 2, 0, "15 bytes are no 2 rows"},
        {bytes_of({1, 2, 3, 4}) + "x", 2, 2, "17 bytes are no 2 rows"},
        {bytes_of({1, 2, 3}), 2, 0, "12 bytes are no 2 rows"},
        {bytes_of({1, 2, 3, 4}), 2, 3, "of 3 numbers each"},
        {bytes_of({1, 2, 3, 4}), 0, 0, "16 bytes are no 0 rows"},
        {bytes_of({1, 2, 3, 4}), 0, 2, "16 bytes are no 0 rows"},
        {bytes_of({1, 2, nan, 4}), 2, 0, "row 2, number 1 is not finite"},
        {bytes_of({1, infinite, 3, 4}), 2, 0, "row 1, number 2 is not finite"},
        {bytes_of({1, 2, 0, 0}), 2, 0, "row 2 is all zero"},
        {bytes_of(std::vector<float>(largest_dimension + 1, 1)), 1, 0, "are too long"},
    };
    const Scratch scratch;
    for (const Case& one : cases) {
        publish_file(scratch / "broken.emb", one.bytes);
        try {
            map_vectors(scratch / "broken.emb", one.rows, one.dimension, never);
            ADD_FAILURE() << one.says;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(one.says), std::string::npos) << error.what();
            EXPECT_NE(std::string(error.what()).find("broken.emb"), std::string::npos) << error.what();
        }
    }
    EXPECT_THROW(map_vectors(scratch / "missing.emb", 1, 0, never), Error);
    publish_file(scratch / "zero.emb", bytes_of({1, 2, 0, 0}));
    EXPECT_NO_THROW(map_vectors(scratch / "zero.emb", 2, 0, [](std::size_t row) { return row == 1; }));
}

TEST(VectorLine, is_as_vecalign_writes_it) {
    EXPECT_EQ(vector_line({" Бір\t", "", "екі ", "үш"}, {0, 3}), "Бір BLANK_LINE екі");
    const std::string line = vector_line({std::string(9'999, 'a'), "ғ"}, {0, 2});
    EXPECT_EQ(line.size(), 10'000U);
    std::string letters;
    for (int i = 0; i < 10'001; ++i) {
        letters += "ғ";
    }
    EXPECT_EQ(vector_line({letters}, {0, 1}).size(), 20'000U);
}

TEST(VectorsByText, finds_joined_lines_and_names_what_is_missing) {
    const Scratch scratch;
    publish_file(scratch / "a.emb", bytes_of({1, 2, 3, 4}));
    const VectorMatrix matrix = map_vectors(scratch / "a.emb", 4, 0, never);
    LineRows lines;
    EXPECT_TRUE(lines.add("one\r", 0));
    EXPECT_TRUE(lines.add("two", 1));
    EXPECT_TRUE(lines.add("one two", 2));
    EXPECT_FALSE(lines.add(" two", 3));
    const SideVectors side = vectors_by_text(matrix, lines, {"one", " two ", ""}, "a.en");
    EXPECT_EQ(*side.rows[0][0], 1);
    EXPECT_EQ(*side.rows[0][1], 2);
    EXPECT_EQ(side.rows[0][2], nullptr);
    EXPECT_EQ(*side.rows[1][0], 3);
    EXPECT_EQ(side.rows[1][1], nullptr);
    EXPECT_EQ(side.rows[2][0], nullptr);
    try {
        vectors_by_text(matrix, lines, {"one", "three"}, "a.en");
        ADD_FAILURE();
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "a.en:2: there is no vector for 'three'");
    }
}

TEST(VectorsInOrder, has_a_row_for_each_line_and_none_for_joined_ones) {
    const std::vector<float> values{1, 2, 3, 4, 5, 6};
    const SideVectors side = vectors_in_order({nullptr, values.data(), 3, 2});
    ASSERT_EQ(side.sentences(), 3U);
    EXPECT_EQ(side.rows[0][2][1], 6);
    EXPECT_EQ(side.rows[3], std::vector<const float*>(3, nullptr));
}

} // namespace
} // namespace qosar
