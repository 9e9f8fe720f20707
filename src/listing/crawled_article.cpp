#include "crawled_article.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <initializer_list>
#include <utility>

#include "date_text.hpp"
#include "json_fields.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/web/html.hpp"
#include "sources.hpp"

namespace qosar {

namespace {

using Names = std::initializer_list<const char*>;

const Names title_names{"title", "headline", "name"};
const Names date_names{"date",           "published",        "published_at", "datePublished",
                       "date_published", "publication_date", "publish_date", "pubDate",
                       "pubdate",        "created_date",     "created_at",   "dateCreated",
                       "time",           "timestamp"};
const Names body_names{"body", "content", "text", "articleBody", "article_body", "full_text", "description", "summary"};
const Names section_names{"sections", "section", "category", "categories", "articleSection", "rubric"};
const Names source_names{"source_urls", "sources", "source_url", "source", "original_url"};
const Names own_names{"url", "link", "permalink", "canonical_url"};

const char* name_of(JsonType type) {
    switch (type) {
    case JsonType::null: return "null";
    case JsonType::text: return "a text";
    case JsonType::integer:
    case JsonType::other_number: return "a number";
    case JsonType::truth: return "true or false";
    case JsonType::list: return "a list";
    case JsonType::object: return "an object";
    }
    return "";
}

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

bool is_markup(std::string_view text) {
    for (const char* tag : {"</p>", "<p>", "<p ", "<br", "</div>", "</li>", "<P>", "<BR"}) {
        if (text.find(tag) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

std::string iso_date(std::int64_t seconds) {
    const std::chrono::sys_days day{std::chrono::floor<std::chrono::days>(std::chrono::seconds(seconds))};
    const std::chrono::year_month_day date{day};
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return buffer;
}

/// Fills an article from the fields of an object; the first of several names that holds something counts.
class ArticleFiller {
public:
    ArticleFiller(CrawledArticle& out, JsonFields& json, const ReaderOptions& options)
        : m_out(out), m_json(json), m_options(options), m_own(is_own()) {}

    void fill() {
        m_out.article.title = m_own ? text_at(title_names) : line_of(text_at(title_names));
        fill_date();
        fill_body();
        fill_sections();
        fill_sources();
        for (const std::string* text : {&m_out.article.title, &m_out.article.body}) {
            if (text->find('\0') != std::string::npos) {
                fail("nul_bytes", "it holds NUL characters");
            }
        }
        if (m_out.problem.empty() && m_out.article.title.empty() && m_out.article.body.empty()) {
            fail("no_title_and_body", "it has neither a title nor a body under any of the names that are known");
        }
    }

private:
    /// What `qosar listing` wrote is taken as it is.
    [[nodiscard]] bool is_own() const {
        const auto origin = m_json.fields.find("origin");
        return origin != m_json.fields.end() && origin->second.type == JsonType::object &&
               m_json.fields.contains("source_urls") && m_json.fields.contains("sections");
    }

    void fail(const char* problem, std::string message) {
        if (m_out.problem.empty()) {
            m_out.problem = problem;
            m_out.message = std::move(message);
        }
    }

    void fail_type(const char* name, const JsonField& field, const char* needed) {
        fail("wrong_type", std::string("its `") + name + "` is " + name_of(field.type) + "; " + needed + " is needed");
    }

    JsonField* field_at(const char* name) {
        const auto found = m_json.fields.find(name);
        return found == m_json.fields.end() || found->second.type == JsonType::null ? nullptr : &found->second;
    }

    std::string text_at(Names names) {
        for (const char* name : names) {
            JsonField* field = field_at(name);
            if (field == nullptr) {
                continue;
            }
            if (field->type != JsonType::text) {
                fail_type(name, *field, "a text");
            } else if (!field->texts.front().empty()) {
                return field->texts.front();
            }
        }
        return {};
    }

    /// Titles of crawlers may hold entities and tags.
    std::string line_of(const std::string& text) {
        const bool marked = text.find('<') != std::string::npos || text.find('&') != std::string::npos;
        std::string out;
        for (const std::string& paragraph : marked ? paragraphs_of(text) : lines_of(text)) {
            out += (out.empty() ? "" : " ") + paragraph;
        }
        return out;
    }

    std::vector<std::string> paragraphs_of(const std::string& text) {
        const HtmlText html = read_html_fragment(text, m_options.html);
        if (!html.problem.empty()) {
            fail("nested_too_deeply", html.problem);
        }
        std::vector<std::string> out;
        for (const HtmlBlock& block : html.blocks) {
            out.push_back(block.text);
        }
        return out;
    }

    static std::vector<std::string> lines_of(std::string_view text) {
        std::vector<std::string> out;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string_view line = trimmed(text.substr(0, end));
            if (!line.empty()) {
                out.emplace_back(line);
            }
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return out;
    }

    void fill_date() {
        for (const char* name : date_names) {
            const JsonField* field = field_at(name);
            if (field == nullptr) {
                continue;
            }
            if (field->type == JsonType::integer) {
                constexpr std::int64_t year_10000 = 253'402'300'800;
                const std::int64_t seconds = field->integer > year_10000 ? field->integer / 1000 : field->integer;
                m_out.article.date =
                    seconds > 0 && seconds < year_10000 ? iso_date(seconds) : std::to_string(field->integer);
            } else if (field->type != JsonType::text) {
                fail_type(name, *field, "a text or a number of seconds");
            } else {
                const std::string& text = field->texts.front();
                const std::string date = m_own ? text : date_of_text(text);
                m_out.article.date = date.empty() ? std::string(trimmed(text)) : date;
            }
            if (!m_out.article.date.empty()) {
                return;
            }
        }
    }

    void fill_body() {
        std::string body = text_at(body_names);
        if (body.size() > m_options.text.max_body_bytes) {
            fail("item_too_long",
                 "its body is longer than " + std::to_string(m_options.text.max_body_bytes) + " bytes, the limit");
        } else if (m_own) {
            m_out.article.body = std::move(body);
        } else {
            for (const std::string& paragraph : is_markup(body) ? paragraphs_of(body) : lines_of(body)) {
                m_out.article.body += (m_out.article.body.empty() ? "" : "\n") + paragraph;
            }
            move_sources(m_out.article);
        }
    }

    /// Texts of a text, a list of texts, or objects with one of `names`; `what` is needed.
    std::vector<std::string> texts_at(const char* name, Names names, const char* what) {
        const JsonField* field = field_at(name);
        if (field == nullptr) {
            return {};
        }
        std::vector<std::string> out = field->texts;
        for (const auto& object : field->objects) {
            for (const char* inner : names) {
                if (const auto found = object.find(inner); found != object.end()) {
                    out.push_back(found->second);
                    break;
                }
            }
        }
        const bool texts = field->type == JsonType::text || field->type == JsonType::object ||
                           (field->type == JsonType::list && (field->only_texts || !field->objects.empty()));
        if (!texts) {
            fail_type(name, *field, what);
        }
        return out;
    }

    void fill_sections() {
        for (const char* name : section_names) {
            for (const std::string& text : texts_at(name, {"name", "title"}, "a text or a list of texts")) {
                const std::string section = m_own ? text : line_of(text);
                if (!section.empty()) {
                    add_once(m_out.article.sections, section);
                }
            }
        }
    }

    void fill_sources() {
        std::vector<std::string>& sources = m_out.article.source_urls;
        for (const char* name : source_names) {
            for (const std::string& text : texts_at(name, {"url", "href", "link"}, "a text or a list of texts")) {
                const std::string url = m_own ? text : std::string(trimmed(text));
                if (m_own) {
                    sources.push_back(url);
                } else if (is_address(url)) { // `source` may be but a name
                    add_once(sources, url);
                }
            }
        }
        for (const char* name : own_names) {
            const JsonField* field = field_at(name);
            if (m_out.article.url.empty() && field != nullptr && field->type == JsonType::text) {
                m_out.article.url = field->texts.front();
            }
        }
        if (!m_own && sources.empty() && is_cited_press_page(m_out.article.url)) {
            sources.push_back(m_out.article.url);
        }
    }

    CrawledArticle& m_out;
    JsonFields& m_json;
    const ReaderOptions& m_options;
    bool m_own;
};

} // namespace

CrawledArticle read_crawled_article(std::string_view json, const ReaderOptions& options) {
    CrawledArticle out;
    if (!is_utf8(json)) {
        out.problem = "not_utf8";
        out.message = "it holds bytes that are not UTF-8";
        return out;
    }
    JsonFields fields = read_json_fields(json, options.max_json_depth);
    out.problem = fields.problem;
    out.message = fields.message;
    if (out.problem.empty()) {
        ArticleFiller(out, fields, options).fill();
    }
    return out;
}

} // namespace qosar
