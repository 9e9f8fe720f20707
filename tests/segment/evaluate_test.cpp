#include "qosar/segment/evaluate.hpp"

#include <gtest/gtest.h>

#include "qosar/base/error.hpp"

namespace qosar {
namespace {

GoldText gold_of(const std::string& line) { return parse_gold_lines(line, "gold").front(); }

TEST(EvaluateSentences, counts_boundaries_but_the_last) {
    const GoldText gold{"a", "One. Two! Three", {4, 9, 15}, {}};
    const SegmentScore right = evaluate_sentences(gold, {4, 9, 15}, false);
    EXPECT_EQ(right.hits, 2U);
    EXPECT_EQ(right.gold, 2U);
    EXPECT_EQ(right.proposed, 2U);
    EXPECT_EQ(right.texts_right, 1U);
    const SegmentScore wrong = evaluate_sentences(gold, {5, 7}, false); // 5 stands before the blank's other end
    EXPECT_EQ(wrong.hits, 1U);
    EXPECT_EQ(wrong.proposed, 2U);
    EXPECT_EQ(wrong.texts_right, 0U);
    EXPECT_EQ(wrong.by_class.at("mark, capital").found, 1U);
    EXPECT_EQ(wrong.by_class.at("glued").false_ones, 1U);
}

TEST(EvaluateSentences, leaves_out_what_may_stand_either_way_and_what_nobody_sees) {
    const GoldText gold{"a", "Heading Two! Three. Four", {7, 12, 19, 24}, {19}};
    EXPECT_EQ(evaluate_sentences(gold, {7, 12}, false).texts_right, 1U);
    EXPECT_EQ(evaluate_sentences(gold, {12}, false).texts_right, 0U);
    EXPECT_EQ(evaluate_sentences(gold, {12, 19}, true).texts_right, 1U);
    EXPECT_EQ(evaluate_sentences(gold, {12}, true).gold, 1U);
}

TEST(EvaluateSentences, names_what_stands_around) {
    const struct {
        const char* text;
        std::size_t end;
        const char* name;
    } cases[] = {{"A. – B", 2, "mark, dash"},
                 {"A. 5", 2, "mark, digit"},
                 {"A.» Б", 3, "mark, closing mark, capital"},
                 {"а? б", 2, "mark, small letter"},
                 {"a: b", 2, "colon or semicolon"},
                 {"a b", 1, "no mark"},
                 {"a.B", 2, "glued"},
                 {"A. (b)", 2, "mark, other"}};
    for (const auto& c : cases) {
        const SegmentScore score = evaluate_sentences({"a", c.text, {c.end}, {}}, {}, false);
        ASSERT_EQ(score.by_class.size(), 1U) << c.text;
        EXPECT_EQ(score.by_class.begin()->first, c.name) << c.text;
    }
}

TEST(Gold, is_read_from_both_forms_of_json_lines) {
    EXPECT_EQ(gold_of(R"({"id":"x","text":"Ол. Бұл.","ends_cp":[3,8],"optional_cp":[3]})").optional,
              std::vector<std::size_t>{3});
    EXPECT_EQ(gold_of(R"({"id":"x","text":"Ол.  Бұл.","sentences":["Ол.","Бұл."]})").ends,
              (std::vector<std::size_t>{3, 9}));
    for (const char* line : {"{", "[]", R"({"id":"x"})", R"({"id":"x","text":"a","sentences":["b"]})",
                             R"({"id":"x","text":"a","ends_cp":"b"})", R"({"id":5,"text":"a","ends_cp":[]})"}) {
        EXPECT_THROW(parse_gold_lines(line, "gold"), Error) << line;
    }
    EXPECT_TRUE(parse_gold_lines("\n\n", "gold").empty());
}

TEST(Gold, is_read_from_conllu) {
    const char* conllu =
        "# newdoc id = a\n# newpar\n# text = Ол келді.\n1\tОл\n2\tкелді\n3\t.\t_\t_\tSpaceAfter=No\n\n"
        "# text = Бұл.\n1\tБұл\n\n# newpar\n# text = Үш\n1\tҮш\n\n# newdoc id = b\n# text = Төрт\n1\tТөрт\n";
    const std::vector<GoldText> texts = parse_gold_conllu(conllu, "a.conllu");
    ASSERT_EQ(texts.size(), 2U);
    EXPECT_EQ(texts[0].text, "Ол келді.Бұл.\n\nҮш");
    EXPECT_EQ(texts[0].ends, (std::vector<std::size_t>{9, 13, 17}));
    EXPECT_EQ(texts[1].text, "Төрт");
    EXPECT_THROW(parse_gold_conllu("1\tword\n", "a"), Error);
    EXPECT_TRUE(parse_gold_conllu("", "a").empty());
}

TEST(Proposed, is_read_for_the_texts_of_the_gold) {
    const std::vector<GoldText> gold{{"x", "Ол. Бұл.", {3, 8}, {}}};
    const auto ends = parse_proposed_ends(R"({"id":"x","sentences":["Ол.","Бұл."]})", "p", gold);
    EXPECT_EQ(ends.at("x"), (std::vector<std::size_t>{3, 8}));
    EXPECT_THROW(parse_proposed_ends(R"({"id":"y","sentences":[]})", "p", gold), Error);
    EXPECT_THROW(parse_proposed_ends(R"({"id":"x","sentences":["Жоқ"]})", "p", gold), Error);
}

} // namespace
} // namespace qosar
