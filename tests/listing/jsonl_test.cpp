// JSON lines of articles: fields and aliases, rejects, and our own output read back.
#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "items.hpp"
#include "qosar/corpus/records.hpp"
#include "qosar/listing/item_language.hpp"

namespace qosar {
namespace {

TEST(Jsonl, fields_and_their_aliases) {
    const Scratch scratch;
    const struct {
        const char* json;
        const char* item;
    } cases[] = {
        {R"({"title":"A","date":"2026-02-01","body":"B"})", "A|2026-02-01|B||"},
        {R"({"headline":"A","published":"01.02.2026 10:30","content":"B"})", "A|2026-02-01|B||"},
        {R"({"name":"A","datePublished":"2026-02-01T10:00:00+05:00","articleBody":"B"})", "A|2026-02-01|B||"},
        {R"({"title":"A","published_at":"February 1, 2026","text":"B"})", "A|2026-02-01|B||"},
        {R"({"title":"A","pubDate":"Sun, 01 Feb 2026 05:10:00 GMT","description":"B"})", "A|2026-02-01|B||"},
        {R"({"title":"A","created_at":1769904000,"body":"B"})", "A|2026-02-01|B||"},
        {R"({"title":"A","timestamp":1769904000000,"body":"B"})", "A|2026-02-01|B||"},
        {R"({"title":"A","date":"31.02.2026"})", "A|31.02.2026|||"},
        {R"({"title":"A","date":null,"published":"2026-02-01"})", "A|2026-02-01|||"},
        {R"({"title":"","headline":"A"})", "A||||"},
        {R"({"body":"B only"})", "||B only||"},
        {R"({"title":"A","body":"One.\r\n\r\n  Two. \n"})", "A||One./Two.||"},
        {R"({"title":"A &amp; <b>C</b>","body":"<p>One &ndash; 1.</p><p>Two.</p>"})", "A & C||One – 1./Two.||"},
        {R"({"title":"A","body":"5 < 6 & 7"})", "A||5 < 6 & 7||"},
        {R"({"title":"A","section":"News"})", "A|||News|"},
        {R"({"title":"A","sections":["News","World","News"]})", "A|||News;World|"},
        {R"({"title":"A","category":{"id":5,"name":"Law"}})", "A|||Law|"},
        {R"({"title":"A","categories":[{"name":"Law"},{"name":"World"}]})", "A|||Law;World|"},
        {R"({"title":"A","tags":["x"],"author":{"name":"N"},"views":5,"deep":[[[1]]]})", "A||||"},
        {R"({"title":"A","source_url":"https://a.kz/1"})", "A||||https://a.kz/1"},
        {R"({"title":"A","source":"The ministry"})", "A||||"},
        {R"({"title":"A","source":{"name":"gov.kz","url":"https://a.kz/1"}})", "A||||https://a.kz/1"},
        {R"({"title":"A","sources":["https://a.kz/1","https://a.kz/2"],"url":"https://own.kz/9"})",
         "A||||https://a.kz/1 https://a.kz/2"},
        {R"({"title":"A","url":"https://own.kz/9"})", "A||||"},
        {R"({"title":"A","url":"https://www.gov.kz/memleket/entities/mod/press/news/details/5?lang=en"})",
         "A||||https://www.gov.kz/memleket/entities/mod/press/news/details/5?lang=en"},
        {R"({"title":"A","body":"B. Source : https://a.kz/1"})", "A||B.||https://a.kz/1"},
        {R"({"title":"\u049a\u0430\u0437\u0430\u049b \ud83d\ude00"})", "Қазақ 😀||||"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(summaries_of(read_items(scratch.write("a.jsonl", c.json))), (std::vector<std::string>{c.item}))
            << c.json;
    }
}

TEST(Jsonl, what_cannot_be_used_is_a_reject_with_its_place) {
    const Scratch scratch;
    const std::string deep = "{\"title\":\"A\",\"x\":" + std::string(70, '[') + std::string(70, ']') + "}";
    const struct {
        std::string line;
        const char* reason;
        const char* says;
    } cases[] = {
        {"{\"title\":\"A\"", "not_json", "byte"},
        {"{\"title\":\"A\"} trailing", "not_json", ""},
        {"{'title':'A'}", "not_json", "byte 2"},
        {"{\"title\":1e999}", "not_json", ""},
        {"[1,2]", "not_an_object", "a list"},
        {"\"text\"", "not_an_object", "a text"},
        {"5", "not_an_object", "a number"},
        {"{\"id\":5}", "no_title_and_body", "neither"},
        {"{\"title\":\"\",\"body\":\"  \"}", "no_title_and_body", ""},
        {"{\"title\":5}", "wrong_type", "`title` is a number"},
        {"{\"title\":\"A\",\"body\":[\"x\"]}", "wrong_type", "`body` is a list"},
        {"{\"title\":\"A\",\"date\":true}", "wrong_type", "`date` is true or false"},
        {"{\"title\":\"A\",\"sections\":[\"x\",5]}", "wrong_type", "`sections`"},
        {"{\"title\":\"A\",\"source_url\":5}", "wrong_type", "`source_url`"},
        {"{\"title\":\"A\",\"title\":\"B\"}", "duplicate_key", "`title`"},
        {deep, "nested_too_deeply", "64"},
        {"{\"title\":\"A \\ud83d\"}", "lone_surrogate", "surrogate"},
        {"{\"title\":\"A \\ude00\"}", "lone_surrogate", ""},
        {"{\"title\":\"A \xD0\x20\"}", "not_utf8", "UTF-8"},
        {"{\"title\":\"A\\u0000\"}", "nul_bytes", ""},
        {"{\"title\":\"" + std::string(2000, 'x') + "\"}", "line_too_long", "1000"},
    };
    ReaderOptions options;
    options.kind = InputKind::jsonl;
    options.text.max_line_bytes = 1000;
    const std::string good = "{\"title\":\"Good\"}\n";
    for (const auto& c : cases) {
        const auto items = read_items(scratch.write("a.jsonl", good + c.line + "\n\n" + good), options);
        ASSERT_EQ(summaries_of(items), (std::vector<std::string>{"Good||||", std::string("!") + c.reason, "Good||||"}))
            << c.line;
        const Reject& reject = std::get<Reject>(items[1]);
        EXPECT_NE(reject.message.find(c.says), std::string::npos) << c.line << reject.message;
        EXPECT_EQ(reject.origin, (Origin{"a.jsonl", 1, {good.size(), good.size() + c.line.size() + 1}})) << c.line;
    }
}

TEST(Jsonl, an_array_with_one_object_a_line) {
    const Scratch scratch;
    for (const char* text :
         {"[\n{\"title\":\"A\"},\n{\"title\":\"B\"}\n]\n", "[{\"title\":\"A\"},\n {\"title\":\"B\"}]",
          "\xEF\xBB\xBF[\r\n{\"title\":\"A\"},\r\n{\"title\":\"B\"}\r\n]\r\n"}) {
        EXPECT_EQ(summaries_of(read_items(scratch.write("a.json", text))), (std::vector<std::string>{"A||||", "B||||"}))
            << text;
    }
}

TEST(Jsonl, our_own_output_is_read_back_unchanged) {
    Article odd;
    odd.title = " A title &amp; <b>more</b> \t";
    odd.date = "31.02.2026";
    odd.body = "One.\n\n<p>Two.</p>\nSource : https://a.kz/1";
    odd.sections = {"News", " News &lt;"};
    odd.source_urls = {"not an address", "https://a.kz/1", "https://a.kz/1"};
    odd.url = "https://own.kz/1";
    odd.origin = {"day.txt", 7, {5, 9}};
    Article plain;
    plain.title = "Қазақ 😀";
    tell_languages(odd);
    tell_languages(plain);
    const Scratch scratch;
    const auto items = read_items(scratch.write("a.jsonl", article_line(odd) + article_line(plain)));
    ASSERT_EQ(items.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        Article article = std::get<Article>(items[i]);
        EXPECT_EQ(article.origin.item, i);
        article.origin = i == 0 ? odd.origin : plain.origin;
        EXPECT_EQ(article, i == 0 ? odd : plain);
    }
}

} // namespace
} // namespace qosar
