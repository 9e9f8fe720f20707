#include "qosar/group/representative.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace qosar {
namespace {

Article article(const std::string& body, bool cites = false) {
    Article made;
    made.title = "Talks were held";
    made.body = body;
    if (cites) {
        made.source_urls = {"https://example.org/1"};
    }
    return made;
}

TEST(BestArticle, is_told_by_the_first_rule_that_tells) {
    const struct {
        const char* name;
        Article best;
        Article other;
    } cases[] = {
        {"a source beats all", article("They tal", true), article("They talked for long, and went home.")},
        {"complete beats length", article("They talked."), article("They talked for very long and went ho")},
        {"an ellipsis is no end", article("They talked."), article("They talked for long…")},
        {"nor are three stops", article("They talked."), article("They talked for long...")},
        {"a quotation may end", article("They said: “We talked.”"), article("They said: “We talked”, and this was al")},
        {"lost apostrophe", article("It is Kazakhstan's law."), article("It is, so they said, Kazakhstans law.")},
        {"lost apostrophe, typographic", article("It is Kazakhstan’s law."), article("It is the Kazakhstans law.")},
        {"glued words", article("Some 2 million were there."), article("Just some 2 millionwere there.")},
        {"glued sentences", article("They came. They talked."), article("They all came.They all talked.")},
        {"wrong character set", article("They met in Әулиекөл."), article("They met in Ó˜ÑƒÐ»Ð¸ÐµÐºÓ©Ð» again.")},
        {"replacement characters", article("They met in Әулиекөл."), article("They all met in \uFFFD\uFFFDлиекөл.")},
        {"length", article("They talked for long and went home."), article("They talked.")},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(best_article({c.best, c.other}), 0U) << c.name;
        EXPECT_EQ(best_article({c.other, c.best}), 1U) << c.name;
    }
}

TEST(BestArticle, does_not_depend_on_the_order) {
    std::vector<Article> articles;
    for (const char* body : {"They talked.", "They walked.", "They balked.", "They chalk", "", "They talk here…"}) {
        articles.push_back(article(body));
    }
    const std::string best = articles[best_article(articles)].body;
    std::sort(articles.begin(), articles.end(), [](const Article& a, const Article& b) { return a.body < b.body; });
    do {
        EXPECT_EQ(articles[best_article(articles)].body, best);
    } while (std::next_permutation(articles.begin(), articles.end(),
                                   [](const Article& a, const Article& b) { return a.body < b.body; }));
}

TEST(BestArticle, of_one_or_broken_ones) {
    EXPECT_EQ(best_article({article("")}), 0U);
    EXPECT_EQ(best_article({article("\xFF\xC3"), article("fine")}), 1U);
}

} // namespace
} // namespace qosar
