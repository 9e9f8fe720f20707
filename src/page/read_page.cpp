#include "qosar/page/read_page.hpp"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "qosar/language/dates.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/charset.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

using Json = nlohmann::json;

std::string string_at(const Json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end()) {
        return "";
    }
    return found->is_string() ? found->get<std::string>() : found->is_number_integer() ? found->dump() : "";
}

bool is_article(const Json& value) {
    return value.is_object() && (value.contains("body") || value.contains("title") || value.contains("name"));
}

/// All articles of an answer, whatever it wraps them in.
void collect_articles(const Json& value, std::vector<const Json*>& articles, int depth = 0) {
    if (is_article(value)) {
        articles.push_back(&value);
    } else if (value.is_array()) {
        for (const Json& element : value) {
            if (is_article(element)) {
                articles.push_back(&element);
            }
        }
    } else if (value.is_object() && depth < 4) {
        for (const char* wrapper : {"content", "data", "items", "news"}) {
            if (const auto found = value.find(wrapper); found != value.end()) {
                collect_articles(*found, articles, depth + 1);
            }
        }
    }
}

const Json* choose_article(const std::vector<const Json*>& articles, std::string_view id) {
    for (const Json* article : articles) {
        if (string_at(*article, "id") == id || string_at(*article, "slug") == id) {
            return article;
        }
    }
    return articles.size() == 1 ? articles.front() : nullptr;
}

void mark_unusable(Page& page, const std::string& problem) {
    page.status = PageStatus::unusable;
    page.problem = problem;
}

std::string joined(const std::vector<HtmlBlock>& blocks) {
    std::string text;
    for (const HtmlBlock& block : blocks) {
        text += (text.empty() ? "" : "\n") + block.text;
    }
    return text;
}

void take_html(Page& page, const HtmlText& html) {
    page.text = joined(html.blocks);
    if (!html.problem.empty()) {
        mark_unusable(page, html.problem);
    }
}

/// JSON parses deeply nested values without recursion, but copying and freeing them recurses, so the depth is bounded.
constexpr int max_json_depth = 64;

Json parse_json(const std::string& text) {
    const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= max_json_depth; };
    return Json::parse(text, shallow, false);
}

void read_json(Page& page, const std::string& text, std::string_view id, const PageOptions& options) {
    const Json answer = parse_json(text);
    if (answer.is_discarded()) {
        mark_unusable(page, "it is no well-formed JSON");
        return;
    }
    std::vector<const Json*> articles;
    collect_articles(answer, articles);
    const Json* article = choose_article(articles, id);
    if (article == nullptr) {
        mark_unusable(page, articles.empty() ? "its JSON holds no article"
                                             : "its JSON holds several articles, none with the id " + std::string(id));
        return;
    }
    const std::string title = string_at(*article, "title");
    const HtmlText heading = read_html_fragment(title.empty() ? string_at(*article, "name") : title, options.html);
    page.title = heading.blocks.empty() ? "" : heading.blocks.front().text;
    const std::string published = string_at(*article, "publication_date");
    page.date = leading_iso_date(published.empty() ? string_at(*article, "created_date") : published);
    take_html(page, read_html_fragment(string_at(*article, "body"), options.html));
    if (page.text.empty() && page.problem.empty()) {
        take_html(page, read_html_fragment(string_at(*article, "short_description"), options.html));
    }
}

void read_html(Page& page, const std::string& text, const PageOptions& options) {
    const HtmlText html = read_html_page(text, options.html);
    page.title = html.title;
    page.date = leading_iso_date(html.date);
    take_html(page, html);
    if (page.text.empty() && page.problem.empty()) {
        mark_unusable(page, "its HTML holds no text; a script may have to fill it");
    }
}

void read_text(Page& page, std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty()) {
            lines.push_back(line);
        }
    }
    std::size_t next = 0;
    if (next < lines.size()) {
        page.title = lines[next++];
    }
    if (next < lines.size() && !parse_date(lines[next]).empty()) {
        page.date = parse_date(lines[next++]);
    }
    for (; next < lines.size(); ++next) {
        page.text += (page.text.empty() ? "" : "\n") + std::string(lines[next]);
    }
}

const char* form_name(PageForm form) {
    switch (form) {
    case PageForm::json: return "json";
    case PageForm::html: return "html";
    case PageForm::text: return "text";
    }
    return "";
}

} // namespace

void read_page(Page& page, std::string_view bytes, PageForm form, std::string_view id, const PageOptions& options) {
    page.reader = form_name(form);
    page.status = PageStatus::good;
    if (bytes.size() > options.max_bytes) {
        mark_unusable(page, "it holds more than " + std::to_string(options.max_bytes) + " bytes");
        return;
    }
    const Decoded decoded = decode(bytes, form == PageForm::html ? html_charset(bytes) : "");
    switch (form) {
    case PageForm::json: read_json(page, decoded.text, id, options); break;
    case PageForm::html: read_html(page, decoded.text, options); break;
    case PageForm::text: read_text(page, decoded.text); break;
    }
    if (page.status == PageStatus::good && page.text.empty() && page.title.empty()) {
        mark_unusable(page, "no text was found in it");
    }
    if (page.status == PageStatus::unusable) { // what little was found in it would only mislead
        page.title.clear();
        page.text.clear();
    }
}

} // namespace qosar
