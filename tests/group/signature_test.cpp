#include "qosar/group/signature.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace qosar {
namespace {

Signature signature_of(const Article& article) {
    return signature_of(article, compared_text(language_pack("en"), article.title, article.body));
}

Signature signature(const std::string& title, const std::string& body, const std::vector<std::string>& urls = {}) {
    Article article;
    article.title = title;
    article.body = body;
    article.source_urls = urls;
    return signature_of(article);
}

TEST(Signature, is_exact_for_what_a_reader_calls_the_same) {
    const Signature base = signature("Bridge “opened”", "It's open – at last.");
    const struct {
        const char* name;
        const char* title;
        const char* body;
        bool same;
    } cases[] = {
        {"case", "BRIDGE “opened”", "it's open – at last.", true},
        {"quotes", "Bridge \"opened\"", "It’s open – at last.", true},
        {"dash", "Bridge “opened”", "It's open — at last.", true},
        {"blanks", "Bridge  “opened” ", "It's open\u00A0– at\nlast.", true},
        {"soft hyphen", "Brid\u00ADge “opened”", "It's open – at last.", true},
        {"other word", "Bridge “opened”", "It's open – at first.", false},
        {"other title", "Bridges “opened”", "It's open – at last.", false},
        {"stop left out", "Bridge “opened”", "It's open – at last", false},
        {"title moved to the body", "", "Bridge “opened” It's open – at last.", false},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(signature(c.title, c.body).exact == base.exact, c.same) << c.name;
    }
}

TEST(Signature, depends_on_cited_pages_by_their_keys) {
    const std::string a = "https://www.gov.kz/memleket/entities/edu/press/news/details/1?lang=kk";
    const std::string b = "https://www.gov.kz/memleket/entities/edu/press/news/details/2?lang=kk";
    const std::string a_russian = "https://www.gov.kz/memleket/entities/edu/press/news/details/1?lang=ru";
    const Signature cites_a = signature("T", "Body", {a});
    EXPECT_EQ(signature("T", "Body", {a_russian}).exact, cites_a.exact);
    EXPECT_EQ(signature("T", "Body", {a_russian}).sources, cites_a.sources);
    EXPECT_NE(signature("T", "Body", {b}).exact, cites_a.exact);
    EXPECT_NE(signature("T", "Body", {b}).sources, cites_a.sources);
    EXPECT_NE(signature("T", "Body").exact, cites_a.exact);
    EXPECT_EQ(signature("T", "Body", {a, b}).exact, signature("T", "Body", {b, a}).exact);
    EXPECT_EQ(signature("Other", "Words", {a}).sources, cites_a.sources);
    EXPECT_EQ(signature("T", "Body").sources, 0U);
    EXPECT_NE(signature("T", "Body", {"no address"}).sources, 0U);
}

TEST(Signature, ignores_date_section_and_place) {
    Article article;
    article.title = "T";
    article.body = "Body";
    Article other = article;
    other.date = "2026-02-01";
    other.sections = {"News"};
    other.origin = {"x.txt", 3, {5, 9}};
    EXPECT_EQ(signature_of(article).exact, signature_of(other).exact);
    EXPECT_EQ(signature_of(article).minima, signature_of(other).minima);
}

/// `count` words that all differ.
std::string words(std::size_t begin, std::size_t count) {
    std::string text;
    for (std::size_t i = begin; i < begin + count; ++i) {
        text += "word" + std::string(1, static_cast<char>('a' + i % 26)) +
                std::string(1, static_cast<char>('a' + i / 26)) + " ";
    }
    return text;
}

TEST(Signature, estimates_what_texts_share) {
    const struct {
        const char* name;
        std::string a;
        std::string b;
        double share;
    } cases[] = {
        {"equal", words(0, 201), words(0, 201), 1},
        {"nothing", words(0, 201), words(300, 201), 0},
        {"half of either", words(0, 301), words(150, 301), 1.0 / 3},
        {"half of one", words(0, 201), words(0, 101), 0.5},
        {"small words", words(0, 201), words(0, 100) + "and of the " + words(100, 101), 1},
        {"moved", words(0, 100) + words(100, 101), words(100, 101) + words(0, 100), 0.99},
        {"one word", "bridge", "bridge", 1},
        {"stop words", "it is the one", "it is the one", 1},
    };
    for (const auto& c : cases) {
        EXPECT_NEAR(estimated_overlap(signature("Title", c.a), signature("Other", c.b)), c.share, 0.12) << c.name;
    }
}

TEST(Signature, tells_facts_apart) {
    const Signature base = signature("T", "It cost 120 tenge in Taraz.");
    EXPECT_EQ(signature("T", "It did cost 120 tenge in Taraz!").facts, base.facts);
    EXPECT_NE(signature("T", "It cost 121 tenge in Taraz.").facts, base.facts);
    EXPECT_NE(signature("T", "It cost 120 tenge in Aktau.").facts, base.facts);
    EXPECT_NE(signature("T", "In Taraz it cost 120 tenge.").facts, base.facts);
    EXPECT_NE(signature("T", "It cost 121 tenge in Taraz.").minima, base.minima);
}

TEST(Signature, knows_whether_there_is_anything_to_compare) {
    EXPECT_FALSE(signature("Title", "").compared);
    EXPECT_FALSE(signature("Title", ". !").compared);
    EXPECT_TRUE(signature("Title", "Body").compared);
}

} // namespace
} // namespace qosar
