#include "qosar/corpus/ids.hpp"

#include <functional>
#include <set>

#include <gtest/gtest.h>

#include "sample_documents.hpp"

namespace qosar {
namespace {

bool is_id(const std::string& id, char kind) {
    return id.size() == 34 && id[0] == kind && id[1] == '_' &&
           id.find_first_not_of("0123456789abcdef", 2) == std::string::npos;
}

TEST(DocumentId, is_d_and_32_digits) {
    EXPECT_TRUE(is_id(document_id({}), 'd')) << document_id({});
    EXPECT_TRUE(is_id(document_id(paired_document().article), 'd'));
    EXPECT_EQ(document_id(paired_document().article), document_id(paired_document().article));
}

TEST(DocumentId, does_not_depend_on_where_the_article_stands) {
    const Article article = paired_document().article;
    const std::pair<const char*, std::function<void(Article&)>> changes[] = {
        {"file", [](Article& a) { a.origin.file = "elsewhere.txt"; }},
        {"item", [](Article& a) { a.origin.item = 77; }},
        {"bytes",
         [](Article& a) {
             a.origin.bytes = {0, 1};
         }},
        {"sections", [](Article& a) { a.sections = {"Culture"}; }},
        {"date", [](Article& a) { a.date = "2025-01-01"; }},
        {"another spelling of the address",
         [](Article& a) {
             a.source_urls = {"http://gov.kz/memleket/entities/ecogeo/press/news/details/500123/?lang=ru#top"};
         }},
    };
    for (const auto& [name, change] : changes) {
        Article other = article;
        change(other);
        EXPECT_EQ(document_id(other), document_id(article)) << name;
    }
}

TEST(DocumentId, depends_on_what_the_article_says) {
    const Article article = paired_document().article;
    const std::pair<const char*, std::function<void(Article&)>> changes[] = {
        {"title", [](Article& a) { a.title += "."; }},
        {"case of the title", [](Article& a) { a.title[5] = 'w'; }},
        {"body", [](Article& a) { a.body += " "; }},
        {"no body", [](Article& a) { a.body.clear(); }},
        {"another page", [](Article& a) { a.source_urls[0] += "&id=2"; }},
        {"no page", [](Article& a) { a.source_urls.clear(); }},
        {"one page more", [](Article& a) { a.source_urls.push_back("https://example.kz/1"); }},
        {"what is no address", [](Article& a) { a.source_urls = {"see above"}; }},
        {"title and body joined", [](Article& a) { a.title += a.body, a.body.clear(); }},
        {"title moved into the body", [](Article& a) { std::swap(a.title, a.body); }},
        {"border of title and body moved", [](Article& a) { a.body.insert(0, 1, a.title.back()), a.title.pop_back(); }},
    };
    std::set<std::string> ids{document_id(article)};
    for (const auto& [name, change] : changes) {
        Article other = article;
        change(other);
        EXPECT_TRUE(ids.insert(document_id(other)).second) << name;
    }
}

TEST(PairIds, depend_on_document_and_texts_alone) {
    PairIds one("d_1");
    const std::string a = one.next("A ferry.", "Паром.");
    const std::string b = one.next("A bridge.", "Көпір.");
    EXPECT_TRUE(is_id(a, 'p')) << a;
    EXPECT_NE(a, b);
    PairIds again("d_1");
    EXPECT_EQ(again.next("A bridge.", "Көпір."), b) << "not on what stands before it";
    EXPECT_EQ(again.next("A ferry.", "Паром."), a);
    EXPECT_NE(PairIds("d_2").next("A ferry.", "Паром."), a);
    EXPECT_NE(PairIds("d_1").next("Паром.", "A ferry."), a);
    EXPECT_NE(PairIds("d_1").next("A ferry.П", "аром."), PairIds("d_1").next("A ferry.", "Паром."));
    EXPECT_NE(PairIds("d_1").next("", "A ferry."), PairIds("d_1").next("A ferry.", ""));
}

TEST(PairIds, equal_pairs_are_told_apart_by_their_number) {
    PairIds ids("d_1");
    std::set<std::string> seen;
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(seen.insert(ids.next("Photo.", "Сурет.")).second) << i;
        EXPECT_TRUE(seen.insert(ids.next("Photo " + std::to_string(i), "Сурет.")).second) << i;
    }
    PairIds others("d_1");
    others.next("Something else.", "Басқа нәрсе.");
    EXPECT_TRUE(seen.contains(others.next("Photo.", "Сурет."))) << "only equal pairs count";
}

TEST(PairIds, take_any_text) {
    PairIds ids("");
    std::set<std::string> seen;
    for (const std::string& text : {std::string(), std::string(1, '\0'), std::string(2, '\0'), std::string("\xFF"),
                                    std::string(1'000'000, 'x')}) {
        EXPECT_TRUE(seen.insert(ids.next(text, text)).second);
    }
}

} // namespace
} // namespace qosar
