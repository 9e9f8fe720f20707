// A saved page as a file of its own.
#include <deque>
#include <utility>

#include "html_page.hpp"
#include "item_reader.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

class HtmlItemReader : public ItemReader {
public:
    HtmlItemReader(std::unique_ptr<ByteReader> bytes, std::string name, ReaderOptions options)
        : m_bytes(std::move(bytes)), m_name(std::move(name)), m_options(std::move(options)) {}

    bool next(ListingItem& item) override {
        if (!m_read) {
            m_read = true;
            read();
        }
        if (m_items.empty()) {
            return false;
        }
        item = std::move(m_items.front());
        m_items.pop_front();
        return true;
    }
    std::string sha256() override { return m_bytes->sha256(); }

private:
    void read() {
        std::string page;
        for (std::size_t before = 1; page.size() != before && page.size() <= m_options.max_page_bytes;) {
            before = page.size();
            m_bytes->read(page);
        }
        if (page.size() > m_options.max_page_bytes) {
            const std::size_t end = page.size() + end_of(*m_bytes);
            add(Reject{{"", 0, {0, end}},
                       "page_too_large",
                       "the page is larger than " + std::to_string(m_options.max_page_bytes) + " bytes, the limit",
                       shortened(repair_utf8(std::string_view(page).substr(0, 320)), 80)});
            return;
        }
        for (ListingItem& item : read_html_items(page, {}, m_options)) {
            add(std::move(item));
        }
    }

    void add(ListingItem item) {
        Origin& origin =
            std::holds_alternative<Article>(item) ? std::get<Article>(item).origin : std::get<Reject>(item).origin;
        origin.file = m_name;
        origin.item = static_cast<std::uint32_t>(m_items.size());
        m_items.push_back(std::move(item));
    }

    std::unique_ptr<ByteReader> m_bytes;
    std::string m_name;
    ReaderOptions m_options;
    std::deque<ListingItem> m_items;
    bool m_read = false;
};

} // namespace

std::unique_ptr<ItemReader> html_item_reader(std::unique_ptr<ByteReader> bytes, std::string name,
                                             const ReaderOptions& options) {
    return std::make_unique<HtmlItemReader>(std::move(bytes), std::move(name), options);
}

} // namespace qosar
