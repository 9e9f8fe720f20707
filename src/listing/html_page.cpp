#include "html_page.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "html_article.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/charset.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/web/link.hpp"
#include "sources.hpp"

namespace qosar {

namespace {

constexpr std::size_t snippet_characters = 80;

Reject page_reject(std::string_view bytes, const char* reason, std::string message, const std::string& text) {
    Reject reject;
    reject.origin.bytes = {0, bytes.size()};
    reject.reason = reason;
    reject.message = std::move(message);
    reject.snippet = shortened(text, snippet_characters);
    return reject;
}

/// The page's own address: as given, as it names it itself, or as a browser noted it when it saved the page.
std::string address_of(const HtmlTree& tree, std::string_view html, std::string_view given) {
    if (!given.empty()) {
        return resolve_link({}, given);
    }
    for (const HtmlNode& node : tree.nodes) {
        const bool canonical = node.tag == "link" && node.rel == "canonical";
        const bool og = node.tag == "meta" && node.property == "og:url";
        const std::string url = canonical ? resolve_link({}, node.href) : og ? resolve_link({}, node.content) : "";
        if (!url.empty()) {
            return url;
        }
    }
    const std::string_view head = html.substr(0, 2048);
    const std::size_t note = head.find("saved from url=(");
    const std::size_t begin = note == std::string_view::npos ? note : head.find(')', note);
    if (begin == std::string_view::npos) {
        return {};
    }
    const std::string_view url = head.substr(begin + 1);
    return resolve_link({}, url.substr(0, url.find_first_of(" \t\r\n>")));
}

/// One page on its way to items.
class PageReader {
public:
    PageReader(std::string_view bytes, const PageFacts& facts, const ReaderOptions& options)
        : m_bytes(bytes), m_options(options),
          m_decoded(decode(bytes, facts.charset.empty() ? html_charset(bytes) : std::string(facts.charset))),
          m_tree(read_html_tree(m_decoded.text, options.html)) {
        if (m_tree.problem.empty()) {
            m_text = read_page_text(m_tree);
            m_url = address_of(m_tree, m_decoded.text, facts.url);
            m_readings.resize(m_text.lines.size(), "");
        }
    }

    std::vector<ListingItem> read() {
        if (!m_tree.problem.empty()) {
            m_items.emplace_back(page_reject(
                m_bytes, "page_too_complex", m_tree.problem,
                m_decoded.text.substr(0, whole_characters(std::string_view(m_decoded.text).substr(0, 400)))));
            return std::move(m_items);
        }
        read_items();
        if (m_items.empty()) {
            read_as_text();
        }
        if (m_items.empty()) {
            reject_page();
        }
        explain();
        place_in_source();
        return std::move(m_items);
    }

private:
    void read_items() {
        const PageView page{m_tree, m_text, m_url};
        FoundItems found = find_html_items(m_tree, m_text.lines);
        std::vector<Article> articles;
        for (const HtmlItem& item : found.items) {
            articles.push_back(article_of_item(page, item, m_readings));
        }
        drop_lists_of_links(found.items, articles);
        LineReadings readings(m_text.lines.size(), "");
        if (std::optional<Article> single = article_of_page(page, readings);
            single && is_article_page(*single, found.items, articles)) {
            m_readings = std::move(readings);
            m_items.emplace_back(std::move(*single));
            return;
        }
        add_sections(found.items, articles);
        for (const std::size_t line : found.stray_dates) {
            m_readings[line] = "stray date";
        }
        for (Article& article : articles) {
            m_items.emplace_back(std::move(article));
        }
    }

    /// Beside items with text, those of another shape that have none are links to other news.
    void drop_lists_of_links(std::vector<HtmlItem>& items, std::vector<Article>& articles) {
        struct Shape {
            std::size_t items = 0;
            std::size_t full = 0;
        };
        std::map<std::uint64_t, Shape> shapes;
        std::size_t full = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const bool has_text = !articles[i].body.empty() || !articles[i].source_urls.empty();
            ++shapes[items[i].shape].items;
            shapes[items[i].shape].full += has_text ? 1 : 0;
            full += has_text ? 1 : 0;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const bool links = full > 0 && shapes[items[i].shape].full == 0;
            if (links) {
                std::fill(m_readings.begin() + static_cast<std::ptrdiff_t>(items[i].lines.begin),
                          m_readings.begin() + static_cast<std::ptrdiff_t>(items[i].lines.end), "other news");
            } else if (kept != i) {
                items[kept] = std::move(items[i]);
                articles[kept] = std::move(articles[i]);
            }
            kept += links ? 0 : 1;
        }
        items.resize(kept);
        articles.resize(kept);
    }

    /// Whether one article is what the page is about, and the items found, if any, are beside it.
    [[nodiscard]] bool is_article_page(const Article& single, const std::vector<HtmlItem>& items,
                                       const std::vector<Article>& articles) const {
        std::size_t in_items = 0;
        std::size_t beside = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            in_items += articles[i].body.size();
            const Range bytes = items[i].bytes;
            beside += bytes.begin >= single.origin.bytes.end || bytes.end <= single.origin.bytes.begin ? 1 : 0;
        }
        if (items.empty()) {
            return !single.date.empty() || single.body.size() >= 200;
        }
        const bool apart = beside + 1 >= items.size();
        return apart && !single.date.empty() && single.body.size() > in_items;
    }

    /// The heading before an item that belongs to none, else the page's breadcrumbs.
    void add_sections(const std::vector<HtmlItem>& items, std::vector<Article>& articles) {
        std::size_t line = 0;
        std::string section;
        for (std::size_t i = 0; i < items.size(); ++i) {
            for (; line < items[i].lines.begin; ++line) {
                if (is_section(line, items[i].lines.begin)) {
                    section = m_text.lines[line].text;
                    m_readings[line] = "section";
                }
            }
            line = items[i].lines.end;
            if (!section.empty()) {
                articles[i].sections.insert(articles[i].sections.begin(), section);
            }
            const std::vector<std::string>& steps = m_text.breadcrumbs;
            for (std::size_t k = 1; k < steps.size() && section.empty(); ++k) {
                add_once(articles[i].sections, steps[k]);
            }
        }
    }

    [[nodiscard]] bool is_section(std::size_t number, std::size_t next_item) const {
        const PageLine& line = m_text.lines[number];
        const bool more = number + 1 < next_item && is_more_label(m_text.lines[number + 1].text);
        const bool heading = line.heading > 0 || line.strong || more || m_tree.nodes[line.block].tag == "caption" ||
                             m_tree.nodes[line.block].tag == "dt";
        return heading && !is_more_label(line.text) && count_code_points(line.text) <= 60 &&
               !date_of_line(m_tree, line);
    }

    /// What the eye sees as a listing without any structure: its lines go to the reader of text.
    void read_as_text() {
        std::string text;
        std::vector<std::size_t> begins;
        for (const PageLine& line : m_text.lines) {
            begins.push_back(text.size());
            text += line.text + "\n";
        }
        const auto line_at = [&](std::size_t place) {
            return static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), place) - begins.begin()) - 1;
        };
        ListingOptions options = m_options.text;
        options.explain = nullptr;
        ListingReader reader(std::make_unique<ByteReader>(std::move(text)), "", options);
        for (ListingItem item; reader.next(item);) {
            Article* article = std::get_if<Article>(&item);
            if (article == nullptr || article->origin.bytes.empty()) {
                continue;
            }
            const std::size_t first = line_at(article->origin.bytes.begin);
            const std::size_t last = line_at(article->origin.bytes.end - 1);
            article->origin.bytes = {m_text.lines[first].bytes.begin, m_text.lines[last].bytes.end};
            article->origin.bytes.end = std::max(article->origin.bytes.begin, article->origin.bytes.end);
            std::fill(m_readings.begin() + static_cast<std::ptrdiff_t>(first),
                      m_readings.begin() + static_cast<std::ptrdiff_t>(last) + 1, "item, as text");
            m_items.push_back(std::move(item));
        }
    }

    void reject_page() {
        std::string text;
        for (const PageLine& line : m_text.lines) {
            text += (text.empty() ? "" : " ") + line.text;
            if (text.size() > 8 * snippet_characters) {
                break;
            }
        }
        const char* why = text.empty()
                              ? "the page holds no text; a script may have to fill it"
                              : "no items with a title and a date were found on the page, and it is no article";
        m_items.emplace_back(page_reject(m_bytes, text.empty() ? "no_text" : "no_items", why, text));
    }

    void explain() const {
        if (!m_options.explain) {
            return;
        }
        for (std::size_t i = 0; i < m_text.lines.size(); ++i) {
            const std::string_view what = m_readings[i].empty() ? "outside" : m_readings[i];
            m_options.explain({m_text.lines[i].bytes, what, m_text.lines[i].text});
        }
        for (const PageLine& line : m_text.furniture) {
            m_options.explain({line.bytes, "furniture", line.text});
        }
    }

    /// From places in the decoded text to those in the file.
    void place_in_source() {
        std::vector<std::size_t*> fields;
        for (ListingItem& item : m_items) {
            if (Article* article = std::get_if<Article>(&item)) {
                fields.push_back(&article->origin.bytes.begin);
                fields.push_back(&article->origin.bytes.end);
            }
        }
        std::stable_sort(fields.begin(), fields.end(),
                         [](const std::size_t* a, const std::size_t* b) { return *a < *b; });
        std::vector<std::size_t> places;
        for (const std::size_t* field : fields) {
            places.push_back(*field);
        }
        places = places_in_source(m_bytes, m_decoded, places);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            *fields[i] = places[i];
        }
    }

    std::string_view m_bytes;
    const ReaderOptions& m_options;
    Decoded m_decoded;
    HtmlTree m_tree;
    PageText m_text;
    std::string m_url;
    LineReadings m_readings;
    std::vector<ListingItem> m_items;
};

} // namespace

std::vector<ListingItem> read_html_items(std::string_view bytes, const PageFacts& facts, const ReaderOptions& options) {
    return PageReader(bytes, facts, options).read();
}

} // namespace qosar
