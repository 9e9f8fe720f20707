#include "qosar/web/http_message.hpp"

#include <gtest/gtest.h>

#include "packed.hpp"

namespace qosar {
namespace {

constexpr std::size_t enough = 1U << 20U;

/// `status body`, `…` behind it when cut short; `!` and the problem.
std::string dump(const std::string& bytes, std::size_t limit = enough) {
    const HttpResponse response = read_http_response(bytes, limit);
    return response.problem.empty()
               ? std::to_string(response.status) + " " + response.body + (response.cut_short ? "…" : "")
               : "!" + response.problem;
}

TEST(HttpResponse, body_as_a_browser_sees_it) {
    const std::string ok = "HTTP/1.1 200 OK\r\n";
    const std::string chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    const std::string packed = deflated("page");
    const struct {
        const char* name;
        std::string bytes;
        const char* dump;
    } cases[] = {
        {"plain", ok + "Content-Length: 4\r\n\r\npage", "200 page"},
        {"bare newlines", "HTTP/1.0 200 OK\nA: b\n\npage", "200 page"},
        {"no fields", ok + "\r\npage", "200 page"},
        {"no reason", "HTTP/2 404\r\n\r\n", "404 "},
        {"no body", ok, "200 "},
        {"shorter than said", ok + "Content-Length: 9\r\n\r\npage", "200 page…"},
        {"chunks", chunked + "2\r\npa\r\n2;x=y\r\nge\r\n0\r\nTrailer: x\r\n\r\n", "200 page"},
        {"chunks in capitals", chunked + "0A\r\n0123456789\r\n0\r\n\r\n", "200 0123456789"},
        {"chunks without the last", chunked + "2\r\npa\r\n", "200 pa…"},
        {"a chunk cut short", chunked + "9\r\npage", "200 page…"},
        {"a huge chunk", chunked + "ffffffffffffffff\r\npage", "200 page…"},
        {"chunks joined already", chunked + "<html>page", "200 <html>page"},
        {"gzip", ok + "Content-Encoding: gzip\r\n\r\n" + packed, "200 page"},
        {"gzip undone already", ok + "Content-Encoding: gzip\r\n\r\npage", "200 page"},
        {"gzip twice", ok + "Content-Encoding: gzip, gzip\r\n\r\n" + deflated(packed), "200 page"},
        {"gzip cut short", ok + "Content-Encoding: gzip\r\n\r\n" + packed.substr(0, packed.size() - 4), "200 page…"},
        {"unknown coding", ok + "Content-Encoding: compress\r\n\r\npage",
         "!its body is compressed in a way that is not known"},
        {"too many codings", ok + "Content-Encoding: gzip,gzip,gzip,gzip,gzip\r\n\r\n",
         "!its body is said to be compressed 5 times"},
        {"no response", "GET / HTTP/1.1\r\n\r\n", "!it does not begin with the status line of an HTTP response"},
        {"nothing", "", "!it does not begin with the status line of an HTTP response"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(dump(c.bytes), c.dump) << c.name;
    }
}

TEST(HttpResponse, bomb_is_a_problem) {
    const std::string bytes =
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + deflated(std::string(5'000'000, 'a'));
    EXPECT_EQ(dump(bytes), "!its body expands to more than 1048576 bytes, the limit");
    EXPECT_EQ(dump("HTTP/1.1 200 OK\r\n\r\n12345", 4), "!its body is larger than 4 bytes, the limit");
}

TEST(HttpResponse, type_and_charset) {
    const auto read = [](const std::string& type) {
        return read_http_response("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n", enough);
    };
    EXPECT_EQ(read("Text/HTML; charset=\"Windows-1251\"").media_type(), "text/html");
    EXPECT_EQ(read("Text/HTML; charset=\"Windows-1251\"").charset(), "windows-1251");
    EXPECT_EQ(read("text/html;charset=utf-8;x=y").charset(), "utf-8");
    EXPECT_EQ(read("text/html").charset(), "");
}

} // namespace
} // namespace qosar
