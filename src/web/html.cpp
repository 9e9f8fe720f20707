#include "qosar/web/html.hpp"

#include <algorithm>
#include <memory>

#include <gumbo.h>

#include "html_bounds.hpp"
#include "qosar/text/characters.hpp"

namespace qosar {

namespace {

struct OutputDeleter {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_block(GumboTag tag) {
    return is_one_of(tag, {GUMBO_TAG_P,          GUMBO_TAG_DIV,     GUMBO_TAG_LI,   GUMBO_TAG_UL,     GUMBO_TAG_OL,
                           GUMBO_TAG_TD,         GUMBO_TAG_TH,      GUMBO_TAG_TR,   GUMBO_TAG_TABLE,  GUMBO_TAG_TBODY,
                           GUMBO_TAG_SECTION,    GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN, GUMBO_TAG_BODY,   GUMBO_TAG_HTML,
                           GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_H1,      GUMBO_TAG_H2,   GUMBO_TAG_H3,     GUMBO_TAG_H4,
                           GUMBO_TAG_H5,         GUMBO_TAG_H6,      GUMBO_TAG_DL,   GUMBO_TAG_DT,     GUMBO_TAG_DD,
                           GUMBO_TAG_HR,         GUMBO_TAG_BR,      GUMBO_TAG_PRE,  GUMBO_TAG_FIGURE, GUMBO_TAG_ADDRESS,
                           GUMBO_TAG_DETAILS,    GUMBO_TAG_SUMMARY});
}

bool is_heading(GumboTag tag) {
    return is_one_of(tag, {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6});
}

bool is_never_text(GumboTag tag) {
    return is_one_of(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_HEAD,
                           GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_SVG, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA});
}

bool is_boilerplate(GumboTag tag) {
    return is_one_of(tag, {GUMBO_TAG_NAV, GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE, GUMBO_TAG_FORM,
                           GUMBO_TAG_BUTTON, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_TIME});
}

const GumboVector& children(const GumboNode& node) { return node.v.element.children; }

template <typename Visit>
void for_each_child(const GumboNode& node, Visit&& visit) {
    const GumboVector& list = children(node);
    for (unsigned i = 0; i < list.length; ++i) {
        visit(*static_cast<const GumboNode*>(list.data[i]));
    }
}

std::string attribute(const GumboNode& node, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
    return found == nullptr ? "" : found->value;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

/// White space runs become one blank, as a browser shows them; no-break spaces are kept.
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

/// Collects the blocks below a node in reading order.
class BlockReader {
public:
    BlockReader(HtmlText& out, const HtmlOptions& options, bool skip_boilerplate)
        : m_out(out), m_options(options), m_skip_boilerplate(skip_boilerplate) {}

    void read(const GumboNode& node) {
        visit(node);
        finish_block();
    }

private:
    void visit(const GumboNode& node) {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
            if (m_text.empty()) {
                m_begin = node.v.text.start_pos.offset;
            }
            append_collapsed(m_text, node.v.text.text);
            m_end = std::max<std::size_t>(m_begin, node.v.text.start_pos.offset + node.v.text.original_text.length);
            return;
        }
        if (!is_element(node) || is_never_text(node.v.element.tag) ||
            (m_skip_boilerplate && is_boilerplate(node.v.element.tag))) {
            return;
        }
        const bool block = is_block(node.v.element.tag);
        if (block) {
            finish_block();
        }
        const bool outer_heading = m_heading;
        m_heading = m_heading || is_heading(node.v.element.tag);
        for_each_child(node, [&](const GumboNode& child) { visit(child); });
        if (block) {
            finish_block();
        }
        m_heading = outer_heading;
    }

    void finish_block() {
        const std::string_view text = trimmed(m_text);
        if (!text.empty() && m_out.blocks.size() < m_options.max_blocks) {
            m_out.blocks.push_back({std::string(text), {m_begin, m_end}, m_heading});
        }
        m_text.clear();
    }

    HtmlText& m_out;
    const HtmlOptions& m_options;
    bool m_skip_boilerplate;
    std::string m_text;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    bool m_heading = false;
};

const GumboNode* find_first(const GumboNode& node, GumboTag tag) {
    if (!is_element(node)) {
        return nullptr;
    }
    if (node.v.element.tag == tag) {
        return &node;
    }
    const GumboNode* found = nullptr;
    for_each_child(node, [&](const GumboNode& child) {
        if (found == nullptr) {
            found = find_first(child, tag);
        }
    });
    return found;
}

std::size_t own_paragraph_bytes(const GumboNode& node) {
    std::size_t bytes = 0;
    for_each_child(node, [&](const GumboNode& child) {
        if (is_element(child) && child.v.element.tag == GUMBO_TAG_P) {
            bytes += child.v.element.end_pos.offset - child.v.element.start_pos.offset;
        }
    });
    return bytes;
}

/// The element with the most bytes of paragraphs directly in it; boilerplate is not looked into.
void find_densest(const GumboNode& node, const GumboNode*& best, std::size_t& most) {
    if (!is_element(node) || is_never_text(node.v.element.tag) || is_boilerplate(node.v.element.tag)) {
        return;
    }
    const std::size_t bytes = own_paragraph_bytes(node);
    if (bytes > most) {
        most = bytes;
        best = &node;
    }
    for_each_child(node, [&](const GumboNode& child) { find_densest(child, best, most); });
}

const GumboNode& main_element(const GumboNode& root) {
    for (const GumboTag tag : {GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN}) {
        if (const GumboNode* found = find_first(root, tag)) {
            return *found;
        }
    }
    const GumboNode* best = &root;
    std::size_t most = 0;
    find_densest(root, best, most);
    return *best;
}

std::string text_of(const GumboNode* node) {
    HtmlText text;
    if (node != nullptr) {
        BlockReader(text, {}, false).read(*node);
    }
    std::string out;
    for (const HtmlBlock& block : text.blocks) {
        out += (out.empty() ? "" : " ") + block.text;
    }
    return out;
}

std::string meta_content(const GumboNode& node, const std::string& property) {
    if (!is_element(node)) {
        return "";
    }
    if (node.v.element.tag == GUMBO_TAG_META &&
        (attribute(node, "property") == property || attribute(node, "name") == property)) {
        return attribute(node, "content");
    }
    std::string found;
    for_each_child(node, [&](const GumboNode& child) {
        if (found.empty()) {
            found = meta_content(child, property);
        }
    });
    return found;
}

using ParsedHtml = std::unique_ptr<GumboOutput, OutputDeleter>;

ParsedHtml parse(std::string_view html, const HtmlOptions& options, HtmlText& out) {
    out.problem = parser_trouble(html, options);
    if (!out.problem.empty()) {
        return nullptr;
    }
    return ParsedHtml(gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
}

} // namespace

HtmlText read_html_page(std::string_view html, const HtmlOptions& options) {
    HtmlText out;
    const ParsedHtml parsed = parse(html, options, out);
    if (!parsed) {
        return out;
    }
    const GumboNode& root = *parsed->root;
    const GumboNode& main = main_element(root);
    for (const GumboNode* heading :
         {find_first(main, GUMBO_TAG_H1), find_first(root, GUMBO_TAG_H1), find_first(root, GUMBO_TAG_TITLE)}) {
        out.title = out.title.empty() ? text_of(heading) : out.title;
    }
    out.date = meta_content(root, "article:published_time");
    if (const GumboNode* time = find_first(main, GUMBO_TAG_TIME); out.date.empty() && time != nullptr) {
        out.date = attribute(*time, "datetime");
    }
    BlockReader(out, options, true).read(main);
    if (!out.blocks.empty() && out.blocks.front().heading && out.blocks.front().text == out.title) {
        out.blocks.erase(out.blocks.begin());
    }
    return out;
}

HtmlText read_html_fragment(std::string_view html, const HtmlOptions& options) {
    HtmlText out;
    const ParsedHtml parsed = parse(html, options, out);
    if (parsed) {
        BlockReader(out, options, false).read(*parsed->root);
    }
    return out;
}

} // namespace qosar
