#include "qosar/page/read_page.hpp"

#include <gtest/gtest.h>

#include "qosar/text/utf8.hpp"

namespace qosar {
namespace {

Page read(std::string_view bytes, PageForm form, std::string_view id = "17", const PageOptions& options = {}) {
    Page page;
    read_page(page, bytes, form, id, options);
    return page;
}

/// `title (date): paragraph|paragraph`, or the problem.
std::string dump(const Page& page) {
    if (page.status != PageStatus::good) {
        return "unusable: " + page.problem;
    }
    std::string out = page.title + " (" + page.date + "): " + page.text;
    for (char& c : out) {
        c = c == '\n' ? '|' : c;
    }
    return page.problem.empty() ? out : "good, but: " + page.problem;
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += piece;
    }
    return out;
}

// One article as the service writes it, with every field that its answers have been seen to hold.
const std::string article =
    R"({"id":17,"slug":"zhana-mektep","title":"Ауылда жаңа мектеп ашылды","created_date":)"
    R"("2026-02-01T11:48:00Z","publication_date":null,"body":"<p>Мектеп 300 орындық &ndash; үлкен.</p>)"
    R"(<p><img src=\"/uploads/a.jpg\">Оқушылар қуанды.</p>","short_description":"Қысқаша",)"
    R"("heropic":"","alt_image":null,"projects":["mod"],"type":"news","images":[{"url":"/a.jpg"}]})";
const std::string other =
    R"({"id":"18","slug":"baska","title":"Басқа жаңалық","created_date":"2026-02-02","body":"<p>Басқа</p>"})";
const std::string expected = "Ауылда жаңа мектеп ашылды (2026-02-01): Мектеп 300 орындық – үлкен.|Оқушылар қуанды.";

TEST(JsonPage, article_is_found_in_every_wrapping) {
    const std::string both = "[" + other + "," + article + "]";
    const struct {
        const char* name;
        std::string json;
    } cases[] = {
        {"object", article},
        {"array of one", "[" + article + "]"},
        {"array", both},
        {"content and count", R"({"content":)" + both + R"(,"totalElements":2})"},
        {"data", R"({"data":)" + both + "}"},
        {"items", R"({"items":)" + both + "}"},
        {"news", R"({"news":)" + both + "}"},
        {"object under content", R"({"content":)" + article + "}"},
        {"object under data", R"({"data":)" + article + "}"},
        {"GraphQL", R"({"data":{"news":)" + both + R"(},"errors":null})"},
        {"byte order mark", "\xEF\xBB\xBF" + article},
        {"white space", " \n" + both + "\n"},
        {"other values beside", R"([null,5,"x",[],{},)" + other + "," + article + "]"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(dump(read(c.json, PageForm::json)), expected) << c.name;
        EXPECT_EQ(dump(read(c.json, PageForm::json, "zhana-mektep")), expected) << c.name;
        EXPECT_EQ(read(c.json, PageForm::json).reader, "json") << c.name;
    }
    EXPECT_EQ(read(both, PageForm::json, "18").title, "Басқа жаңалық") << "the id as a string";
    EXPECT_EQ(read(both, PageForm::json, "baska").title, "Басқа жаңалық");
}

TEST(JsonPage, fields_may_be_missing_or_null) {
    const struct {
        const char* name;
        std::string_view json;
        std::string_view page;
    } cases[] = {
        {"name for title", R"({"name":"Атау","body":"Мәтін"})", "Атау (): Мәтін"},
        {"empty title", R"({"title":"","name":"Атау","body":"Мәтін"})", "Атау (): Мәтін"},
        {"no title", R"({"body":"Мәтін"})", " (): Мәтін"},
        {"null body", R"({"title":"Атау","body":null,"short_description":"<p>Қысқаша</p>"})", "Атау (): Қысқаша"},
        {"empty body", R"({"title":"Атау","body":"","short_description":"Қысқаша"})", "Атау (): Қысқаша"},
        {"body without text", R"({"title":"Атау","body":"<p>&nbsp;</p>","short_description":"Қысқаша"})",
         "Атау (): Қысқаша"},
        {"no body", R"({"title":"Атау","short_description":"Қысқаша"})", "Атау (): Қысқаша"},
        {"publication date first",
         R"({"title":"Атау","body":"Мәтін","publication_date":"2026-02-03","created_date":"2026-02-01"})",
         "Атау (2026-02-03): Мәтін"},
        {"older dates", R"({"title":"Атау","body":"Мәтін","created_date":"2020-03-05T10:20:30.123+0600"})",
         "Атау (2020-03-05): Мәтін"},
        {"no day", R"({"title":"Атау","body":"Мәтін","created_date":"2020-02-31"})", "Атау (): Мәтін"},
        {"fields of other kinds", R"({"id":[],"title":{"a":1},"body":"Мәтін","created_date":{},"slug":5})",
         " (): Мәтін"},
        {"entities in the title", R"({"title":"А &amp; Б","body":"Мәтін"})", "А & Б (): Мәтін"},
        {"escapes", R"({"title":"\u049b\ud83d\ude00","body":"М\u0000ә"})", "қ😀 (): Мә"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(dump(read(c.json, PageForm::json)), c.page) << c.name;
    }
}

TEST(JsonPage, is_unusable_without_the_article) {
    const struct {
        const char* name;
        std::string json;
    } cases[] = {
        {"nothing", ""},
        {"white space", " \n"},
        {"null", "null"},
        {"number", "5"},
        {"string", "\"body\""},
        {"empty object", "{}"},
        {"empty array", "[]"},
        {"empty content", R"({"content":[],"totalElements":0})"},
        {"GraphQL error", R"({"errors":[{"message":"no"}],"data":null})"},
        {"several, none asked for", "[" + other + "," + other + "]"},
        {"null text everywhere", R"({"id":17,"title":null,"body":null,"short_description":null})"},
        {"cut short", article.substr(0, article.size() / 2)},
        {"rubbish behind it", article + "x"},
        {"HTML instead", "<html><body>Қате</body></html>"},
        {"lone surrogate", R"({"title":"\ud800","body":"Мәтін"})"},
        {"NUL bytes", std::string(100, '\0')},
        {"wrapped too deep", repeated(R"({"data":)", 20) + article + std::string(20, '}')},
        {"endless arrays", std::string(1'000'000, '[')},
        {"endless objects", repeated(R"({"data":)", 100'000)},
        {"deep arrays", std::string(1'000'000, '[') + std::string(1'000'000, ']')},
        {"body nested too deep", R"({"body":")" + repeated("<div>", 5000) + R"("})"},
    };
    for (const auto& c : cases) {
        const Page page = read(c.json, PageForm::json);
        EXPECT_EQ(page.status, PageStatus::unusable) << c.name;
        EXPECT_NE(page.problem, "") << c.name;
        EXPECT_EQ(page.text, "") << c.name;
    }
}

TEST(JsonPage, every_cut_of_an_article_is_survived) {
    for (std::size_t size = 0; size < article.size(); ++size) {
        EXPECT_EQ(read(article.substr(0, size), PageForm::json).status, PageStatus::unusable) << size;
    }
}

TEST(HtmlPageForm, gives_title_date_and_paragraphs) {
    const struct {
        const char* name;
        std::string_view html;
        std::string_view page;
    } cases[] = {
        {"article",
         "<meta charset=utf-8><article><h1>Тақырып</h1><time "
         "datetime='2026-02-01T10:00:00Z'></time><p>Бір</p><p>Екі</p>"
         "</article>",
         "Тақырып (2026-02-01): Бір|Екі"},
        {"charset of its own",
         "<meta charset=\"windows-1251\"><h1>\xC0\xF1\xF2\xE0\xED\xE0</h1><main><p>\xC6\xEE\xEB</p></main>",
         "Астана (): Жол"},
        {"odd date", "<meta property='article:published_time' content='кеше'><main><p>Бір</p></main>", " (): Бір"},
    };
    for (const auto& c : cases) {
        const Page page = read(c.html, PageForm::html);
        EXPECT_EQ(dump(page), c.page) << c.name;
        EXPECT_EQ(page.reader, "html") << c.name;
    }
}

TEST(HtmlPageForm, is_unusable_without_text) {
    for (const std::string& html :
         {std::string(), std::string("<html></html>"), std::string("<title>Портал</title><div id=root></div>"),
          repeated("<div>", 100'000), std::string(1000, '\0')}) {
        const Page page = read(html, PageForm::html);
        EXPECT_EQ(page.status, PageStatus::unusable) << html.substr(0, 50);
        EXPECT_NE(page.problem, "") << html.substr(0, 50);
    }
}

TEST(TextPage, is_title_date_and_paragraphs) {
    const struct {
        const char* name;
        std::string_view text;
        std::string_view page;
    } cases[] = {
        {"whole", "Тақырып\n01.02.2026\n\nБір\nЕкі\n", "Тақырып (2026-02-01): Бір|Екі"},
        {"ISO date", "Тақырып\n2026-02-01\n\nБір", "Тақырып (2026-02-01): Бір"},
        {"date with time", "Тақырып\n01.02.2026 10:30\n\nБір", "Тақырып (2026-02-01): Бір"},
        {"no date", "Тақырып\n\nБір", "Тақырып (): Бір"},
        {"paragraph that begins with a date", "Тақырып\n\n01.02.2026 10:30 кезінде",
         "Тақырып (): 01.02.2026 10:30 кезінде"},
        {"CR LF and blanks", "\xEF\xBB\xBFТақырып \r\n 01.02.2026\r\n\r\n Бір\r\n\r\nЕкі",
         "Тақырып (2026-02-01): Бір|Екі"},
        {"markup is text", "А <b>\n\n&amp;", "А <b> (): &amp;"},
    };
    for (const auto& c : cases) {
        const Page page = read(c.text, PageForm::text);
        EXPECT_EQ(dump(page), c.page) << c.name;
        EXPECT_EQ(page.reader, "text") << c.name;
    }
    EXPECT_EQ(read("", PageForm::text).status, PageStatus::unusable);
    EXPECT_EQ(read(" \n\u00A0\n", PageForm::text).status, PageStatus::unusable);
}

TEST(Page, more_bytes_than_allowed_are_not_read) {
    PageOptions options;
    options.max_bytes = 100;
    for (const PageForm form : {PageForm::json, PageForm::html, PageForm::text}) {
        EXPECT_EQ(read(std::string(101, 'a'), form, "", options).status, PageStatus::unusable);
        EXPECT_NE(read(std::string(101, 'a'), form, "", options).problem.find("100"), std::string::npos);
    }
    EXPECT_EQ(read(std::string(100, 'a'), PageForm::text, "", options).status, PageStatus::good);
}

TEST(Page, any_bytes_give_valid_utf8) {
    std::string noise;
    for (unsigned i = 0; i < 50'000; ++i) {
        noise += static_cast<char>(i * 2654435761U >> 11U);
    }
    const std::string broken = "\xFF{\"title\":\"\xD2\",\"body\":\"<p>\xED\xA0\x80</p>\"}";
    for (const PageForm form : {PageForm::json, PageForm::html, PageForm::text}) {
        for (const std::string& bytes :
             {noise, broken, broken.substr(1), std::string("\xFF\xFE\x00\xD8", 4), "\xFE\xFF" + noise}) {
            const Page page = read(bytes, form);
            EXPECT_TRUE(is_utf8(page.title) && is_utf8(page.text) && is_utf8(page.problem) && is_utf8(page.date));
            EXPECT_EQ(page.status == PageStatus::good, page.problem.empty());
        }
    }
}

} // namespace
} // namespace qosar
