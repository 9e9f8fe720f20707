// Full stops that belong to a word.
#include <algorithm>

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "rules.hpp"

namespace qosar {

namespace {

bool is_number(std::string_view word, std::size_t most_digits) {
    return !word.empty() && word.size() <= most_digits && word.find_first_not_of("0123456789") == word.npos;
}

/// `5`, `2.1`, `IV`, `a`: what may number an item.
bool is_item_number(std::string_view word) {
    if (is_roman(word) || count_code_points(word) == 1) {
        return true;
    }
    std::size_t groups = 0;
    while (!word.empty() && groups < 4) {
        const std::string_view group = word.substr(0, word.find('.'));
        if (!is_number(group, 3)) {
            return false;
        }
        word.remove_prefix(std::min(group.size() + 1, word.size()));
        ++groups;
    }
    return word.empty() && groups > 0;
}

bool is_initials(std::string_view word) {
    bool letter_expected = true;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < word.size();) {
        const char32_t c = next_code_point(word, i);
        if (is_mark(c)) {
            continue;
        }
        if (is_letter(c)) {
            if (!letter_expected || !is_upper(c)) {
                return false;
            }
            letter_expected = false;
            ++letters;
        } else if (c == U'.' || c == U'-') {
            letter_expected = true;
        } else {
            return false;
        }
    }
    return letters > 0;
}

bool is_vowel(char32_t c) {
    constexpr std::u32string_view vowels = U"aeiouyäöüáéíóúàèìòùâêîôûæøåãõıаәеёиоөуұүыіэюяАӘЕЁИОӨУҰҮЫІЭЮЯAEIOUYÄÖÜİ";
    return vowels.find(c) != std::u32string_view::npos;
}

/// `мкр`, `Ltd`: two to four letters, none of them a vowel, only the first of them a capital.
bool lacks_vowel(std::string_view word) {
    const std::size_t length = count_code_points(word);
    if (length < 2 || length > 4) {
        return false;
    }
    for (std::size_t i = 0; i < word.size();) {
        const bool is_first = i == 0;
        const char32_t c = next_code_point(word, i);
        const bool simple_script = c < 0x0530; // where vowels are letters: Latin, Greek, Cyrillic
        if (!is_letter(c) || !simple_script || is_vowel(c) || (!is_first && is_upper(c))) {
            return false;
        }
    }
    return true;
}

const Abbreviation* find(const LanguagePack& pack, std::string_view word) {
    const auto found = pack.abbreviations.find(lower(word, pack.code));
    if (found == pack.abbreviations.end()) {
        return nullptr;
    }
    const bool small = is_lower(character_at(word, 0));
    return found->second.needs_capital && small ? nullptr : &found->second;
}

/// The pack's word for numbers of one or two digits and for Roman ones, which take a full stop in some languages.
const Abbreviation* find_ordinal(const LanguagePack& pack, std::string_view word) {
    const bool digits = is_number(word, 2);
    return digits || is_roman(word) ? find(pack, digits ? "0" : "IV") : nullptr;
}

/// `16млн`: the letters behind the digits of a word; the word itself if it does not begin with digits.
std::string_view without_digits(std::string_view word) {
    const std::size_t letters = word.find_first_not_of("0123456789.,");
    return letters == std::string_view::npos ? word : word.substr(letters);
}

/// What an abbreviation that may end a sentence says: it does before a word that begins sentences, or a dialogue dash.
/// Glued to a single letter it is the beginning of a longer one: the `F.B.` of `F.B.I.`
Verdict may_end(const Site& site) {
    const char32_t next = site.next;
    if (is_lower(next) || (site.is_glued() && count_code_points(word_behind(site.text, site.stop.next)) < 2)) {
        return false;
    }
    return begins_with_starter(site) || (is_dash(next) && !site.is_glued());
}

/// `г.Алматы` and `U.S.Senate` are written so; `a.m.`, `etc.` and `т.б.` are not, so a capital glued to them has lost
/// its blank.
bool lost_its_blank(const Site& site, std::string_view word) {
    const std::string_view next = word_behind(site.text, site.stop.next);
    const bool ascii = static_cast<unsigned char>(word.front()) < 0x80;
    return site.is_glued() && is_lower(character_at(word, 0)) && (ascii || word.find('.') != word.npos) &&
           count_code_points(next) >= 2 && is_upper(character_at(next, 0));
}

} // namespace

Verdict list_number(const Site& site) {
    const bool is_open = site.is_full_stop() && site.stop.closed == site.stop.end;
    if (!is_open || site.word.empty() || !is_item_number(site.word)) {
        return {};
    }
    const auto place = static_cast<std::size_t>(site.word.data() - site.text.data());
    const bool is_first = place >= site.sentence && place <= site.first_word; // but for a bullet or bracket
    return is_first ? Verdict(false) : Verdict{};
}

Verdict abbreviation(const Site& site) {
    const LanguagePack& pack = site.pack;
    if (!site.is_full_stop()) {
        const std::string_view marked = word_before(site.text, site.stop.end); // `Yahoo!`
        const Abbreviation* known = site.stop.closed == site.stop.end ? find(pack, marked) : nullptr;
        return known != nullptr ? may_end(site) : Verdict{};
    }
    const std::string_view word = without_digits(site.word);
    if (word.empty()) {
        return {};
    }
    const auto place = static_cast<std::size_t>(word.data() - site.text.data());
    const Abbreviation* known = find(pack, word);
    known = known == nullptr ? find_ordinal(pack, site.word) : known;
    if (known == nullptr) {
        const bool single = count_code_points(word) == 1 && is_lower(character_at(word, 0));
        const bool is_symbol = number_before(site.text, place); // of a unit, which takes no full stop: `500 мм`
        return single || (lacks_vowel(word) && !is_symbol) ? may_end(site) : Verdict{};
    }
    if (is_lower(site.next)) {
        return false;
    }
    switch (known->kind) {
    case AbbreviationKind::inside: return false;
    case AbbreviationKind::number: return number_behind(site.text, site.stop.next) ? Verdict(false) : Verdict{};
    case AbbreviationKind::unit: return number_before(site.text, place) ? may_end(site) : Verdict{};
    case AbbreviationKind::either: return lost_its_blank(site, word) ? Verdict(true) : may_end(site);
    }
    return {};
}

Verdict initial(const Site& site) {
    if (!site.is_full_stop() || !is_initials(site.word)) {
        return {};
    }
    return may_end(site);
}

} // namespace qosar
