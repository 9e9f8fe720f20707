// Pages within WARC files.
#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "../web/packed.hpp"
#include "items.hpp"

namespace qosar {
namespace {

const std::string page = "<html><div><h3>The first of the two titles</h3><i>01.02.2026</i></div>"
                         "<div><h3>The second of the titles</h3><i>02.02.2026</i></div></html>";
const std::vector<std::string> both{"The first of the two titles|2026-02-01|||",
                                    "The second of the titles|2026-02-02|||"};

std::string record(const std::string& type, const std::string& block, const std::string& more = "") {
    return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: https://a.kz/news/\r\n" + more +
           "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& fields, const std::string& body, const std::string& status = "200 OK") {
    return record("response", "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body);
}

struct ReadWarc {
    std::vector<std::string> items;
    std::vector<Origin> origins;
    std::map<std::string, std::size_t> passed_over;
};

ReadWarc read(const std::string& bytes) {
    const Scratch scratch;
    ArticleReader reader({scratch.write("a.warc", bytes), "a.warc", true, ""});
    ReadWarc out;
    for (ListingItem item; reader.next(item);) {
        out.items.push_back(summary_of(item));
        out.origins.push_back(origin_of_item(item));
    }
    out.passed_over = reader.passed_over();
    EXPECT_EQ(reader.kind(), InputKind::warc);
    return out;
}

TEST(WarcListing, pages_of_responses_and_resources) {
    const std::string html = "Content-Type: text/html; charset=utf-8\r\n";
    const std::string text = "The first of the two titles 01.02.2026\nThe second of the titles 02.02.2026\n";
    const struct {
        const char* name;
        std::string record;
    } cases[] = {
        {"plain", response(html, page)},
        {"gzip", response(html + "Content-Encoding: gzip\r\n", deflated(page))},
        {"chunked", response(html + "Transfer-Encoding: chunked\r\n",
                             "10\r\n" + page.substr(0, 16) + "\r\n" + "ff\r\n" + page.substr(16) +
                                 std::string(255 - page.size() + 16, ' ') + "\r\n0\r\n\r\n")},
        {"no type", response("", page)},
        {"resource", record("resource", page, "Content-Type: text/html\r\n")},
        {"text", response("Content-Type: text/plain\r\n", text)},
        {"windows-1251 by HTTP",
         response("Content-Type: text/html; charset=windows-1251\r\n", "<html><p>\xCD\xEE</p>" + page.substr(6))},
    };
    for (const auto& c : cases) {
        const ReadWarc got = read(record("warcinfo", "software: x\r\n") + c.record);
        EXPECT_EQ(got.items, both) << c.name;
        EXPECT_EQ(got.passed_over, (std::map<std::string, std::size_t>{{"warcinfo record", 1}})) << c.name;
        const std::size_t begin = record("warcinfo", "software: x\r\n").size();
        ASSERT_EQ(got.origins.size(), 2U);
        EXPECT_EQ(got.origins[1], (Origin{"a.warc", 1, {begin, begin + c.record.size()}})) << c.name;
    }
}

TEST(WarcListing, what_holds_no_articles_is_counted) {
    const ReadWarc got = read(
        record("request", "GET / HTTP/1.1\r\n\r\n") + record("metadata", "x") + record("revisit", "x") +
        record("request", "GET /2 HTTP/1.1\r\n\r\n") + response("Content-Type: image/png\r\n", "x") +
        response("Content-Type: text/html\r\n", page, "404 Not Found") +
        response("Content-Type: text/html\r\n", "\r\n") + record("response", "20260201 dns\r\n") + response("", page));
    EXPECT_EQ(got.items, both);
    EXPECT_EQ(got.passed_over, (std::map<std::string, std::size_t>{{"request record", 2},
                                                                   {"metadata record", 1},
                                                                   {"revisit record", 1},
                                                                   {"response of type image/png", 1},
                                                                   {"response with status 404", 1},
                                                                   {"empty response", 1},
                                                                   {"response that is not HTTP", 1}}));
}

TEST(WarcListing, what_cannot_be_used_is_a_reject) {
    const std::string html = "Content-Type: text/html\r\n";
    const std::string good = response(html, page);
    const struct {
        const char* name;
        std::string bytes;
        std::vector<std::string> items;
    } cases[] = {
        {"cut short", good + good.substr(0, good.size() - 40), {both[0], both[1], "!truncated_record"}},
        {"broken HTTP", record("response", "HTTP/x\r\n\r\n") + good, {"!bad_response", both[0], both[1]}},
        {"body cut short",
         response(html + "Content-Length: 999\r\n", page) + good,
         {"!truncated_response", both[0], both[1]}},
        {"bomb",
         response(html + "Content-Encoding: gzip\r\n", deflated(std::string(17U << 20U, 'x'))) + good,
         {"!bad_response", both[0], both[1]}},
        {"no news", response(html, "<html><p>Hello.</p></html>"), {"!no_items"}},
        {"text between", "hello\n" + good, {"!not_warc", both[0], both[1]}},
    };
    for (const auto& c : cases) {
        const Scratch scratch;
        ReaderOptions options;
        options.kind = InputKind::warc;
        const auto items = read_items(scratch.write("a.warc", c.bytes), options);
        EXPECT_EQ(summaries_of(items), c.items) << c.name;
        for (const ListingItem& item : items) {
            const Reject* reject = std::get_if<Reject>(&item);
            EXPECT_TRUE(reject == nullptr || reject->reason == "no_items" || reject->message.find("record ") == 0)
                << c.name;
        }
    }
}

} // namespace
} // namespace qosar
