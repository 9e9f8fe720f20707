#include "site.hpp"

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

/// Abbreviations are no longer, and looking back from many stops stays linear.
constexpr std::size_t longest_abbreviation = 24;
constexpr std::size_t longest_word = 64;

bool parts_words(char32_t c) {
    return is_any(c, kind::space | kind::opening | kind::quotation) || c == U',' || c == U';' || c == U':' ||
           c == U'\u2116' || (is_dash(c) && c != U'-');
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2019'; }

bool is_blank(char32_t c) { return is_any(c, kind::space | kind::invisible); }

template <typename Belongs>
std::size_t back_over(std::string_view text, std::size_t place, Belongs belongs, std::size_t first = 0) {
    while (place > first) {
        std::size_t before = place;
        if (!belongs(previous_character(text, before))) {
            break;
        }
        place = before;
    }
    return place;
}

template <typename Belongs>
std::size_t forward_over(std::string_view text, std::size_t place, Belongs belongs) {
    while (place < text.size()) {
        std::size_t after = place;
        if (!belongs(next_code_point(text, after))) {
            break;
        }
        place = after;
    }
    return place;
}

bool closes(char32_t c) { return is_any(c, kind::closing | kind::mark) || (is_invisible(c) && !is_space(c)); }

} // namespace

char32_t previous_character(std::string_view text, std::size_t& place) {
    do {
        --place;
    } while (place > 0 && (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80U);
    std::size_t at = place;
    return next_code_point(text, at);
}

char32_t character_at(std::string_view text, std::size_t place) {
    return place < text.size() ? next_code_point(text, place) : U'\0';
}

Stop stop_before(std::string_view text, std::size_t place, const Stop& last) {
    Stop stop;
    stop.next = place;
    stop.closed = back_over(text, place, is_blank, last.next);
    if (stop.closed == last.next) {
        return {last.begin, last.end, last.closed, place};
    }
    stop.end = back_over(text, stop.closed, closes);
    stop.begin = back_over(text, stop.end, is_terminator);
    return stop;
}

Stop stop_ending(std::string_view text, std::size_t end) {
    Stop stop;
    stop.end = end;
    stop.begin = back_over(text, end, is_terminator);
    stop.closed = forward_over(text, end, [](char32_t c) { return closes(c) && !is_opening(c); });
    stop.next = forward_over(text, stop.closed, is_blank);
    return stop;
}

bool ends_with_terminator(std::string_view line) {
    const Stop stop = stop_before(line, line.size());
    return stop.begin < stop.end;
}

std::string_view word_before(std::string_view text, std::size_t stop) {
    std::size_t begin = stop;
    while (begin > 0 && stop - begin <= longest_abbreviation) {
        std::size_t before = begin;
        const char32_t c = previous_character(text, before);
        std::size_t letter = before; // an apostrophe between letters parts nothing: `didn't`
        const bool inside =
            is_apostrophe(c) && begin < stop && before > 0 && is_letter(previous_character(text, letter));
        if (parts_words(c) && !inside) {
            return text.substr(begin, stop - begin);
        }
        begin = before;
    }
    return begin == 0 ? text.substr(0, stop) : std::string_view{};
}

char32_t first_character(std::string_view text, std::size_t place) {
    return character_at(text, forward_over(text, place, [](char32_t c) { return is_opening(c) || is_quotation(c); }));
}

std::string_view word_behind(std::string_view text, std::size_t place) {
    const std::size_t begin =
        forward_over(text, place, [](char32_t c) { return is_opening(c) || is_quotation(c) || is_blank(c); });
    const std::string_view rest = text.substr(begin, longest_word);
    std::size_t end = forward_over(
        rest, 0, [](char32_t c) { return is_letter(c) || is_mark(c) || c == U'\'' || c == U'\u2019' || c == U'-'; });
    while (end > 0 && (rest[end - 1] == '-' || rest[end - 1] == '\'')) {
        --end;
    }
    return rest.substr(0, end);
}

bool is_roman(std::string_view word) {
    constexpr std::u32string_view digits = U"IVXLCDM\u0406\u0425\u041C\u0421";
    for (std::size_t i = 0; i < word.size();) {
        if (digits.find(next_code_point(word, i)) == std::u32string_view::npos) {
            return false;
        }
    }
    return !word.empty();
}

bool number_before(std::string_view text, std::size_t place) {
    place = back_over(text, place, is_blank);
    if (place == 0) {
        return false;
    }
    std::size_t last = place;
    const char32_t c = previous_character(text, last);
    return is_digit(c) || is_roman(word_before(text, place));
}

bool number_behind(std::string_view text, std::size_t place) {
    const char32_t c = first_character(text, place);
    const std::string_view word = word_behind(text, place);
    // a single letter may be a word, such as the English I
    return is_digit(c) || c == U'\u2116' || c == U'\u00A7' || word == "V" || word == "X" ||
           (word.size() > 1 && is_roman(word));
}

Site site_of(const LanguagePack& pack, std::string_view text, std::size_t sentence, std::size_t first_word,
             const Stop& stop) {
    Site site{pack, text, sentence, first_word, stop};
    site.word = word_before(text, stop.begin);
    site.next = character_at(text, stop.next);
    return site;
}

std::size_t word_at_or_behind(std::string_view text, std::size_t place) {
    return forward_over(text, place, [](char32_t c) { return !is_any(c, kind::letter | kind::digit); });
}

bool begins_with_starter(const Site& site) {
    return site.pack.starters.contains(lower(word_behind(site.text, site.stop.next), site.pack.code));
}

} // namespace qosar
