#include "html_bounds.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <unordered_map>

namespace qosar {

namespace {

using Names = std::initializer_list<std::string_view>;

bool is_name_of(const std::string& name, Names names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements that HTML closes by itself wherever they stand.
bool closes_itself(const std::string& name) {
    return is_name_of(name, {"p", "li", "dt", "dd", "br", "img", "hr", "meta", "embed"});
}

/// Those that HTML closes by itself, but not within a drawing.
bool closes_itself_in_text(const std::string& name) {
    return is_name_of(name, {"td", "th", "tr", "tbody", "thead", "option", "input", "link", "col", "area", "base",
                             "source", "wbr", "track", "param"});
}

/// Parts of a drawing, which end in `/>` there and nest only outside of one.
bool is_shape(const std::string& name) {
    return is_name_of(name, {"path", "circle", "rect", "line", "polygon", "polyline", "ellipse", "use", "stop"});
}

std::string tag_name(std::string_view html, std::size_t at) {
    std::string name;
    for (std::size_t i = at; i < html.size() && name.size() < 16; ++i) {
        const char c = html[i] >= 'A' && html[i] <= 'Z' ? static_cast<char>(html[i] - 'A' + 'a') : html[i];
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
            break;
        }
        name += c;
    }
    return name;
}

/// Where a comment, script or style that begins at `at` ends; `at` for anything else. What looks like a tag in it is
/// none, unless the parser sees it otherwise.
std::size_t raw_end(std::string_view html, std::size_t at, const std::string& name) {
    if (html.substr(at, 4) == "<!--") {
        return std::min(html.find("-->", at + 2), html.size());
    }
    if (name != "script" && name != "style") {
        return at;
    }
    for (std::size_t end = html.find("</", at); end != std::string_view::npos; end = html.find("</", end + 2)) {
        if (tag_name(html, end + 2) == name) {
            return end;
        }
    }
    return html.size();
}

/// Elements that have been opened and not closed. An end tag closes only what is open under its name.
class OpenElements {
public:
    void see(const std::string& name, bool closing) {
        std::size_t& count = m_counts[name];
        if (!closing) {
            ++count;
            m_deepest = std::max(m_deepest, ++m_depth);
        } else if (count > 0) {
            --count;
            --m_depth;
        }
    }
    [[nodiscard]] std::size_t deepest() const { return m_deepest; }

private:
    std::unordered_map<std::string, std::size_t> m_counts;
    std::size_t m_depth = 0;
    std::size_t m_deepest = 0;
};

/// Elements of style, which the parser opens again in every paragraph behind the one that they were opened in.
bool is_style(const std::string& name) {
    return is_name_of(
        name, {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
}

/// How many attributes a tag can have at most, and where it ends. The parser compares each with all before it.
struct TagLength {
    std::size_t attributes = 0;
    std::size_t end = 0;
};

/// Steps through the attributes as HTML's tokeniser does, from behind the tag's name.
TagLength tag_length(std::string_view html, std::size_t at) {
    constexpr std::string_view blanks = " \t\r\n\f";
    const auto skip = [&](std::string_view any_of) { at = std::min(html.find_first_not_of(any_of, at), html.size()); };
    const auto seek = [&](std::string_view any_of) { at = std::min(html.find_first_of(any_of, at), html.size()); };
    TagLength tag;
    for (skip(" \t\r\n\f/"); at < html.size() && html[at] != '>'; skip(" \t\r\n\f/")) {
        ++tag.attributes;
        ++at; // even a `=` begins a name
        seek(" \t\r\n\f/>=");
        skip(blanks);
        if (at == html.size() || html[at] != '=') {
            continue;
        }
        ++at;
        skip(blanks);
        if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
            at = std::min(html.find(html[at], at + 1), html.size() - 1) + 1;
        } else {
            seek(" \t\r\n\f>");
        }
    }
    tag.end = at;
    return tag;
}

/// What the parser would have to do beyond a fixed amount for each byte. It is estimated without parsing. What hardly
/// ever nests counts a quarter, so that a page full of it is read while a hostile one stays within what the parser can
/// bear.
class ParserWork {
public:
    explicit ParserWork(std::string_view html) : m_html(html) {
        for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
            see_tag(at);
        }
    }

    [[nodiscard]] std::size_t nesting() const { return std::max(m_sure.deepest(), m_unlikely.deepest() / 4); }
    [[nodiscard]] std::size_t tags() const { return m_tags; }
    [[nodiscard]] std::size_t compared() const { return m_compared; } ///< attributes with one another
    [[nodiscard]] std::size_t reopened() const { return m_reopened; } ///< elements of style

private:
    void see_tag(std::size_t at) {
        const bool closing = at + 1 < m_html.size() && m_html[at + 1] == '/';
        const std::string name = tag_name(m_html, at + (closing ? 2 : 1));
        const bool is_raw = at < m_raw;
        m_raw = is_raw || closing ? m_raw : raw_end(m_html, at, name);
        m_in_drawing = m_in_drawing || name == "svg" || name == "math";
        if (name.empty()) {
            return;
        }
        count(at, name, closing, is_raw);
        const bool cell = closes_itself_in_text(name);
        if (closes_itself(name) || (cell && !m_in_drawing)) {
            return;
        }
        (is_raw || cell || is_shape(name) ? m_unlikely : m_sure).see(name, closing);
    }

    void count(std::size_t at, const std::string& name, bool closing, bool is_raw) {
        ++m_tags;
        if (at >= m_measured) { // a `<` within a tag that was measured costs nothing more
            const TagLength tag = tag_length(m_html, at + 1 + name.size());
            m_measured = tag.end;
            const std::size_t free = is_raw ? 4096 : 64; // a script may hold what looks like a tag and goes on for long
            m_compared += tag.attributes > free ? tag.attributes * tag.attributes : 0;
        }
        if (is_style(name)) {
            m_styles = closing ? m_styles - std::min<std::size_t>(m_styles, 1) : m_styles + 1;
        }
        m_reopened += is_raw ? 0 : m_styles;
    }

    std::string_view m_html;
    OpenElements m_sure;
    OpenElements m_unlikely;
    std::size_t m_raw = 0;
    bool m_in_drawing = false; ///< or behind one
    std::size_t m_measured = 0;
    std::size_t m_tags = 0;
    std::size_t m_compared = 0;
    std::size_t m_styles = 0; ///< open
    std::size_t m_reopened = 0;
};

std::string beyond(const std::string& what, std::size_t is, const std::string& unit, std::size_t limit) {
    return is <= limit
               ? ""
               : "its HTML " + what + " " + std::to_string(is) + unit + "; the limit is " + std::to_string(limit);
}

} // namespace

std::string parser_trouble(std::string_view html, const HtmlOptions& options) {
    const ParserWork work(html);
    std::string trouble = beyond("is nested", work.nesting(), " deep", options.max_nesting);
    for (const std::string& other :
         {beyond("has", work.tags(), " tags", options.max_tags),
          beyond("has tags with too many attributes:", work.compared(), " comparisons", options.max_steps),
          beyond("leaves elements of style open:", work.reopened(), " are opened again", options.max_steps)}) {
        trouble = trouble.empty() ? other : trouble;
    }
    return trouble;
}

} // namespace qosar
