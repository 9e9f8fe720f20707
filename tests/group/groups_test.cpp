#include "qosar/group/groups.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "qosar/group/differing_words.hpp"

namespace qosar {
namespace {

const char* const page_a = "https://www.gov.kz/memleket/entities/edu/press/news/details/1?lang=kk";
const char* const page_b = "https://www.gov.kz/memleket/entities/edu/press/news/details/2?lang=kk";

Article article(const std::string& body, const std::string& url = "", const std::string& title = "Talks were held") {
    Article made;
    made.title = title;
    made.body = body;
    if (!url.empty()) {
        made.source_urls = {url};
    }
    return made;
}

std::vector<Group> groups_of(const std::vector<Article>& articles, const GroupOptions& options = {}) {
    std::vector<Signature> signatures;
    for (const Article& a : articles) {
        signatures.push_back(signature_of(a));
    }
    const auto near = [&](std::size_t i, std::size_t j) {
        const WordComparison c = compare_words(articles[i].body, articles[j].body, options.least_overlap);
        return c.overlap >= options.least_overlap && !c.numbers_differ;
    };
    return group_articles(signatures, near, options);
}

/// Groups as `0 2*, 1*`, the representative with a star.
std::string text_of(const std::vector<Group>& groups) {
    std::string text;
    for (const Group& group : groups) {
        text += text.empty() ? "" : ", ";
        for (std::size_t i = 0; i < group.members.size(); ++i) {
            const std::size_t member = group.members[i];
            text += (i == 0 ? "" : " ") + std::to_string(member) + (member == group.representative ? "*" : "");
        }
    }
    return text;
}

/// A body of many words; `changed` stands in its middle.
std::string body_with(const std::string& changed, const std::string& topic = "bridge") {
    std::string body;
    for (const char* word :
         {"engineers", "workers", "drivers", "pupils", "farmers", "teachers", "doctors", "sailors"}) {
        body += "The " + topic + " was shown to the " + word + " of the town, who were glad to see it. ";
    }
    return body + changed + " Then " + topic + " and river were quiet again, and everybody went home for the night.";
}

TEST(Groups, joins_what_is_the_same) {
    const std::string text = body_with("It is the heart of Kazakhstan's law.");
    const std::string typo = body_with("It is the heart of Kazakhstans law.");
    const std::string other = body_with("It is small.", "airport");
    const struct {
        const char* name;
        std::vector<Article> articles;
        const char* groups;
    } cases[] = {
        {"nothing", {}, ""},
        {"one", {article(text)}, "0*"},
        {"exact", {article(text), article(other), article(text)}, "0* 2, 1*"},
        {"near", {article(text), article(typo)}, "0* 1"},
        {"near through a third", {article(text), article(other), article(typo), article(typo)}, "0* 2 3, 1*"},
        {"different", {article(text), article(other)}, "0*, 1*"},
        {"other number",
         {article(body_with("It cost 120 tenge.")), article(body_with("It cost 121 tenge."))},
         "0*, 1*"},
        {"number left out", {article(body_with("It cost 120 tenge.")), article(body_with("It cost tenge."))}, "0*, 1*"},
        {"same page", {article(text, page_a), article(typo, page_a)}, "0* 1"},
        {"other page", {article(text, page_a), article(typo, page_b)}, "0*, 1*"},
        {"same text, other page", {article(text, page_a), article(text, page_b)}, "0*, 1*"},
        {"one without a page", {article(text), article(typo, page_a)}, "0 1*"},
        {"the longer body", {article(text), article(text + " Good night.")}, "0 1*"},
        {"a page beats length", {article(text, page_a), article(text + " Good night.")}, "0* 1"},
        {"no bodies, same title", {article("", page_a), article("", page_a)}, "0* 1"},
        {"no bodies, other titles",
         {article("", "", "Talks were held today"), article("", "", "Talks were held")},
         "0*, 1*"},
        {"body and none", {article(text), article("")}, "0*, 1*"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(text_of(groups_of(c.articles)), c.groups) << c.name;
    }
}

TEST(Groups, names_the_lost_apostrophe) {
    const WordComparison c = compare_words(body_with("It is the heart of Kazakhstan's law."),
                                           body_with("It is the heart of Kazakhstans law."), 0.9);
    EXPECT_EQ(c.differing, (std::vector<DifferingWord>{{"Kazakhstan's", "Kazakhstans"}}));
}

std::vector<Article> mixed_articles() {
    std::vector<Article> articles;
    const char* topics[] = {"bridge", "airport", "school", "harbour", "library"};
    const char* changes[] = {"It is good.", "It is good.", "It was good.", "It cost 120.", "It cost 121.", ""};
    for (const char* topic : topics) {
        for (const char* change : changes) {
            articles.push_back(article(body_with(change, topic), articles.size() % 4 == 3 ? page_a : ""));
            articles.push_back(article(""));
        }
    }
    return articles;
}

TEST(Groups, hold_each_article_once_in_order) {
    const std::vector<Article> articles = mixed_articles();
    const std::vector<Group> groups = groups_of(articles);
    std::set<std::size_t> seen;
    std::size_t last_first = 0;
    for (const Group& group : groups) {
        ASSERT_FALSE(group.members.empty());
        EXPECT_TRUE(std::is_sorted(group.members.begin(), group.members.end()));
        EXPECT_TRUE(std::binary_search(group.members.begin(), group.members.end(), group.representative));
        EXPECT_TRUE(seen.empty() || last_first < group.members.front());
        last_first = group.members.front();
        for (const std::size_t member : group.members) {
            EXPECT_TRUE(seen.insert(member).second) << member;
        }
    }
    EXPECT_EQ(seen.size(), articles.size());
    EXPECT_LT(groups.size(), articles.size() / 2);
    EXPECT_GT(groups.size(), 5U);
}

TEST(Groups, do_not_depend_on_the_order_of_articles) {
    const std::vector<Article> articles = mixed_articles();
    const auto as_sets = [](const std::vector<Group>& groups, const std::vector<std::size_t>& original) {
        std::set<std::set<std::size_t>> sets;
        for (const Group& group : groups) {
            std::set<std::size_t> members;
            for (const std::size_t member : group.members) {
                members.insert(original[member]);
            }
            sets.insert(members);
        }
        return sets;
    };
    std::vector<std::size_t> order(articles.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto expected = as_sets(groups_of(articles), order);
    std::mt19937 random(7);
    for (int round = 0; round < 10; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        std::vector<Article> shuffled;
        for (const std::size_t i : order) {
            shuffled.push_back(articles[i]);
        }
        EXPECT_EQ(as_sets(groups_of(shuffled), order), expected);
    }
}

TEST(Groups, compare_only_where_a_band_agrees) {
    std::vector<Signature> signatures(3);
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        signatures[i].exact = {1, i};
        signatures[i].has_body = true;
        signatures[i].bands.fill(static_cast<std::uint32_t>(i));
    }
    signatures[2].bands[1] = signatures[0].bands[1];
    std::size_t calls = 0;
    const auto near = [&](std::size_t, std::size_t) { return ++calls > 0; };
    EXPECT_EQ(text_of(group_articles(signatures, near)), "0* 2, 1*");
    EXPECT_EQ(calls, 1U);
}

TEST(Groups, a_template_costs_linear_time) {
    std::vector<Signature> signatures(2'000);
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        signatures[i].exact = {1, i};
        signatures[i].has_body = true;
    }
    std::size_t calls = 0;
    const auto near = [&](std::size_t, std::size_t) { return ++calls > 0; };
    EXPECT_EQ(group_articles(signatures, near).size(), 1U);
    EXPECT_LE(calls, signatures.size() * GroupOptions{}.max_neighbours);
}

} // namespace
} // namespace qosar
