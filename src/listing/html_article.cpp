#include "html_article.hpp"

#include <algorithm>
#include <utility>

#include "date_text.hpp"
#include "qosar/language/dates.hpp"
#include "qosar/listing/listing.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/web/link.hpp"
#include "sources.hpp"

namespace qosar {

namespace {

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

/// Reads the lines of one article, all but its title and its date.
class BodyReader {
public:
    BodyReader(const PageView& page, Article& article, LineReadings& readings)
        : m_page(page), m_article(article), m_readings(readings) {}

    void read(std::size_t number, bool before_title) {
        const PageLine& line = m_page.text.lines[number];
        m_readings[number] = reading_of(line, before_title);
        m_label_waits = m_readings[number] == "source label";
    }

    void finish() {
        move_sources(m_article);
        if (m_article.source_urls.empty() && is_cited_press_page(m_article.url)) {
            m_article.source_urls.push_back(m_article.url);
        }
    }

private:
    std::string_view reading_of(const PageLine& line, bool before_title) {
        if (m_label_waits && take_link(line, 0)) {
            return "source";
        }
        if (is_more_label(line.text)) {
            if (m_article.url.empty()) {
                m_article.url = address_of(line.link());
            }
            return "more";
        }
        if (is_counter(line.text)) {
            return "counter";
        }
        if (line.linked() && (before_title || is_category(line)) && count_code_points(line.text) <= 40) {
            if (!is_tag(line) || is_category(line)) {
                add_once(m_article.sections, line.text);
            }
            return "section";
        }
        if (line.linked() && is_tag(line)) {
            return "tag";
        }
        return read_body(line);
    }

    std::string_view read_body(const PageLine& line) {
        std::string_view text = line.text;
        const std::size_t label = label_before_link(line);
        if (label != std::string_view::npos) {
            text = trimmed(text.substr(0, label));
        } else if (source_label(text) == 0) {
            return "source label";
        }
        if (text.empty()) {
            return "source";
        }
        m_article.body += (m_article.body.empty() ? "" : "\n") + std::string(text);
        return label != std::string_view::npos ? "body, source" : "body";
    }

    /// Where the label of a source begins that stands right before a link, which is taken.
    std::size_t label_before_link(const PageLine& line) {
        for (std::size_t i = 0; i < line.runs.size(); ++i) {
            if (line.runs[i].link == no_node) {
                continue;
            }
            const std::size_t label = source_label(std::string_view(line.text).substr(0, line.runs[i].text.begin));
            if (label != std::string_view::npos && take_link(line, i)) {
                return label;
            }
        }
        return std::string_view::npos;
    }

    /// Takes the link of a run, and those behind it on the line.
    bool take_link(const PageLine& line, std::size_t run) {
        bool taken = false;
        std::size_t last = no_node;
        for (; run < line.runs.size(); ++run) {
            const std::size_t link = line.runs[run].link;
            if (link == no_node || link == last) {
                continue;
            }
            last = link;
            const std::string address = address_of(link);
            const std::string_view text =
                std::string_view(line.text).substr(line.runs[run].text.begin, line.runs[run].text.size());
            if (!address.empty() || is_address(text)) {
                add_once(m_article.source_urls, address.empty() ? std::string(text) : address);
                taken = true;
            }
        }
        return taken;
    }

    [[nodiscard]] std::string address_of(std::size_t link) const {
        return link == no_node ? "" : resolve_link(m_page.url, m_page.tree.nodes[link].href);
    }

    [[nodiscard]] bool is_tag(const PageLine& line) const {
        return m_page.tree.nodes[line.link()].rel.find("tag") != std::string_view::npos;
    }
    [[nodiscard]] bool is_category(const PageLine& line) const {
        return m_page.tree.nodes[line.link()].rel.find("category") != std::string_view::npos;
    }

    const PageView& m_page;
    Article& m_article;
    LineReadings& m_readings;
    bool m_label_waits = false;
};

/// A link that is the title's own, or around the whole item.
std::string own_address(const PageView& page, const PageLine& title) {
    return title.link() == no_node ? "" : resolve_link(page.url, page.tree.nodes[title.link()].href);
}

/// Text that is likely an article's: how long it is without its links.
std::size_t weight_of(const PageLine& line) {
    if (line.heading > 0 || line.around != no_node || is_counter(line.text) || !date_of_text(line.text).empty()) {
        return 0;
    }
    std::size_t bytes = 0;
    for (const LineRun& run : line.runs) {
        bytes += run.link == no_node ? run.text.size() : 0;
    }
    return bytes >= 20 ? bytes : 0;
}

/// The smallest element with seven tenths of the page's text.
std::size_t main_text_element(const PageView& page) {
    const std::vector<PageLine>& lines = page.text.lines;
    std::vector<std::size_t> sums{0};
    for (const PageLine& line : lines) {
        sums.push_back(sums.back() + weight_of(line));
    }
    const std::size_t enough = (7 * sums.back() + 9) / 10;
    std::size_t best = 0;
    for (std::size_t i = 0; i < page.tree.nodes.size() && sums.back() > 0;) {
        const bool element = !page.tree.nodes[i].tag.empty();
        const Range in = element ? lines_in(lines, page.tree, i) : Range{};
        if (element && sums[in.end] - sums[in.begin] >= enough) {
            best = i++; // one of those in it may do as well
        } else {
            i = page.tree.nodes[i].end;
        }
    }
    return best;
}

std::string meta_content(const HtmlTree& tree, std::string_view property) {
    for (const HtmlNode& node : tree.nodes) {
        if (node.tag == "meta" && node.property == property && !node.content.empty()) {
            return std::string(trimmed(node.content));
        }
    }
    return {};
}

std::string document_title(const HtmlTree& tree) {
    for (std::size_t i = 0; i + 1 < tree.nodes.size(); ++i) {
        if (tree.nodes[i].tag == "title" && tree.nodes[i + 1].tag.empty()) {
            return std::string(trimmed(tree.nodes[i + 1].text));
        }
    }
    return {};
}

/// The lines of a page that holds one article.
struct ArticleLines {
    std::optional<std::size_t> title;
    std::optional<std::size_t> date;
    Range body;
    std::size_t element = 0;
};

ArticleLines find_article_lines(const PageView& page) {
    const std::vector<PageLine>& lines = page.text.lines;
    ArticleLines found;
    found.element = main_text_element(page);
    found.body = lines_in(lines, page.tree, found.element);
    for (int level = 1; level <= 3 && !found.title; ++level) {
        for (std::size_t i = 0; i < found.body.end && !found.title; ++i) {
            found.title = lines[i].heading == level ? std::optional(i) : std::nullopt;
        }
    }
    for (std::size_t i = found.title ? *found.title : 0; i < found.body.end && !found.date; ++i) {
        found.date = date_of_line(page.tree, lines[i]) ? std::optional(i) : std::nullopt;
    }
    for (std::size_t i = found.title.value_or(0); i > 0 && !found.date; --i) {
        found.date = date_of_line(page.tree, lines[i - 1]) ? std::optional(i - 1) : std::nullopt;
    }
    if (!found.title && found.date && *found.date > 0 && !lines[*found.date - 1].linked()) {
        found.title = *found.date - 1; // a title without mark-up, right above its date
    }
    return found;
}

std::string date_of(const PageView& page, const ArticleLines& found) {
    if (found.date) {
        return date_of_line(page.tree, page.text.lines[*found.date])->date;
    }
    for (const char* property : {"article:published_time", "datePublished", "date", "pubdate"}) {
        if (const std::string date = date_of_text(meta_content(page.tree, property)); !date.empty()) {
            return date;
        }
    }
    return {};
}

void add_breadcrumbs(const PageView& page, Article& article) {
    const std::vector<std::string>& steps = page.text.breadcrumbs;
    for (std::size_t i = 1; i < steps.size(); ++i) { // the first is the site's home
        if (comparable(steps[i]) != comparable(article.title) && article.title.rfind(steps[i], 0) != 0) {
            add_once(article.sections, steps[i]);
        }
    }
}

/// From the title to the end of the text, in the page's bytes.
Range bytes_of_article(const PageView& page, const ArticleLines& found) {
    Range bytes = page.tree.nodes[found.element].bytes;
    if (bytes.empty() && !found.body.empty()) { // an element that only the parser added
        bytes = {page.text.lines[found.body.begin].bytes.begin, page.text.lines[found.body.end - 1].bytes.end};
    }
    for (const std::optional<std::size_t>& line : {found.title, found.date}) {
        if (line && !bytes.empty()) {
            bytes.begin = std::min(bytes.begin, page.text.lines[*line].bytes.begin);
            bytes.end = std::max(bytes.end, page.text.lines[*line].bytes.end);
        }
    }
    return bytes;
}

} // namespace

Article article_of_item(const PageView& page, const HtmlItem& item, LineReadings& readings) {
    const PageLine& title = page.text.lines[item.title];
    Article article;
    article.title = title.text.substr(item.title_text.begin, item.title_text.size());
    article.date = item.date;
    article.url = own_address(page, title);
    BodyReader body(page, article, readings);
    for (std::size_t i = item.lines.begin; i < item.lines.end; ++i) {
        if (i == item.date_line || i == item.title) {
            readings[i] = item.title == item.date_line ? "title+date" : i == item.title ? "title" : "date";
        } else if (const auto date = date_of_line(page.tree, page.text.lines[i]); date && date->title.empty()) {
            readings[i] = "second date";
        } else {
            body.read(i, i < item.title);
        }
    }
    body.finish();
    article.origin.bytes = item.bytes;
    return article;
}

std::optional<Article> article_of_page(const PageView& page, LineReadings& readings) {
    const ArticleLines found = find_article_lines(page);
    Article article;
    article.url = page.url;
    article.date = date_of(page, found);
    if (found.title) {
        article.title = page.text.lines[*found.title].text;
    } else {
        const std::string title = meta_content(page.tree, "og:title");
        article.title = title.empty() ? document_title(page.tree) : title;
    }
    BodyReader body(page, article, readings);
    for (std::size_t i = found.body.begin; i < found.body.end; ++i) {
        const auto date = date_of_line(page.tree, page.text.lines[i]);
        if (i == found.title) {
            readings[i] = "title";
        } else if (i == found.date || (date && date->title.empty() && found.date && i < *found.date + 3)) {
            readings[i] = "date";
        } else if (i > found.title.value_or(0) || !found.title) {
            body.read(i, false);
        }
    }
    body.finish();
    add_breadcrumbs(page, article);
    article.origin.bytes = bytes_of_article(page, found);
    const bool whole = !article.title.empty() && !article.body.empty();
    return whole || (!article.title.empty() && !article.date.empty() && found.title && !article.source_urls.empty())
               ? std::optional(std::move(article))
               : std::nullopt;
}

} // namespace qosar
