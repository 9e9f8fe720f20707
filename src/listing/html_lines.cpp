#include "html_lines.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

template <std::size_t count>
bool is_one_of(std::string_view word, const std::array<std::string_view, count>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool makes_lines(std::string_view tag) {
    static constexpr std::array<std::string_view, 43> tags{
        "p",          "div",   "li",    "ul",       "ol",         "td",      "th",      "tr",     "table",
        "tbody",      "thead", "tfoot", "caption",  "section",    "article", "main",    "body",   "html",
        "blockquote", "h1",    "h2",    "h3",       "h4",         "h5",      "h6",      "dl",     "dt",
        "dd",         "hr",    "pre",   "figure",   "address",    "details", "summary", "header", "footer",
        "nav",        "aside", "form",  "fieldset", "figcaption", "center",  "dialog"};
    return is_one_of(tag, tags);
}

int heading_level(std::string_view tag) {
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' ? tag[1] - '0' : 0;
}

bool is_bold(std::string_view tag) { return tag == "b" || tag == "strong"; }

/// Calls `use` with each word of a list with blanks between.
template <typename Use>
bool any_word(std::string_view list, std::string_view separators, Use&& use) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find_first_of(separators), list.size());
        if (end > 0 && use(list.substr(0, end))) {
            return true;
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

/// Names that all sorts of sites give to what is no news. They are hints: an element with the page's `h1`, `main` or
/// `article` in it is looked into whatever it is called.
bool is_named_furniture(std::string_view names) {
    static constexpr std::array<std::string_view, 15> parts{
        "related", "recommended", "popular", "cookie",     "cookies", "breadcrumb", "breadcrumbs", "pagination",
        "pager",   "comments",    "similar", "newsletter", "gdpr",    "share",      "sharing"};
    static constexpr std::array<std::string_view, 7> wholes{"sidebar", "menu",   "banner",   "navbar",
                                                            "ads",     "social", "copyright"};
    return any_word(names, " \t\r\n", [](std::string_view whole) {
        return is_one_of(whole, wholes) ||
               any_word(whole, "-_", [](std::string_view part) { return is_one_of(part, parts); });
    });
}

bool is_breadcrumb(const HtmlNode& node) {
    const auto named = [](std::string_view names) {
        return any_word(names, " -_",
                        [](std::string_view word) { return word == "breadcrumb" || word == "breadcrumbs"; });
    };
    return named(node.classes) || named(node.id);
}

void append_collapsed(std::string& out, std::string_view text) {
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
        if (!blank) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
}

/// Walks over the tree once, without recursion: what it stands in is kept in a stack.
class LineReader {
public:
    explicit LineReader(const HtmlTree& tree) : m_tree(tree) {}

    PageText read() {
        for (std::size_t i = 0; i < m_tree.nodes.size(); ++i) {
            leave_until(i);
            const HtmlNode& node = m_tree.nodes[i];
            if (node.tag.empty()) {
                add_text(i);
            } else if (node.tag == "head") {
                i = node.end - 1;
            } else {
                enter(i);
            }
        }
        leave_until(no_node);
        finish_line();
        find_breadcrumbs();
        return std::move(m_out);
    }

private:
    struct Around {
        std::size_t node = 0;
        std::size_t block = 0;
        std::size_t link = no_node;
        std::size_t time = no_node;
        int heading = 0;
        bool bold = false;
        bool furniture = false;
        bool in_content = false; ///< of an article, a list item: a `header` there is the item's own
    };

    void enter(std::size_t i) {
        const HtmlNode& node = m_tree.nodes[i];
        Around around = m_stack.empty() ? Around{} : m_stack.back();
        around.node = i;
        if (makes_lines(node.tag) || node.tag == "br") {
            finish_line();
        }
        if (makes_lines(node.tag)) {
            around.block = i;
        }
        around.link = node.tag == "a" && !node.href.empty() ? i : around.link;
        around.time = node.tag == "time" && !node.datetime.empty() ? i : around.time;
        around.heading = heading_level(node.tag) > 0 ? heading_level(node.tag) : around.heading;
        around.bold = around.bold || is_bold(node.tag);
        around.furniture = around.furniture || is_furniture(i, around.in_content);
        around.in_content = around.in_content || node.tag == "article" || node.tag == "li" || node.tag == "main" ||
                            node.tag == "section";
        m_stack.push_back(around);
    }

    void leave_until(std::size_t i) {
        while (!m_stack.empty() && (i == no_node || m_tree.nodes[m_stack.back().node].end <= i)) {
            if (makes_lines(m_tree.nodes[m_stack.back().node].tag)) {
                finish_line();
            }
            m_stack.pop_back();
        }
    }

    [[nodiscard]] bool is_furniture(std::size_t i, bool in_content) const {
        static constexpr std::array<std::string_view, 8> tags{"nav",    "footer",     "aside",  "form",
                                                              "button", "figcaption", "dialog", "label"};
        static constexpr std::array<std::string_view, 6> roles{"navigation", "banner", "contentinfo",
                                                               "search",     "dialog", "alertdialog"};
        const HtmlNode& node = m_tree.nodes[i];
        if (is_one_of(node.tag, tags) || is_one_of(node.role, roles) || (node.tag == "header" && !in_content)) {
            return !holds_content(i);
        }
        return node.tag != "body" && node.tag != "html" &&
               (is_named_furniture(node.classes) || is_named_furniture(node.id)) && !holds_content(i);
    }

    /// A form around the whole page is no form.
    [[nodiscard]] bool holds_content(std::size_t i) const {
        for (std::size_t k = i + 1; k < m_tree.nodes[i].end; ++k) {
            const std::string_view tag = m_tree.nodes[k].tag;
            if (tag == "main" || tag == "article" || (tag == "h1" && m_tree.nodes[i].tag != "header")) {
                return true;
            }
        }
        return false;
    }

    void add_text(std::size_t i) {
        const HtmlNode& node = m_tree.nodes[i];
        const Around around = m_stack.empty() ? Around{} : m_stack.back();
        if (!m_line.runs.empty() && around.furniture != m_furniture) {
            if (around.furniture) { // a button within a line
                return;
            }
            finish_line();
        }
        const std::size_t before = m_line.text.size();
        append_collapsed(m_line.text, node.text);
        if (m_line.text.size() == before || (before == 0 && m_line.text == " ")) {
            m_line.text.resize(before);
            return;
        }
        if (m_line.runs.empty()) {
            m_line.bytes.begin = node.bytes.begin;
            m_line.block = around.block;
            m_line.heading = around.heading;
            m_line.strong = true;
            m_furniture = around.furniture;
        }
        const bool blank = m_line.text.find_first_not_of(' ', before) == std::string::npos;
        m_line.strong = m_line.strong && (around.bold || blank);
        const bool inside = around.link != no_node && around.link > m_line.block;
        m_line.around = around.link != no_node && !inside ? around.link : m_line.around;
        m_line.time = around.time != no_node ? around.time : m_line.time;
        m_line.bytes.end = std::max(m_line.bytes.end, node.bytes.end);
        if (!blank) {
            m_line.runs.push_back({{before, m_line.text.size()}, i, inside ? around.link : no_node});
        }
    }

    void finish_line() {
        if (!m_line.runs.empty()) {
            trim();
        }
        if (!m_line.text.empty() && !m_line.runs.empty()) {
            m_line.bytes.end = std::max(m_line.bytes.begin, m_line.bytes.end);
            (m_furniture ? m_out.furniture : m_out.lines).push_back(std::move(m_line));
        }
        m_line = {};
    }

    /// No-break spaces at the ends go too.
    void trim() {
        const std::string_view text = trimmed(m_line.text);
        const std::size_t begin = text.empty() ? 0 : static_cast<std::size_t>(text.data() - m_line.text.data());
        const std::size_t end = begin + text.size();
        for (LineRun& run : m_line.runs) {
            run.text.begin = std::clamp(run.text.begin, begin, end) - begin;
            run.text.end = std::clamp(run.text.end, begin, end) - begin;
        }
        m_line.text = std::string(text);
    }

    void find_breadcrumbs() {
        for (std::size_t i = 0; i < m_tree.nodes.size(); ++i) {
            if (is_breadcrumb(m_tree.nodes[i])) {
                add_breadcrumbs(i);
                return;
            }
        }
    }

    /// Each text in it is a step; marks between them are not.
    void add_breadcrumbs(std::size_t i) {
        for (std::size_t k = i; k < m_tree.nodes[i].end; ++k) {
            std::string step;
            append_collapsed(step, m_tree.nodes[k].text);
            const std::string_view text = trimmed(step);
            std::size_t place = 0;
            const bool word = !text.empty() && is_any(next_code_point(text, place), kind::letter | kind::digit);
            if (word) {
                m_out.breadcrumbs.emplace_back(text);
            }
        }
    }

    const HtmlTree& m_tree;
    PageText m_out;
    PageLine m_line;
    bool m_furniture = false;
    std::vector<Around> m_stack;
};

} // namespace

bool PageLine::linked() const {
    return std::all_of(runs.begin(), runs.end(), [](const LineRun& run) { return run.link != no_node; });
}

std::size_t PageLine::link() const {
    for (const LineRun& run : runs) {
        if (run.link != no_node) {
            return run.link;
        }
    }
    return around;
}

PageText read_page_text(const HtmlTree& tree) { return LineReader(tree).read(); }

Range lines_in(const std::vector<PageLine>& lines, const HtmlTree& tree, std::size_t node) {
    const auto before = [&](const PageLine& line, std::size_t place) { return line.first_node() < place; };
    const auto begin = std::lower_bound(lines.begin(), lines.end(), node, before);
    const auto end = std::lower_bound(begin, lines.end(), tree.nodes[node].end, before);
    return {static_cast<std::size_t>(begin - lines.begin()), static_cast<std::size_t>(end - lines.begin())};
}

} // namespace qosar
