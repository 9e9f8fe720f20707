#include "qosar/group/signature.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace qosar {
namespace {

Signature signature(const std::string& title, const std::string& body, const std::vector<std::string>& urls = {}) {
    Article article;
    article.title = title;
    article.body = body;
    article.source_urls = urls;
    return signature_of(article);
}

std::size_t agreeing(const Signature& a, const Signature& b) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < band_count; ++i) {
        count += a.bands[i] == b.bands[i] ? 1 : 0;
    }
    return count;
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
    EXPECT_EQ(signature("T", "Body").sources, Hash128{});
    EXPECT_NE(signature("T", "Body", {"no address"}).sources, Hash128{});
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
    EXPECT_EQ(signature_of(article).bands, signature_of(other).bands);
}

TEST(Signature, bands_agree_as_texts_do) {
    std::string body;
    for (int i = 0; i < 60; ++i) {
        body += "word" + std::string(1, static_cast<char>('a' + i % 26)) +
                std::string(1, static_cast<char>('a' + i / 7)) + " ";
    }
    std::string turned(body.rbegin(), body.rend());
    const Signature base = signature("Title", body);
    EXPECT_EQ(agreeing(base, signature("Title", body)), band_count);
    EXPECT_GE(agreeing(base, signature("Title", body + "more")), 8U);
    EXPECT_LE(agreeing(base, signature("Lines", turned)), 0U);
    static_assert(sizeof(Signature) <= 104);
}

TEST(Signature, knows_whether_there_is_a_body) {
    EXPECT_FALSE(signature("Title", "").has_body);
    EXPECT_TRUE(signature("Title", "Body").has_body);
    EXPECT_EQ(signature("Title", "Body").body_bytes, 4U);
    EXPECT_EQ(signature("", "").body_bytes, 0U);
    EXPECT_EQ(signature("Title", "Körper").body_bytes, 7U);
}

} // namespace
} // namespace qosar
