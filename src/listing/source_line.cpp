#include "source_line.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "line_shape.hpp"
#include "qosar/listing/listing.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::array<std::string_view, 6> labels{"Source", "SOURCE", "source", "Источник", "Дереккөзі", "Дереккөз"};

/// `source` in small letters is a label only where no word goes on before it: `Resource : …` is none.
bool ends_with_letter(std::string_view text) {
    std::size_t last = last_code_point(text);
    return !text.empty() && is_letter(next_code_point(text, last));
}

std::string_view without_stars(std::string_view text) {
    while (text.ends_with('*')) {
        text = visible(text.substr(0, text.size() - 1));
    }
    return text;
}

/// The text before the label that ends it, colon and all: `Done.Source :` gives `Done.`; the text itself without one.
std::string_view before_label(std::string_view text) {
    std::string_view before = without_stars(visible(text));
    if (!before.ends_with(':')) {
        return text;
    }
    before = without_stars(visible(before.substr(0, before.size() - 1)));
    for (const std::string_view label : labels) {
        if (before.ends_with(label)) {
            std::string_view rest = before.substr(0, before.size() - label.size());
            rest = rest.ends_with('*') ? without_stars(rest) : rest; // **Source** : …
            return label == "source" && ends_with_letter(rest) ? text : rest;
        }
    }
    return text;
}

/// `htt` of `https://` at a text's end, by its length.
std::size_t begun_address(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        for (std::size_t size = scheme.size(); size > 0; --size) {
            if (text.ends_with(scheme.substr(0, size))) {
                return size;
            }
        }
    }
    return 0;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Where the last word begins. Words end before a blank; a no-break blank does not count.
std::size_t last_word_of(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && !is_blank(text[begin - 1])) {
        --begin;
    }
    return begin;
}

std::string_view first_word(std::string_view text) {
    const auto end = std::find_if(text.begin(), text.end(), is_blank);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::string_view without_marks(std::string_view address) {
    while (!address.empty() && std::string_view(".,;)]>*\"'").find(address.back()) != std::string_view::npos) {
        const char last = address.back();
        const bool closes = last == ')' && address.find('(') != std::string_view::npos;
        if (closes) {
            break;
        }
        address.remove_suffix(1);
    }
    return address;
}

} // namespace

std::string_view leading_address(std::string_view text) {
    const bool link = text.starts_with('[');
    if (link || text.starts_with('<')) {
        const std::size_t end = text.find(link ? ']' : '>');
        const std::string_view inside = text.substr(1, end == std::string_view::npos ? end : end - 1);
        return leading_address(inside);
    }
    if (!text.starts_with("http://") && !text.starts_with("https://")) {
        return {};
    }
    return without_marks(first_word(text));
}

bool is_address(std::string_view line) {
    return !leading_address(line).empty() && first_word(line).size() == line.size();
}

bool ends_with_source_label(std::string_view line) { return before_label(line).size() < line.size(); }

BodyAndSource split_source(std::string_view body) {
    body = visible(body);
    for (std::size_t at = body.find("http", last_word_of(body)); at != std::string_view::npos;
         at = body.find("http", at + 1)) {
        const bool marked = at > 0 && (body[at - 1] == '[' || body[at - 1] == '<');
        const std::size_t begin = at - (marked ? 1 : 0);
        const std::string_view before = before_label(body.substr(0, begin));
        if (before.size() < begin && is_address(body.substr(begin))) {
            return {visible(before), leading_address(body.substr(begin))};
        }
    }
    const std::size_t kept = body.size() - begun_address(body);
    const std::string_view before = before_label(body.substr(0, kept));
    return {before.size() < kept ? visible(before) : body, {}};
}

} // namespace qosar
