#include "furniture.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "line_shape.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::size_t longest_furniture = 240; // bytes

bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Digits in groups: `5 000`, `12,345`.
bool is_count(std::string_view text) {
    return !text.empty() && text.front() != ' ' && text.back() != ' ' && text.size() <= 15 && text.front() != ',' &&
           text.back() != ',' &&
           std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == ','; });
}

/// Left over from `![…](….png)`, or all of it.
bool is_picture(std::string_view line) {
    constexpr std::array<std::string_view, 6> endings{".png)", ".jpg)", ".jpeg)", ".webp)", ".gif)", ".svg)"};
    for (const std::string_view ending : endings) {
        if (line.ends_with(ending)) {
            const bool address = line.starts_with("![") || line.starts_with("(http") || line.starts_with("http");
            return line == ending || (address && line.find(' ') == std::string_view::npos) || line.starts_with("![");
        }
    }
    return false;
}

/// `141 / 5 000`: how much of its limit a translation service had used.
bool is_translation_counter(std::string_view line) {
    const std::size_t slash = line.find('/');
    return slash != std::string_view::npos && slash > 0 && is_count(visible(line.substr(0, slash))) &&
           is_count(visible(line.substr(slash + 1))) && line[slash - 1] == ' ';
}

/// `Views: 12`, `12 views`.
bool is_view_counter(std::string_view lowered) {
    static const std::unordered_set<std::string> words{"views", "view", "reads", "просмотров", "просмотры", "қаралым"};
    const std::size_t blank = std::min(lowered.find(' '), lowered.size());
    const std::size_t colon = lowered.find(':');
    if (colon != std::string_view::npos) {
        return words.count(std::string(visible(lowered.substr(0, colon)))) > 0 &&
               is_count(visible(lowered.substr(colon + 1)));
    }
    const std::string_view first = lowered.substr(0, blank);
    const std::string_view rest = visible(lowered.substr(blank));
    return (words.count(std::string(first)) > 0 && is_count(rest)) ||
           (is_count(first) && words.count(std::string(rest)) > 0);
}

/// `1 2 3 … Next`, `« 4 5 6 »`, `Page 2 of 10`, `1 2 3 4`.
bool is_pagination(std::string_view lowered) {
    static const std::unordered_set<std::string> marks{
        "…",        "...",  "»",     "«",    "›",  "‹", ">", "<", ">>",    "<<",    "next",   "prev",
        "previous", "last", "first", "page", "of", "→", "←", "|", "далее", "назад", "келесі", "алдыңғы"};
    std::size_t numbers = 0;
    std::size_t other = 0;
    bool ascending = true;
    for (std::size_t begin = 0; begin < lowered.size();) {
        const std::size_t end = std::min(lowered.find(' ', begin), lowered.size());
        const std::string_view word = lowered.substr(begin, end - begin);
        begin = end + 1;
        if (word.empty()) {
            continue;
        }
        if (is_number(word) && word.size() <= 5) {
            ++numbers;
            ascending = ascending && word == std::to_string(numbers);
        } else if (marks.count(std::string(word)) > 0) {
            ++other;
        } else {
            return false;
        }
    }
    return (numbers > 0 && other > 0) || (numbers >= 4 && ascending);
}

/// `World (12)`, `Politics 34`.
bool is_category_with_count(std::string_view line) {
    const std::size_t blank = line.rfind(' ');
    if (blank == std::string_view::npos) {
        return false;
    }
    std::string_view count = line.substr(blank + 1);
    if (count.size() > 2 && count.front() == '(' && count.back() == ')') {
        count = count.substr(1, count.size() - 2);
    }
    return is_number(count) && count.size() <= 6 && is_section_name(line.substr(0, blank));
}

bool is_notice(std::string_view lowered) {
    constexpr std::array<std::string_view, 12> beginnings{
        "we use cookies",     "this site uses cookies", "this website uses cookies", "our website uses cookies",
        "accept all cookies", "accept cookies",         "by continuing to use",      "© ",
        "copyright ©",        "all rights reserved",    "мы используем cookie",      "сайт cookie"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return lowered.starts_with(beginning); });
}

std::string_view button_rule(const std::string& lowered) {
    static const std::unordered_set<std::string> buttons{"more",
                                                         "more news",
                                                         "read more",
                                                         "read more...",
                                                         "read more…",
                                                         "read more »",
                                                         "read more →",
                                                         "continue reading",
                                                         "show more",
                                                         "load more",
                                                         "see more",
                                                         "view all",
                                                         "see all",
                                                         "all news",
                                                         "share",
                                                         "share:",
                                                         "share this",
                                                         "tweet",
                                                         "copy link",
                                                         "print",
                                                         "back to top",
                                                         "subscribe",
                                                         "log in",
                                                         "sign in",
                                                         "skip to content",
                                                         "comments",
                                                         "0 comments",
                                                         "leave a comment",
                                                         "толығырақ",
                                                         "бөлісу",
                                                         "подробнее",
                                                         "поделиться",
                                                         "читать далее",
                                                         "еще",
                                                         "ещё",
                                                         "все новости",
                                                         "барлық жаңалықтар"};
    static const std::unordered_set<std::string> turns{"next",       "previous", "next page", "next »",
                                                       "« previous", "›",        "»"};
    static const std::unordered_set<std::string> sites{"enbekshi qazaq", "еңбекші qazaq"};
    return buttons.count(lowered) > 0 ? "button"
           : turns.count(lowered) > 0 ? "page numbers"
           : sites.count(lowered) > 0 ? site_name_rule
                                      : std::string_view{};
}

bool is_divider(std::string_view line) {
    return line == "⸻" || (line.size() >= 3 && line.find_first_not_of("-=_*~") == std::string_view::npos);
}

} // namespace

bool is_section_name(std::string_view line) {
    static const std::unordered_set<std::string> names{
        "news",       "latest news", "top news",    "main news", "world",      "politics",   "science",   "culture",
        "law",        "tourism",     "society",     "economy",   "sport",      "sports",     "education", "health",
        "regions",    "business",    "ecology",     "incidents", "technology", "opinion",    "interview", "interviews",
        "government", "history",     "agriculture", "finance",   "events",     "kazakhstan", "новости",   "мир",
        "политика",   "общество",    "экономика",   "культура",  "спорт",      "наука",      "право",     "туризм",
        "жаңалықтар", "әлем",        "саясат",      "қоғам",     "мәдениет",   "ғылым",      "құқық"};
    if (line.size() > 40 || line.empty()) {
        return false;
    }
    const std::string_view name = line.back() == ':' ? visible(line.substr(0, line.size() - 1)) : line;
    std::size_t at = 0;
    return is_upper(next_code_point(line, at)) && names.count(lower(name)) > 0;
}

std::string_view furniture_rule(std::string_view line) {
    if (line.size() > longest_furniture) {
        return {};
    }
    line = without_markup(line);
    if (is_picture(line)) {
        return "picture";
    }
    if (is_divider(line)) {
        return "divider";
    }
    if (line.size() <= 40) {
        const bool has_digit = line.find_first_of("0123456789") != std::string_view::npos;
        const std::string lowered = lower(line);
        if (is_notice(lowered)) {
            return "notice";
        }
        if (const std::string_view rule = button_rule(lowered); !rule.empty()) {
            return rule;
        }
        if (has_digit) {
            return is_translation_counter(line)   ? "counter of a translation service"
                   : is_view_counter(lowered)     ? "views"
                   : is_category_with_count(line) ? "category with its count"
                   : is_pagination(lowered)       ? "page numbers"
                                                  : "";
        }
        return {};
    }
    const char first = line.front();
    const bool may_be_notice = first == 'W' || first == 'T' || first == 'O' || first == 'A' || first == 'B' ||
                               first == 'C' || static_cast<unsigned char>(first) >= 0x80;
    return may_be_notice && is_notice(lower(line.substr(0, std::min<std::size_t>(line.size(), 32)))) ? "notice"
           : is_pagination(lower(line))                                                              ? "page numbers"
                                                                                                     : "";
}

} // namespace qosar
