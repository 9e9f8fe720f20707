// How fast files of each kind become articles: bytes of the unpacked file in a second.
#include <filesystem>
#include <fstream>
#include <string>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include "qosar/listing/article_reader.hpp"

namespace {

using namespace qosar;

constexpr std::size_t size = 10'000'000;
const std::string body =
    "The Ministry of Agriculture said on Monday that 1.2 million hectares had been harvested in the "
    "northern regions. Farmers expect to finish the work by the middle of October, a week earlier "
    "than last year, and the state will buy at least 500 thousand tons of wheat from small farms.";
const std::string source = "https://www.gov.kz/memleket/entities/moa/press/news/details/1152201?lang=kk";

std::string numbered(const std::string& before, std::size_t number, const std::string& behind) {
    return before + std::to_string(number) + behind;
}

std::string card(std::size_t number) {
    return numbered("<div class=\"card\"><h3><a href=\"/news/", number,
                    "\">Harvest ends early in the north</a></h3>\n") +
           "<span class=\"date\">01.02.2026</span>\n<p>" + body + "</p>\n<p>" + body + "</p>\n<p>Source : <a href=\"" +
           source + "\">" + source + "</a></p></div>\n";
}

std::string page() {
    std::string out = "<!DOCTYPE html><html><body><nav><a href=\"/\">Home</a></nav><h1>News</h1>\n";
    for (std::size_t i = 0; i < 30; ++i) {
        out += card(i);
    }
    return out + "<footer>Herald</footer></body></html>\n";
}

std::string text_item(std::size_t number) {
    return numbered("Harvest ends early in region ", number, "\n01.02.2026\n") + body + "\n" + body +
           "Source : " + source + "\n";
}

std::string json_item(std::size_t number) {
    return numbered("{\"id\":", number,
                    ",\"headline\":\"Harvest ends early\",\"published\":\"2026-02-01T05:10:00Z\",") +
           "\"content\":\"" + body + "\\n" + body + "\",\"section\":\"News\",\"source_url\":\"" + source + "\"}\n";
}

std::string warc_record(std::size_t) {
    const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page();
    return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example.kz/news/\r\nContent-Length: " +
           std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

/// A file of some ten megabytes of these pieces.
class File {
public:
    File(const std::string& name, std::string (*piece)(std::size_t))
        : m_path(std::filesystem::temp_directory_path() / ("qosar-bench-" + std::to_string(::getpid()) + name)) {
        std::ofstream out(m_path, std::ios::binary);
        for (std::size_t i = 0; m_size < size; ++i) {
            const std::string next = piece(i);
            out << next;
            m_size += next.size();
        }
    }
    ~File() { std::filesystem::remove(m_path); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    void read(benchmark::State& state) const {
        std::int64_t items = 0;
        for (auto _ : state) {
            ArticleReader reader({m_path, "file", true, ""});
            for (ListingItem item; reader.next(item);) {
                ++items;
            }
        }
        state.SetItemsProcessed(items);
        state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(m_size));
    }

private:
    std::filesystem::path m_path;
    std::size_t m_size = 0;
};

void text(benchmark::State& state) { File(".txt", text_item).read(state); }
void jsonl(benchmark::State& state) { File(".jsonl", json_item).read(state); }
void html(benchmark::State& state) {
    File(".html", [](std::size_t i) { return (i == 0 ? "<html>" : "") + card(i); }).read(state);
}
void warc_of_html(benchmark::State& state) { File(".warc", warc_record).read(state); }

BENCHMARK(text);
BENCHMARK(jsonl);
BENCHMARK(html);
BENCHMARK(warc_of_html);

} // namespace
