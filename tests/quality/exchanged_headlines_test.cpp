#include "qosar/quality/exchanged_headlines.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

#include <gtest/gtest.h>

namespace qosar {
namespace {

using Found = std::vector<std::optional<ExchangedHeadline>>;

/// Four articles on one subject: the schools of a region.
const std::vector<TitledText>& school_news() {
    static const std::vector<TitledText> texts{
        {"Rural schools of Akmola region receive new buses",
         "Thirty buses were handed over to schools in the villages of Akmola region. Each bus has belts, heating and a "
         "button to call for help. Drivers passed a medical examination and a course on driving in snow. Pupils from "
         "far "
         "farms will now reach their school in half an hour. The buses were bought with money of the regional budget. "
         "Last winter, lessons were cancelled nine times because children could not be brought to school."},
        {"Free hot meals introduced in schools of Akmola region",
         "From September all pupils of the first four classes in Akmola region eat a free hot meal at school. The menu "
         "was "
         "made by doctors and holds meat, milk, vegetables and fruit. Kitchens of eighty schools got new stoves and "
         "refrigerators. Parents may taste the meals on any day. Local farmers supply the kitchens, so the food is "
         "fresh. "
         "Doctors expect that children will be ill less often."},
        {"Teachers of Akmola schools learn to work with robotics kits",
         "A course on robotics for teachers of physics and informatics has begun in Kokshetau. Sixty teachers from the "
         "schools of Akmola region build small robots and write programs for them. The kits will stay in their "
         "schools. "
         "In spring the pupils will show their own robots at a contest. The course is led by engineers of the "
         "university. "
         "A teacher from Zerendi said that robotics makes even the laziest pupils curious."},
        {"School libraries in Akmola region replenished with Kazakh books",
         "School libraries of Akmola region have received forty thousand new books in Kazakh. Among them are novels, "
         "fairy "
         "tales, poems and books on science. Librarians choose the titles together with pupils. Reading rooms were "
         "painted "
         "and got soft chairs. Every Saturday, writers come to meet young readers. In a year the libraries lent twice "
         "as "
         "many books as before."},
    };
    return texts;
}

std::vector<TitledText> rearranged(const std::vector<TitledText>& texts, const std::vector<std::size_t>& headline_of) {
    std::vector<TitledText> out = texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        out[i].headline = texts[headline_of[i]].headline;
    }
    return out;
}

Found found_in(const std::vector<TitledText>& texts, const ExchangeOptions& options = {}) {
    return exchanged_headlines(language_pack("en"), texts, options);
}

std::size_t count_found(const Found& found) {
    return static_cast<std::size_t>(
        std::count_if(found.begin(), found.end(), [](const auto& f) { return f.has_value(); }));
}

TEST(ExchangedHeadlines, none_where_all_are_right) { EXPECT_EQ(count_found(found_in(school_news())), 0U); }

TEST(ExchangedHeadlines, every_derangement_is_found_whole) {
    std::vector<std::size_t> order(4);
    std::iota(order.begin(), order.end(), 0);
    int derangements = 0;
    do {
        bool deranged = true;
        for (std::size_t i = 0; i < order.size(); ++i) {
            deranged = deranged && order[i] != i;
        }
        if (!deranged) {
            continue;
        }
        ++derangements;
        const Found found = found_in(rearranged(school_news(), order));
        for (std::size_t i = 0; i < order.size(); ++i) {
            ASSERT_TRUE(found[i]) << testing::PrintToString(order) << " at " << i;
            EXPECT_EQ(found[i]->fits, order[i]) << testing::PrintToString(order);
            EXPECT_GT(found[i]->other_fit, found[i]->own_fit);
            EXPECT_GE(found[i]->gain, ExchangeOptions{}.least_gain);
        }
    } while (std::next_permutation(order.begin(), order.end()));
    EXPECT_EQ(derangements, 9);
}

TEST(ExchangedHeadlines, two_of_four_leave_the_others_alone) {
    const Found found = found_in(rearranged(school_news(), {0, 3, 2, 1}));
    EXPECT_FALSE(found[0]);
    EXPECT_FALSE(found[2]);
    ASSERT_TRUE(found[1] && found[3]);
    EXPECT_EQ(found[1]->fits, 3U);
    EXPECT_EQ(found[3]->fits, 1U);
    EXPECT_DOUBLE_EQ(found[1]->gain, found[3]->gain) << "the gain is that of the whole exchange";
}

TEST(ExchangedHeadlines, gain_is_summed_over_those_that_change_places) {
    const Found found = found_in(rearranged(school_news(), {1, 2, 3, 0}));
    double gain = 0;
    for (const auto& f : found) {
        ASSERT_TRUE(f);
        gain += f->other_fit - f->own_fit;
        EXPECT_TRUE(f->own_fit >= 0 && f->other_fit <= 1);
    }
    for (const auto& f : found) {
        EXPECT_NEAR(f->gain, gain, 1e-9);
    }
}

TEST(ExchangedHeadlines, must_gain_enough) {
    const std::vector<TitledText> wrong = rearranged(school_news(), {1, 0, 3, 2});
    EXPECT_EQ(count_found(found_in(wrong)), 4U);
    EXPECT_EQ(count_found(found_in(wrong, {.least_gain = 100})), 0U);
}

TEST(ExchangedHeadlines, texts_without_headline_or_body_take_no_part) {
    std::vector<TitledText> texts = rearranged(school_news(), {1, 0, 2, 3});
    texts.insert(texts.begin() + 1, {"A headline without a body", ""});
    texts.insert(texts.begin(), {"", "A body without a headline. It says something about school buses."});
    texts.push_back({"", ""});
    texts.push_back({" — ", "..."});
    const Found found = found_in(texts);
    ASSERT_EQ(found.size(), texts.size());
    EXPECT_EQ(count_found(found), 2U);
    ASSERT_TRUE(found[1] && found[3]);
    EXPECT_EQ(found[1]->fits, 3U);
    EXPECT_EQ(found[3]->fits, 1U);
}

/// Many articles, each about something of its own.
std::vector<TitledText> many_texts(std::size_t count) {
    static const char* const places[] = {"Aktau", "Semey", "Taraz", "Oral", "Kentau", "Ridder", "Shuchinsk"};
    static const char* const things[] = {"bridge",     "clinic",    "library", "stadium", "airport",   "theatre",
                                         "greenhouse", "reservoir", "bakery",  "museum",  "substation"};
    std::vector<TitledText> texts;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string place = places[i % std::size(places)];
        const std::string thing = things[i % std::size(things)];
        texts.push_back({"New " + thing + " for " + place, "In " + place + " a " + thing + " was opened. The " + thing +
                                                               " took two years to build. People of " + place +
                                                               " had asked for it long ago."});
    }
    return texts;
}

TEST(ExchangedHeadlines, neighbours_are_found_in_a_long_row) {
    EXPECT_EQ(count_found(found_in(many_texts(60))), 0U);
    for (const std::size_t at : {0U, 5U, 11U, 17U, 30U, 58U}) {
        std::vector<TitledText> texts = many_texts(60);
        std::swap(texts[at].headline, texts[at + 1].headline);
        const Found found = found_in(texts);
        EXPECT_EQ(count_found(found), 2U) << at;
        ASSERT_TRUE(found[at] && found[at + 1]) << at;
        EXPECT_EQ(found[at]->fits, at + 1);
        EXPECT_EQ(found[at + 1]->fits, at);
    }
}

TEST(ExchangedHeadlines, those_far_apart_are_not_looked_at) {
    std::vector<TitledText> texts = many_texts(60);
    std::swap(texts[3].headline, texts[50].headline);
    EXPECT_EQ(count_found(found_in(texts)), 0U);
    EXPECT_EQ(count_found(found_in(texts, {.block = 60})), 2U);
}

TEST(ExchangedHeadlines, take_any_texts) {
    EXPECT_TRUE(found_in({}).empty());
    EXPECT_EQ(count_found(found_in({school_news()[0]})), 0U);
    EXPECT_EQ(count_found(found_in({school_news()[0], school_news()[0]})), 0U) << "equal texts gain nothing";
    for (const std::size_t block : {0U, 1U, 2U, 1'000U}) {
        EXPECT_EQ(found_in(school_news(), {.block = block}).size(), 4U) << block;
    }
    const std::string nul("a\0b", 3);
    EXPECT_EQ(count_found(found_in({{nul, nul}, {"\uFFFD", "\uFFFD"}, {std::string(10'000, 'x'), "x"}})), 0U);
}

} // namespace
} // namespace qosar
