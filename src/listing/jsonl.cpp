// JSON lines of articles, of our own `qosar listing` or of other crawlers (docs/formats.md).
#include <algorithm>
#include <utility>

#include "crawled_article.hpp"
#include "item_reader.hpp"
#include "qosar/base/line_reader.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::size_t snippet_characters = 80;

class JsonlItemReader : public ItemReader {
public:
    JsonlItemReader(std::unique_ptr<ByteReader> bytes, std::string name, ReaderOptions options)
        : m_lines(std::move(bytes), options.text.max_line_bytes), m_name(std::move(name)),
          m_options(std::move(options)) {}

    bool next(ListingItem& item) override {
        while (m_lines.next(m_line)) {
            const std::string_view text = object_of(m_line.text);
            if (!text.empty() || m_line.cut) {
                item = read(text);
                return true;
            }
        }
        return false;
    }
    std::string sha256() override { return m_lines.sha256(); }

private:
    /// The line without what an array with one object a line has around its objects.
    std::string_view object_of(std::string_view line) {
        line.remove_prefix(m_line.bytes.begin == 0 && line.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        line = trimmed_ascii(line);
        const bool array_ends = m_in_array && line.ends_with(']');
        if (m_line.bytes.begin == 0 && line.starts_with('[')) {
            m_in_array = true;
            line.remove_prefix(1);
        }
        line.remove_suffix(array_ends ? 1 : 0);
        line = trimmed_ascii(line);
        line.remove_suffix(m_in_array && line.ends_with(',') ? 1 : 0);
        return line;
    }

    static std::string_view trimmed_ascii(std::string_view text) {
        constexpr std::string_view blanks = " \t\r\n";
        text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
        return text.substr(0, text.find_last_not_of(blanks) + 1);
    }

    ListingItem read(std::string_view text) {
        CrawledArticle crawled;
        if (m_line.cut) {
            crawled.problem = "line_too_long";
            crawled.message =
                "it is longer than " + std::to_string(m_options.text.max_line_bytes) + " bytes, the limit";
        } else {
            crawled = read_crawled_article(text, m_options);
        }
        const Origin origin{m_name, m_item++, m_line.bytes};
        if (m_options.explain) {
            const std::string what = crawled.problem.empty() ? "article" : crawled.problem;
            const std::string snippet = crawled.problem.empty() ? crawled.article.title : snippet_of(text);
            m_options.explain({origin.bytes, what, snippet});
        }
        if (!crawled.problem.empty()) {
            return Reject{origin, crawled.problem, crawled.message, snippet_of(text)};
        }
        crawled.article.origin = origin;
        return std::move(crawled.article);
    }

    static std::string snippet_of(std::string_view text) {
        return shortened(repair_utf8(text.substr(0, 8 * snippet_characters)), snippet_characters);
    }

    LineReader m_lines;
    std::string m_name;
    ReaderOptions m_options;
    Line m_line;
    std::uint32_t m_item = 0;
    bool m_in_array = false;
};

} // namespace

std::unique_ptr<ItemReader> jsonl_item_reader(std::unique_ptr<ByteReader> bytes, std::string name,
                                              const ReaderOptions& options) {
    return std::make_unique<JsonlItemReader>(std::move(bytes), std::move(name), options);
}

} // namespace qosar
