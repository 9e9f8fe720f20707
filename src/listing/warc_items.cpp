// Pages within WARC files: HTML and text of good responses; what else stands there is counted.
#include <deque>
#include <utility>

#include "html_page.hpp"
#include "item_reader.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/charset.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/web/http_message.hpp"
#include "qosar/web/warc.hpp"

namespace qosar {

namespace {

constexpr std::size_t snippet_characters = 80;

/// The page that a record holds.
struct RecordedPage {
    std::string body;
    std::string charset;
};

class WarcItemReader : public ItemReader {
public:
    WarcItemReader(std::unique_ptr<ByteReader> bytes, std::string name, ReaderOptions options)
        : m_records(std::move(bytes), warc_options(options)), m_name(std::move(name)), m_options(std::move(options)) {}

    bool next(ListingItem& item) override {
        while (m_items.empty()) {
            if (!m_records.next(m_record)) {
                return false;
            }
            read_record();
        }
        item = std::move(m_items.front());
        m_items.pop_front();
        return true;
    }
    std::string sha256() override { return m_records.sha256(); }

private:
    static WarcOptions warc_options(const ReaderOptions& options) {
        WarcOptions warc;
        warc.max_block_bytes = 2 * options.max_page_bytes;
        return warc;
    }

    void read_record() {
        const std::string type(m_record.type());
        if (!m_record.problem.empty()) {
            reject(m_record.problem, m_record.message);
        } else if (type != "response" && type != "resource") {
            pass_over((type.empty() ? "untyped" : shortened(type, 20)) + " record");
        } else if (std::optional<RecordedPage> page = page_of(type)) {
            read_page(*page);
        }
    }

    /// The page of a response or resource, unless it is none or cannot be used.
    std::optional<RecordedPage> page_of(const std::string& type) {
        if (type == "resource") {
            HttpResponse resource;
            resource.fields = m_record.fields;
            return chosen(resource.media_type(), resource.charset(), std::move(m_record.block));
        }
        if (!m_record.block.starts_with("HTTP/")) { // dns: and its like
            pass_over("response that is not HTTP");
            return std::nullopt;
        }
        HttpResponse response = read_http_response(m_record.block, m_options.max_page_bytes);
        if (!response.problem.empty()) {
            reject("bad_response", "its HTTP response cannot be read: " + response.problem);
            return std::nullopt;
        }
        if (response.status != 200) {
            pass_over("response with status " + std::to_string(response.status));
            return std::nullopt;
        }
        if (response.cut_short) {
            reject("truncated_response", "its HTTP response ends too early");
            return std::nullopt;
        }
        return chosen(response.media_type(), response.charset(), std::move(response.body));
    }

    std::optional<RecordedPage> chosen(const std::string& media_type, std::string charset, std::string body) {
        const bool page = media_type == "text/html" || media_type == "application/xhtml+xml" ||
                          media_type == "text/plain" || media_type.empty();
        if (!page) {
            pass_over("response of type " + shortened(media_type, 40));
            return std::nullopt;
        }
        return RecordedPage{std::move(body), std::move(charset)};
    }

    void read_page(const RecordedPage& page) {
        const RecognisedInput recognised = recognise_input(std::string_view(page.body).substr(0, telling_bytes));
        if (trimmed(repair_utf8(std::string_view(page.body).substr(0, 64))).empty()) {
            pass_over("empty response");
        } else if (recognised.kind == InputKind::html) {
            const PageFacts facts{page.charset, m_record.target()};
            for (ListingItem& item : read_html_items(page.body, facts, m_options)) {
                add(std::move(item));
            }
            explain("page");
        } else if (recognised.kind == InputKind::text) {
            read_text(page);
        } else {
            pass_over("response of no known kind");
        }
    }

    void read_text(const RecordedPage& page) {
        ListingReader reader(std::make_unique<ByteReader>(decode(page.body, page.charset).text), m_name,
                             m_options.text);
        for (ListingItem item; reader.next(item);) {
            add(std::move(item));
        }
        explain("text");
    }

    void add(ListingItem item) {
        Origin& origin =
            std::holds_alternative<Article>(item) ? std::get<Article>(item).origin : std::get<Reject>(item).origin;
        origin = {m_name, m_item++, m_record.bytes};
        m_items.push_back(std::move(item));
    }

    void reject(const std::string& reason, const std::string& message) {
        const std::string place =
            "record " + std::to_string(m_record.number) + " at byte " + std::to_string(m_record.bytes.begin) + ": ";
        m_items.emplace_back(Reject{{m_name, m_item++, m_record.bytes},
                                    reason,
                                    place + message,
                                    shortened(m_record.target(), snippet_characters)});
        explain(reason);
    }

    void pass_over(const std::string& what) {
        ++passed_over[what];
        explain(what);
    }

    void explain(const std::string& what) const {
        if (m_options.explain) {
            m_options.explain({m_record.bytes, what, m_record.target()});
        }
    }

    WarcReader m_records;
    WarcRecord m_record;
    std::string m_name;
    ReaderOptions m_options;
    std::deque<ListingItem> m_items;
    std::uint32_t m_item = 0;
};

} // namespace

std::unique_ptr<ItemReader> warc_item_reader(std::unique_ptr<ByteReader> bytes, std::string name,
                                             const ReaderOptions& options) {
    return std::make_unique<WarcItemReader>(std::move(bytes), std::move(name), options);
}

} // namespace qosar
