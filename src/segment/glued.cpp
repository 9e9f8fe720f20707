// Stops without a blank behind them, and full stops before small letters.
#include <algorithm>
#include <iterator>

#include "qosar/language/stem.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "rules.hpp"

namespace qosar {

namespace {

/// What ends the names of domains, files and programs that have words before and behind their full stops.
constexpr std::string_view name_endings[] = {
    "com", "org",  "net", "edu", "gov", "info", "biz",  "int", "kz",   "ru",   "ua",   "uz",  "kg",  "cn",
    "de",  "uk",   "eu",  "io",  "ai",  "tv",   "fm",   "app", "dev",  "js",   "ts",   "py",  "cpp", "hpp",
    "php", "html", "htm", "xml", "pdf", "doc",  "docx", "xls", "xlsx", "ppt",  "pptx", "txt", "csv", "jpg",
    "png", "mp3",  "mp4", "zip", "exe", "sql",  "md",   "msi", "srt",  "json", "ini",  "rar", "tex"};

constexpr std::size_t longest_address = 256;
constexpr std::size_t longest_number = 64;

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
    if (word == "EU" || word == "UK" || word == "AI" || word == "TV") { // in capitals more often words than domains
        return false;
    }
    return std::find(std::begin(name_endings), std::end(name_endings), small) != std::end(name_endings);
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
           (mark == U'.' && is_letter(behind));
}

bool is_ascii(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A word that the frequency table knows, or one too long for an abbreviation in a language whose table is small.
bool is_ordinary_word(const LanguagePack& pack, std::string_view word) {
    for (std::size_t i = 0; i < word.size();) {
        const char32_t c = next_code_point(word, i);
        if (!is_letter(c) && !is_mark(c) && c != U'\'' && c != U'\u2019' && c != U'-') {
            return false;
        }
    }
    const std::size_t letters = count_code_points(word);
    return (letters >= 3 && pack.frequency.contains(match_key(pack, word))) ||
           (letters >= 6 && !is_ascii(word) && !pack.frequency.empty());
}

/// A word that no file's or program's name would hold before its full stop: one of the language, or not Latin at all.
bool is_plain_word(const Site& site, std::string_view word) {
    return is_ascii(word) ? is_ordinary_word(site.pack, word) : count_code_points(word) >= 4;
}

/// `басталды.2025 жылы`, `flights.4,500 passengers`: a number with a word behind it, glued to a sentence.
bool glued_number(const Site& site) {
    const std::string_view near = site.text.substr(0, site.stop.next + longest_number);
    std::size_t end = site.stop.next;
    char32_t c = character_at(near, end);
    while (is_digit(c) || ((c == U'.' || c == U',' || c == U' ') && is_digit(character_at(near, end + 1)))) {
        next_code_point(near, end);
        c = character_at(near, end);
    }
    return (c == U' ' || c == U'-') && is_lower(character_at(near, end + 1)) && is_plain_word(site, site.word);
}

/// What stands before the full stop, without what may be close to it: the `Tokayev` of `K.Tokayev`; a number whole.
std::string_view last_part(std::string_view before) {
    if (before.find_first_not_of("0123456789.,:%") == before.npos) {
        return before;
    }
    const std::size_t dot = before.rfind('.');
    if (dot == before.npos) {
        return before;
    }
    const std::string_view part = before.substr(dot + 1);
    std::size_t letters = 0;
    for (std::size_t i = 0; i < dot; letters = before[i - 1] == '.' ? 0 : letters + 1) {
        const char32_t c = next_code_point(before, i);
        if ((c != U'.' && !is_upper(c)) || letters > 1) {
            return is_name_ending(part) ? part : std::string_view{}; // `egov.kz`
        }
    }
    return part;
}

/// Whether a full stop that is glued to a capital ends a word, by what stands before it.
bool may_end_glued(const Site& site) {
    std::size_t place = site.stop.begin;
    const char32_t last = place > 0 ? previous_character(site.text, place) : U'\0';
    if (site.word.empty()) {
        return is_closing(last);
    }
    const std::string_view part = last_part(site.word);
    return !part.empty() && (is_lower(last) || is_digit(last) || is_closing(last) || last == U'%' ||
                             (is_upper(last) && count_code_points(part) >= 2));
}

/// `J.Miller`, `А.Қ.Омаров` at `place`: initials begin the next sentence.
bool begins_with_initials(std::string_view text, std::size_t place) {
    next_code_point(text, place);
    return character_at(text, place) == U'.' && is_upper(character_at(text, place + 1));
}

bool is_capitalised(std::string_view word) {
    std::size_t i = 0;
    return !word.empty() && is_upper(next_code_point(word, i)) && is_lower(character_at(word, i));
}

} // namespace

Verdict address(const Site& site) {
    if (!site.is_glued()) {
        return {};
    }
    const std::string_view run = ascii_run(site);
    const bool names_scheme =
        run.find("://") != run.npos || run.substr(0, 4) == "www." || run.find("/www.") != run.npos;
    const bool is_mail = run.find('@') != run.npos;
    const std::size_t stop = site.stop.begin - static_cast<std::size_t>(run.data() - site.text.data());
    const bool has_query = run.find('/') < stop && run[stop] == '?' && run.find('=', stop) != run.npos;
    const auto end = static_cast<std::size_t>(run.data() - site.text.data()) + run.size();
    if (!(names_scheme || is_mail || has_query)) {
        return {};
    }
    // A letter that no address holds, or a word behind a whole domain's name, begins the next sentence.
    const std::string_view word = word_behind(site.text, site.stop.next);
    const std::string_view host = run.substr(0, stop);
    const bool ends_host = is_name_ending(host.substr(host.find_last_of("./@") + 1)) && is_capitalised(word) &&
                           run.find_first_of("./@=", stop + 1) == run.npos;
    return site.stop.next < end && !ends_host ? Verdict(false) : Verdict{};
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
    const std::string_view before = site.word;
    if (is_digit(next)) {
        return site.is_full_stop() && glued_number(site);
    }
    if (!may_end_glued(site)) {
        return false;
    }
    if (is_dash(next) || is_currency(next)) {
        return true;
    }
    const std::string_view word = word_behind(site.text, site.stop.next);
    if (!is_upper(next)) {
        return false;
    }
    const bool behind_number = is_digit(character_at(before, before.empty() ? 0 : before.size() - 1));
    if (behind_number && (count_code_points(word) < 2 || is_roman(word))) {
        return false; // `block 7.A`, `7.VI.1998`
    }
    if (count_code_points(word) < 2) {
        return begins_with_starter(site) || begins_with_initials(site.text, site.stop.next);
    }
    const bool is_member = is_camel_case(word) && is_ascii(word) && !is_ordinary_word(site.pack, before);
    return !is_name_ending(word) && !is_member && !goes_on_as_name(site, word);
}

Verdict small_letter(const Site& site) {
    if (!site.is_full_stop() || site.is_glued() || !is_lower(site.next)) {
        return {};
    }
    const std::string_view next = word_behind(site.text, site.stop.next);
    if (site.pack.said.contains(lower(next, site.pack.code))) {
        return false;
    }
    std::size_t place = site.stop.begin;
    const char32_t last = previous_character(site.text, place);
    const bool is_address = next == "http" || next == "https" || next == "www";
    const bool starter =
        (is_address || begins_with_starter(site)) && (is_digit(last) || is_closing(last) || is_letter(last));
    return starter || is_ordinary_word(site.pack, site.word);
}

} // namespace qosar
