#include "qosar/pairing/discover.hpp"

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "texts.hpp"

namespace qosar {
namespace {

std::string_view title_of(std::string_view text) { return text.substr(0, text.find('\n')); }
std::string_view body_of(std::string_view text) { return text.substr(text.find('\n') + 1); }

Article article_of(const TextPair& pair) {
    Article article;
    article.title = title_of(pair.english);
    article.body = body_of(pair.english);
    return article;
}

/// A store to which tests add pages, and its index.
class Discover : public testing::Test {
protected:
    void add(const std::string& name, std::string_view text, const std::string& date = "") {
        m_folder.write(name + ".kk.txt", std::string(title_of(text)) + "\n" + date + "\n" + std::string(body_of(text)));
    }

    [[nodiscard]] PageStore store() const { return PageStore(m_folder.path()); }

    [[nodiscard]] ContentIndex index() const {
        std::vector<IndexedPage> pages;
        for (const std::string& name : store().names("kk")) {
            pages.push_back(indexed_page(m_kk, m_lexicon, store().named(name, "kk"), name));
        }
        return ContentIndex(std::move(pages));
    }

    /// For each article the name of its page; empty for none.
    [[nodiscard]] std::vector<std::string> discovered(const std::vector<Article>& articles) const {
        const ContentIndex pages = index();
        std::vector<std::vector<PageClaim>> claims;
        for (const Article& article : articles) {
            claims.push_back(claims_of(article, m_en, m_kk, m_lexicon, pages, store()));
        }
        std::vector<std::string> names;
        for (const std::optional<DiscoveredPage>& page : settle_claims(claims, pages)) {
            names.push_back(page ? page->name : "");
        }
        return names;
    }

    const LanguagePack& m_en = language_pack("en");
    const LanguagePack& m_kk = language_pack("kk");
    const Lexicon& m_lexicon = builtin_lexicon(m_en, m_kk);
    Scratch m_folder;
};

using Names = std::vector<std::string>;

TEST_F(Discover, finds_each_articles_page) {
    std::vector<Article> articles;
    for (const TextPair& pair : text_pairs()) {
        add("a/" + std::to_string(articles.size()), pair.kazakh);
        articles.push_back(article_of(pair));
    }
    EXPECT_EQ(discovered(articles), (Names{"a/0", "a/1", "a/2"}));
}

TEST_F(Discover, finds_nothing_where_the_right_page_is_missing) {
    EXPECT_EQ(discovered({article_of(text_pairs()[0])}), (Names{""})) << "in an empty store";
    add("a/1", text_pairs()[1].kazakh);
    add("a/2", text_pairs()[2].kazakh);
    EXPECT_EQ(discovered({article_of(text_pairs()[0])}), (Names{""}));
    EXPECT_EQ(discovered({Article{}}), (Names{""}));
    EXPECT_EQ(discovered({}), Names{});
}

TEST_F(Discover, looks_at_nearby_dates) {
    Article article = article_of(text_pairs()[0]);
    article.date = "2026-02-01";
    add("a/0", text_pairs()[0].kazakh, "2026-02-20");
    EXPECT_EQ(discovered({article}), (Names{""}));
    add("a/0", text_pairs()[0].kazakh, "2026-02-04");
    EXPECT_EQ(discovered({article}), (Names{"a/0"}));
    article.date = "31.02.2026"; // no such day
    EXPECT_EQ(discovered({article}), (Names{"a/0"}));
}

TEST_F(Discover, gives_a_page_to_nobody_where_two_suit_alike) {
    const std::string text(text_pairs()[0].kazakh);
    add("a/0", text);
    add("a/1", text + "\nКөпірдің ашылу салтанатына тұрғындар да келді.");
    EXPECT_EQ(discovered({article_of(text_pairs()[0])}), (Names{""})) << "two pages for one article";
    add("a/1", text);
    EXPECT_EQ(discovered({article_of(text_pairs()[0])}), (Names{"a/0"})) << "the same page, stored twice";

    Article twin = article_of(text_pairs()[0]);
    twin.body += "\nThe people of the city came to the opening too.";
    EXPECT_EQ(discovered({article_of(text_pairs()[0]), twin}), (Names{"", ""})) << "two articles for one page";
}

TEST_F(Discover, does_not_pair_titles) {
    add("a/0", text_pairs()[0].kazakh);
    Article article;
    article.title = title_of(text_pairs()[0].english);
    EXPECT_EQ(discovered({article}), (Names{""}));
    add("a/1", title_of(text_pairs()[0].kazakh));
    EXPECT_EQ(discovered({article}), (Names{""}));
}

TEST_F(Discover, bears_hostile_pages) {
    add("a/0", text_pairs()[0].kazakh);
    std::string long_line(1U << 20U, 'a');
    m_folder.write("a/long.kk.txt", "Көпір\n" + long_line);
    std::string many_words = "Көпір\n";
    for (int i = 0; i < 100'000; ++i) {
        many_words += "көпір 840 Тобыл" + std::to_string(i) + (i % 10 == 0 ? "\n" : " ");
    }
    m_folder.write("a/words.kk.txt", many_words);
    m_folder.write("a/bytes.kk.txt", std::string("\xFF\xFE\x00\xD0", 4));
    m_folder.write("a/broken.kk.json", "{\"title\":");
    m_folder.write("a/nested.kk.html", "<p>" + std::string(5000, '<'));
    m_folder.write("a/empty.kk.txt", "");
    EXPECT_EQ(discovered({article_of(text_pairs()[0])}), (Names{"a/0"}));
    Article hostile;
    hostile.title = std::string(1U << 18U, 'x');
    hostile.body = many_words;
    EXPECT_EQ(discovered({hostile}), (Names{"a/words"})) << "the same words, as far as they are compared";
}

TEST(SettleClaims, shares_confidence_among_all_that_claim) {
    const ContentIndex index({{"a/0", {}, {}}, {"a/1", {}, {}}});
    const auto settled = [&](const std::vector<std::vector<PageClaim>>& claims) {
        std::string text;
        for (const auto& page : settle_claims(claims, index)) {
            text += page ? page->name + " " : "- ";
        }
        return text;
    };
    EXPECT_EQ(settled({}), "");
    EXPECT_EQ(settled({{}}), "- ");
    EXPECT_EQ(settled({{{0, 8.9}}}), "- ");
    EXPECT_EQ(settled({{{0, 9.1}}}), "a/0 ");
    EXPECT_EQ(settled({{{0, 1e6}, {1, 1e6}}}), "- ");
    EXPECT_EQ(settled({{{0, 1e6}, {1, 1e3}}}), "a/0 ");
    EXPECT_EQ(settled({{{0, 1e6}}, {{0, 1e6}}}), "- - ");
    EXPECT_EQ(settled({{{0, 1e6}}, {{0, 1e3}}}), "a/0 - ");
    EXPECT_EQ(settled({{{0, 1e6}}, {{1, 50}, {0, 0.1}}}), "a/0 a/1 ");
    const auto found = settle_claims({{{1, 99}}}, index);
    EXPECT_DOUBLE_EQ(found[0]->confidence, 0.99);
}

} // namespace
} // namespace qosar
