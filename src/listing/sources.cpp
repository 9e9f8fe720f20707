#include "sources.hpp"

#include <algorithm>

#include "qosar/listing/listing.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/web/url.hpp"

namespace qosar {

void add_once(std::vector<std::string>& list, const std::string& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) {
        list.push_back(value);
    }
}

void move_sources(Article& article) {
    std::vector<std::string> found;
    std::string_view body = article.body;
    for (BodyAndSource split = split_source(body); split.body != body; split = split_source(body)) {
        if (!split.url.empty()) {
            found.emplace_back(split.url);
        }
        body = split.body;
    }
    std::for_each(found.rbegin(), found.rend(), [&](const std::string& url) { add_once(article.source_urls, url); });
    article.body = std::string(body);
}

bool is_cited_press_page(std::string_view url) {
    const std::optional<CanonicalUrl> canonical = canonical_url(url);
    return canonical && canonical->host == "gov.kz" &&
           canonical->path.find("/press/news/details/") != std::string::npos;
}

std::size_t source_label(std::string_view text) {
    std::string_view label = trimmed(text);
    if (!label.ends_with(':')) {
        return std::string_view::npos;
    }
    label = trimmed(label.substr(0, label.size() - 1));
    for (const std::string_view word : {"Source", "SOURCE", "Дереккөз", "Дереккөзі", "ДЕРЕККӨЗ", "Источник", "ИСТОЧНИК",
                                        "source", "дереккөз", "дереккөзі", "источник"}) {
        if (!label.ends_with(word)) {
            continue;
        }
        const std::string_view before =
            text.substr(0, static_cast<std::size_t>(label.data() - text.data()) + label.size() - word.size());
        std::size_t place = 0;
        const bool capital = is_upper(next_code_point(word, place));
        place = last_code_point(before);
        if (before.empty() || capital ||
            !is_letter(next_code_point(before, place))) { // `tenge.Source :`, but `resource:`
            return before.size();
        }
    }
    return std::string_view::npos;
}

} // namespace qosar
