// Stops without a blank behind them, and full stops before small letters.
#include <algorithm>
#include <array>

#include "qosar/language/stem.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "rules.hpp"

namespace qosar {

namespace {

/// What ends the names of domains, files and programs that have words before and behind their full stops.
constexpr std::array<std::string_view, 47> name_endings{
    "com", "org", "net", "edu",  "gov", "info", "biz", "int", "kz",  "ru", "ua",  "uz",  "kg",  "cn",   "de",  "uk",
    "eu",  "io",  "ai",  "tv",   "fm",  "app",  "dev", "js",  "ts",  "py", "cpp", "hpp", "php", "html", "htm", "xml",
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "jpg", "png", "mp3", "mp4", "zip", "exe"};

constexpr std::size_t longest_address = 256;

bool is_address_part(char32_t c) { return c > U' ' && c < 0x7F && c != U'"' && c != U'<' && c != U'>'; }

/// The run of characters that addresses are made of, around the stop.
std::string_view ascii_run(const Site& site) {
    const std::string_view text = site.text;
    std::size_t begin = site.stop.begin;
    while (begin > 0 && site.stop.begin - begin < longest_address &&
           is_address_part(static_cast<unsigned char>(text[begin - 1]))) {
        --begin;
    }
    std::size_t end = site.stop.end;
    while (end < text.size() && end - site.stop.end < longest_address &&
           is_address_part(static_cast<unsigned char>(text[end]))) {
        ++end;
    }
    return text.substr(begin, end - begin);
}

bool is_name_ending(std::string_view word) {
    const std::string small = lower(word);
    return std::find(name_endings.begin(), name_endings.end(), small) != name_endings.end();
}

/// A word such as `ReadAllText`, with a capital behind a small letter.
bool is_camel_case(std::string_view word) {
    bool small = false;
    for (std::size_t i = 0; i < word.size();) {
        const char32_t c = next_code_point(word, i);
        if (small && is_upper(c)) {
            return true;
        }
        small = is_lower(c);
    }
    return false;
}

/// Whether the word behind the stop goes on as the names of files and programs do: `report.Final.docx`, `Math.Max(`.
bool goes_on_as_name(const Site& site, std::string_view word) {
    const std::size_t end = static_cast<std::size_t>(word.data() - site.text.data()) + word.size();
    const char32_t mark = character_at(site.text, end);
    const char32_t behind = character_at(site.text, end + 1);
    return mark == U'(' || mark == U'_' || mark == U'@' || mark == U'/' || mark == U'\\' || is_digit(mark) ||
           (mark == U'.' && is_lower(behind) && is_name_ending(word_behind(site.text, end + 1)));
}

bool is_ordinary_word(const LanguagePack& pack, std::string_view word) {
    for (std::size_t i = 0; i < word.size();) {
        const char32_t c = next_code_point(word, i);
        if (!is_letter(c) && !is_mark(c) && c != U'\'' && c != U'\u2019' && c != U'-') {
            return false;
        }
    }
    return count_code_points(word) >= 3 && pack.frequency.contains(match_key(pack, word));
}

/// `басталды.2025 жылы`: a number with a word behind it, glued to a sentence.
bool glued_number(const Site& site, std::string_view before) {
    std::size_t end = site.stop.next;
    while (is_digit(character_at(site.text, end))) {
        next_code_point(site.text, end);
    }
    return character_at(site.text, end) == U' ' && is_lower(character_at(site.text, end + 1)) &&
           is_ordinary_word(site.pack, before);
}

/// A full stop that ends no word's name but a word: what stands before it.
bool may_end_glued(const Site& site, std::string_view before) {
    std::size_t place = site.stop.begin;
    if (place == 0 || before.empty()) {
        return place > 0; // behind a closing mark
    }
    const char32_t last = previous_character(site.text, place);
    return is_lower(last) || is_digit(last) || is_closing(last) || last == U'%' ||
           (is_upper(last) && count_code_points(before) >= 3);
}

} // namespace

Verdict address(const Site& site) {
    if (!site.is_glued()) {
        return {};
    }
    const std::string_view run = ascii_run(site);
    const bool names_scheme = run.find("://") != run.npos || run.substr(0, 4) == "www." || run.find("/www.") != run.npos;
    const bool is_mail = run.find('@') != run.npos;
    const std::size_t stop = site.stop.begin - static_cast<std::size_t>(run.data() - site.text.data());
    const bool has_query = run.find('/') < stop && run[stop] == '?' && run.find('=', stop) != run.npos;
    const auto end = static_cast<std::size_t>(run.data() - site.text.data()) + run.size();
    // A letter that no address holds begins the next sentence: `https://gov.kz/kaz.Құжат`
    return (names_scheme || is_mail || has_query) && site.stop.next < end ? Verdict(false) : Verdict{};
}

Verdict glued(const Site& site) {
    if (!site.is_glued()) {
        return {};
    }
    const char32_t next = first_character(site.text, site.stop.next);
    const char32_t mark = character_at(site.text, site.stop.begin);
    if (mark == U'!' || mark == U'?') {
        return is_digit(next) ? Verdict(false) : Verdict{};
    }
    const std::string_view before = word_before(site.text, site.stop.begin);
    if (is_digit(next)) {
        return site.is_full_stop() && glued_number(site, before);
    }
    const std::string_view word = word_behind(site.text, site.stop.next);
    if (!is_upper(next) || !may_end_glued(site, before) || before.find('.') != before.npos) {
        return false;
    }
    if (count_code_points(word) < 2) {
        return begins_with_starter(site);
    }
    return !is_name_ending(word) && !is_camel_case(word) && !goes_on_as_name(site, word);
}

Verdict small_letter(const Site& site) {
    if (!site.is_full_stop() || site.is_glued() || !is_lower(character_at(site.text, site.stop.next))) {
        return {};
    }
    const std::string_view next = word_behind(site.text, site.stop.next);
    if (site.pack.said.contains(lower(next, site.pack.code))) {
        return false;
    }
    std::size_t place = site.stop.begin;
    const char32_t last = previous_character(site.text, place);
    const std::string_view before = word_before(site.text, site.stop.begin);
    const bool is_address = next == "http" || next == "https" || next == "www";
    const bool starter = (is_address || begins_with_starter(site)) && (is_digit(last) || is_closing(last) || is_letter(last));
    return starter || is_ordinary_word(site.pack, before);
}

} // namespace qosar
