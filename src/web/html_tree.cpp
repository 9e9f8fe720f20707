#include "qosar/web/html_tree.hpp"

#include <algorithm>

#include <gumbo.h>

#include "html_bounds.hpp"

namespace qosar {

namespace {

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

bool is_text(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

bool is_never_shown(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA: return true;
    default: return false;
    }
}

std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? std::string_view{} : found->value;
}

class TreeBuilder {
public:
    TreeBuilder(HtmlTree& tree, std::size_t size) : m_nodes(tree.nodes), m_size(size) {}

    void add(const GumboNode& node, std::size_t parent) {
        if (is_text(node)) {
            HtmlNode text;
            text.text = node.v.text.text;
            text.bytes =
                range(node.v.text.start_pos.offset, node.v.text.start_pos.offset + node.v.text.original_text.length);
            push(text, parent);
        } else if (is_element(node) && !is_never_shown(node.v.element.tag)) {
            add_element(node.v.element, parent);
        }
    }

private:
    void add_element(const GumboElement& source, std::size_t parent) {
        HtmlNode element;
        const std::string_view tag = gumbo_normalized_tagname(source.tag);
        element.tag = tag.empty() ? "unknown" : tag;
        element.bytes = place_of(source);
        if (source.attributes.length > 0) {
            element.classes = attribute(source, "class");
            element.id = attribute(source, "id");
            element.role = attribute(source, "role");
            element.href = attribute(source, "href");
            element.datetime = attribute(source, "datetime");
            element.content = attribute(source, "content");
            element.rel = attribute(source, "rel");
            element.property = attribute(source, "property");
            element.property = element.property.empty() ? attribute(source, "name") : element.property;
        }
        const std::size_t number = push(element, parent);
        for (unsigned i = 0; i < source.children.length; ++i) {
            add(*static_cast<const GumboNode*>(source.children.data[i]), number);
        }
        m_nodes[number].end = m_nodes.size();
    }

    [[nodiscard]] Range place_of(const GumboElement& source) const {
        if (source.original_tag.length == 0) {
            return {};
        }
        const std::size_t begin = source.start_pos.offset;
        const std::size_t end = source.end_pos.offset + source.original_end_tag.length;
        return range(begin, std::max(end, begin + source.original_tag.length));
    }

    [[nodiscard]] Range range(std::size_t begin, std::size_t end) const {
        return {std::min(begin, m_size), std::min(std::max(begin, end), m_size)};
    }

    std::size_t push(HtmlNode& node, std::size_t parent) {
        node.parent = parent;
        node.end = m_nodes.size() + 1;
        m_nodes.push_back(node);
        return m_nodes.size() - 1;
    }

    std::vector<HtmlNode>& m_nodes;
    std::size_t m_size;
};

} // namespace

HtmlTree read_html_tree(std::string_view html, const HtmlOptions& options) {
    HtmlTree tree;
    tree.problem = parser_trouble(html, options);
    if (!tree.problem.empty()) {
        return tree;
    }
    const std::shared_ptr<GumboOutput> parsed(
        gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()),
        [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); });
    const auto marks = static_cast<std::size_t>(std::count(html.begin(), html.end(), '<'));
    tree.nodes.reserve(marks + 8); // about one element and one text for two tags
    TreeBuilder(tree, html.size()).add(*parsed->root, 0);
    tree.owner = parsed;
    return tree;
}

} // namespace qosar
