// Sentences that go on behind a quoted question or exclamation.
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "rules.hpp"

namespace qosar {

namespace {

constexpr std::size_t most_name_words = 4;

bool closes_quotation(const Site& site) {
    for (std::size_t i = site.stop.end; i < site.stop.closed;) {
        if (is_quotation(next_code_point(site.text, i))) {
            return true;
        }
    }
    return false;
}

bool takes_up(const Site& site, std::string_view word) { return site.pack.said.contains(lower(word, site.pack.code)); }

/// Whether a word takes up a question or exclamation even if no quotation mark tells that it is one.
bool takes_up_anything(const Site& site, std::string_view word) {
    const auto found = site.pack.said.find(lower(word, site.pack.code));
    return found != site.pack.said.end() && found->second;
}

/// `Mr Omarov added`, `Асан Серіков деді`: a word that takes up the quotation, with nothing but a name before it.
bool is_taken_up(const Site& site) {
    std::size_t place = site.stop.next;
    for (std::size_t words = 0; words <= most_name_words; ++words) {
        const std::string_view word = word_behind(site.text, place);
        if (word.empty() || word.data() != site.text.data() + place) {
            return false;
        }
        if (takes_up(site, word)) {
            return true;
        }
        const bool is_name =
            is_upper(character_at(word, 0)) && !site.pack.starters.contains(lower(word, site.pack.code));
        if (!is_name) {
            return false;
        }
        place += word.size();
        if (character_at(site.text, place) == U'.') { // `Mr.`, `A.`
            ++place;
        }
        if (!is_space(character_at(site.text, place))) {
            return false;
        }
        while (is_space(character_at(site.text, place))) {
            next_code_point(site.text, place);
        }
    }
    return false;
}

} // namespace

Verdict nothing_yet(const Site& site) { return site.first_word < site.stop.begin ? Verdict{} : Verdict(false); }

Verdict pause(const Site& site) {
    const Stop& stop = site.stop;
    const char mark = site.text[stop.begin];
    const bool is_ellipsis = stop.end - stop.begin >= 3 && (mark == '.' || mark == '\xE2');
    if (!is_ellipsis || site.is_glued() || stop.begin <= site.sentence) {
        return {};
    }
    std::size_t before = stop.begin;
    return is_space(previous_character(site.text, before)) ? Verdict(false) : Verdict{};
}

Verdict quotation(const Site& site) {
    const char32_t mark = character_at(site.text, site.stop.begin);
    if (mark == U'.' || mark == U'\u2026' || site.is_glued()) {
        return {};
    }
    if (closes_quotation(site)) {
        const bool dash = is_dash(site.next);
        return dash || is_taken_up(site) ? Verdict(false) : Verdict{};
    }
    const std::string_view word = word_behind(site.text, site.stop.next);
    return is_lower(character_at(word, 0)) && takes_up_anything(site, word) ? Verdict(false) : Verdict{};
}

} // namespace qosar
