#include "qosar/group/groups.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "qosar/group/signature.hpp"

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

GroupedInput grouped(const std::vector<Article>& articles, const GroupOptions& options = {}) {
    const Scratch folder;
    GroupFinder finder(folder.path(), language_pack("en"), options);
    for (const Article& a : articles) {
        finder.add(a);
    }
    return finder.finish([&](std::size_t i) { return articles[i]; });
}

/// Groups and links as `0 2, 1; 0 same_template 1`, each link once.
std::string text_of(const GroupedInput& input) {
    std::string text;
    for (std::size_t g = 0; g < input.groups.size(); ++g) {
        const Group group = input.groups[g];
        text += g == 0 ? "" : ", ";
        for (std::size_t i = 0; i < group.members.size(); ++i) {
            text += (i == 0 ? "" : " ") + std::to_string(group.members[i]);
        }
    }
    for (const GroupLink& link : input.links) {
        if (link.group < link.other) {
            text += "; " + std::to_string(link.group) + " " + to_string(link.kind) + " " + std::to_string(link.other);
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

TEST(Groups, join_what_is_the_same_and_link_what_is_not) {
    const std::string text = body_with("It is the heart of Kazakhstan's law.");
    const std::string typo = body_with("It is the heart of Kazakhstans law.");
    const std::string other = "Nobody had seen so many storks as came to the lake of our village in this dry summer.";
    const std::string a_120 = body_with("It cost 120 tenge.");
    const std::string a_121 = body_with("It cost 121 tenge.");
    const std::string without = body_with("");
    const struct {
        const char* name;
        std::vector<Article> articles;
        const char* groups;
    } cases[] = {
        {"nothing", {}, ""},
        {"one", {article(text)}, "0"},
        {"exact", {article(text), article(other), article(text)}, "0 2, 1"},
        {"near", {article(text), article(typo)}, "0 1"},
        {"near through a third", {article(text), article(other), article(typo), article(typo)}, "0 2 3, 1"},
        {"different", {article(text), article(other)}, "0, 1"},
        {"other title", {article(text), article(text, "", "Bridge opens")}, "0 1"},
        {"other number", {article(a_120), article(a_121)}, "0, 1; 0 same_template 1"},
        {"number left out", {article(a_120), article(body_with("It cost tenge."))}, "0, 1; 0 same_template 1"},
        {"other number in the title",
         {article(text, "", "120 guests came"), article(text, "", "130 guests came")},
         "0, 1; 0 same_template 1"},
        {"same page", {article(text, page_a), article(typo, page_a)}, "0 1"},
        {"other page", {article(text, page_a), article(typo, page_b)}, "0, 1; 0 same_text 1"},
        {"same text, other page", {article(text, page_a), article(text, page_b)}, "0, 1; 0 same_text 1"},
        {"one without a page", {article(text), article(typo, page_a)}, "0 1"},
        {"same page, other text", {article(text, page_a), article(other, page_a)}, "0, 1; 0 same_source 1"},
        {"same page, other number",
         {article(a_120, page_a), article(a_121, page_a)},
         "0, 1; 0 same_template 1; 0 same_source 1"},
        {"no bodies, same title", {article("", page_a), article("", page_a)}, "0 1"},
        {"no bodies, other titles",
         {article("", "", "Talks were held today"), article("", "", "Talks were held")},
         "0, 1"},
        {"body and none", {article(text), article("")}, "0, 1"},
        {"only a stop", {article("."), article("."), article("!")}, "0 1, 2"},
        {"never two pages through a third",
         {article(text, page_a), article(text), article(text, page_b)},
         "0 1, 2; 0 same_text 1"},
        {"never two templates through a third",
         {article(a_120), article(without), article(a_121)},
         "0, 1 2; 0 same_template 1; 0 same_text 1"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(text_of(grouped(c.articles)), c.groups) << c.name;
    }
}

std::vector<Article> mixed_articles() {
    std::vector<Article> articles;
    const char* topics[] = {"bridge", "airport", "school", "harbour", "library"};
    const char* changes[] = {"It is good.", "It is good.", "It was good.", "It cost 120.", "It cost 121.", ""};
    for (const char* topic : topics) {
        for (const char* change : changes) {
            const std::size_t i = articles.size();
            articles.push_back(article(body_with(change, topic), i % 8 == 2 ? page_a : i % 8 == 6 ? page_b : ""));
            articles.push_back(article(""));
        }
    }
    return articles;
}

TEST(Groups, hold_each_article_once_in_order) {
    const std::vector<Article> articles = mixed_articles();
    const Groups groups = grouped(articles).groups;
    std::set<std::size_t> seen;
    std::size_t last_first = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const Group group = groups[g];
        ASSERT_FALSE(group.members.empty());
        EXPECT_TRUE(std::is_sorted(group.members.begin(), group.members.end()));
        EXPECT_EQ(group.representative, group.members.front());
        EXPECT_TRUE(seen.empty() || last_first < group.members.front());
        last_first = group.members.front();
        for (const std::size_t member : group.members) {
            EXPECT_TRUE(seen.insert(member).second) << member;
        }
    }
    EXPECT_EQ(seen.size(), articles.size());
    EXPECT_LT(groups.size(), articles.size() / 2);
    EXPECT_EQ(groups.size(), 5U); // 120, 121, two pages, without body; topics differ in one word a sentence
}

/// What does not depend on numbers: which texts are together, and which of these groups are linked.
struct Content {
    std::set<std::multiset<std::string>> groups;
    std::multiset<std::tuple<std::string, RelationKind, std::string>> links; ///< by the least text of each group

    bool operator==(const Content&) const = default;
};

Content content_of(const GroupedInput& input, const std::vector<Article>& articles) {
    Content content;
    std::vector<std::string> least;
    for (std::size_t g = 0; g < input.groups.size(); ++g) {
        std::multiset<std::string> texts;
        for (const std::size_t member : input.groups[g].members) {
            const Article& a = articles[member];
            texts.insert(a.body + (a.source_urls.empty() ? "" : a.source_urls.front()));
        }
        least.push_back(*texts.begin());
        content.groups.insert(std::move(texts));
    }
    for (const GroupLink& link : input.links) {
        content.links.emplace(least[link.group], link.kind, least[link.other]);
    }
    return content;
}

TEST(Groups, do_not_depend_on_the_order_of_articles_or_on_memory) {
    std::vector<Article> articles = mixed_articles();
    const Content expected = content_of(grouped(articles), articles);
    EXPECT_GT(expected.links.size(), 10U);
    std::mt19937 random(7);
    for (int round = 0; round < 8; ++round) {
        std::shuffle(articles.begin(), articles.end(), random);
        GroupOptions options;
        options.memory = round % 2 == 0 ? options.memory : 1'000;
        EXPECT_EQ(content_of(grouped(articles, options), articles), expected);
    }
}

/// Two members of a group never are a template of each other, nor cite two pages.
void expect_lawful(const GroupedInput& input, const std::vector<Article>& articles) {
    for (std::size_t g = 0; g < input.groups.size(); ++g) {
        for (const std::size_t i : input.groups[g].members) {
            for (const std::size_t j : input.groups[g].members) {
                const Article& a = articles[i];
                const Article& b = articles[j];
                EXPECT_TRUE(a.source_urls.empty() || b.source_urls.empty() || source_keys(a) == source_keys(b));
                if (i < j) {
                    const ComparedText x = compared_text(language_pack("en"), a.title, a.body);
                    const ComparedText y = compared_text(language_pack("en"), b.title, b.body);
                    EXPECT_NE(compare_texts(x, y, input.seen).likeness, Likeness::same_template) << i << " " << j;
                }
            }
        }
    }
}

TEST(Groups, hold_no_template_and_no_second_page) {
    std::mt19937 random(11);
    std::vector<Article> articles;
    for (int i = 0; i < 300; ++i) { // sentences come and go, so that chains lead from each number to each other
        const auto sentence = [&](const char* begin) {
            const auto number = random() % 4;
            return number == 0 ? std::string() : begin + std::to_string(number + 100) + " tenge. ";
        };
        const char* pages[] = {"", "", page_a, page_b};
        articles.push_back(article(body_with(sentence("It cost ") + sentence("The road took ") +
                                             sentence("Of that the town paid the sum of ")),
                                   pages[random() % 4]));
    }
    const GroupedInput input = grouped(articles);
    EXPECT_LT(input.groups.size(), 150U);
    expect_lawful(input, articles);
    expect_lawful(grouped(mixed_articles()), mixed_articles());
}

TEST(Groups, find_the_duplicates_among_very_many_copies_of_a_template) {
    std::vector<Article> articles;
    for (int i = 0; i < 3'000; ++i) {
        const std::string number = std::to_string(1'000 + i / 2);
        articles.push_back(
            article(body_with((i % 2 == 0 ? "It cost all of " : "It did cost all of ") + number + " tenge.")));
    }
    const GroupedInput input = grouped(articles);
    EXPECT_EQ(input.groups.size(), 1'500U);
    for (const GroupLink& link : input.links) {
        EXPECT_EQ(link.kind, RelationKind::same_template);
    }
    EXPECT_LE(input.links.size(), 1'500 * GroupOptions{}.links);
}

TEST(Groups, of_odd_texts) {
    std::string long_body;
    for (int i = 0; i < 60'000; ++i) {
        long_body += "word" + std::to_string(i) + " and more. ";
    }
    ASSERT_GT(long_body.size(), longest_compared);
    const std::string repeated(30'000, 'a');
    std::string words;
    for (int i = 0; i < 30'000; ++i) {
        words += "ha ";
    }
    const struct {
        const char* name;
        std::vector<Article> articles;
        const char* groups;
    } cases[] = {
        {"too long to compare", {article(long_body), article(long_body + "!"), article(long_body)}, "0 2, 1"},
        {"one long word", {article(repeated), article(repeated), article(repeated + "b")}, "0 1, 2"},
        {"one word", {article(words), article(words + "ha"), article("ha")}, "0 1, 2"},
        {"stop words", {article("it is of the and"), article("it is of the and!"), article("on at by")}, "0 1, 2"},
        {"broken", {article("\xFF\xC3"), article("\xFF\xC3")}, "0 1"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(text_of(grouped(c.articles)), c.groups) << c.name;
    }
}

TEST(Groups, of_many_equal_articles_are_quick) {
    const std::vector<Article> same(20'000, article(body_with("It is good.")));
    EXPECT_EQ(grouped(same).groups.size(), 1U);
    EXPECT_EQ(grouped(std::vector<Article>(20'000, article(""))).groups.size(), 1U);
}

} // namespace
} // namespace qosar
