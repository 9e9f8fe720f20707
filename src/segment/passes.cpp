#include "passes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "qosar/text/characters.hpp"
#include "qosar/text/sentence_breaks.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

/// The bytes that the passes look at: marks, and the first byte of `…` and of bullets.
constexpr std::array<bool, 256> marks = [] {
    std::array<bool, 256> is_mark{};
    for (const unsigned char byte : {'.', ':', ';', '\xE2'}) {
        is_mark[byte] = true;
    }
    return is_mark;
}();

std::size_t next_mark(std::string_view text, std::size_t at) {
    while (at < text.size() && !marks[static_cast<unsigned char>(text[at])]) {
        ++at;
    }
    return at;
}

/// How far behind `:-` the next item's `;-` may stand.
constexpr std::size_t longest_item = 600;

/// ICU takes an opening mark glued to a stop for a closing one: `келді.«Бұл`. The sentence begins before it. A straight
/// quotation mark opens if all before it are paired.
Candidate icu_candidate(std::string_view text, const Stop& stop, bool quotes_are_paired) {
    Candidate candidate{stop.next, Pass::icu, stop};
    if (stop.begin == stop.end || stop.closed != stop.next) {
        return candidate;
    }
    for (std::size_t at = stop.end; at < stop.closed;) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(text, at);
        const bool opens = is_opening(c) || (c == U'"' && quotes_are_paired);
        if (opens && !is_space(character_at(text, at))) {
            candidate.stop.closed = candidate.stop.next = candidate.place = begin;
            break;
        }
        quotes_are_paired = c == U'"' ? !quotes_are_paired : quotes_are_paired;
    }
    return candidate;
}

bool may_begin_glued(char32_t c) {
    return is_upper(c) || is_digit(c) || is_currency(c) || c == U'\u2013' || c == U'\u2014';
}

/// The dash of an item at `place`, blanks before it skipped; npos if no item begins there.
std::size_t item_at(std::string_view text, std::size_t place) {
    while (place < text.size() && text[place] == ' ') {
        ++place;
    }
    std::size_t at = place;
    const char32_t dash = place < text.size() ? next_code_point(text, at) : U'\0';
    while (at < text.size() && text[at] == ' ') {
        ++at;
    }
    const bool is_item = (is_dash(dash) || is_bullet(dash)) && is_letter(character_at(text, at));
    return is_item ? place : std::string_view::npos;
}

} // namespace

const std::vector<Candidate>& CandidateFinder::find(std::string_view paragraph) {
    m_found.clear();
    add_icu(paragraph);
    add_passes(paragraph);
    const auto order = [](const Candidate& c) { return std::pair(c.place, c.pass); };
    std::sort(m_found.begin(), m_found.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
    const auto same_place = [](const Candidate& a, const Candidate& b) { return a.place == b.place; };
    m_found.erase(std::unique(m_found.begin(), m_found.end(), same_place), m_found.end());
    const bool at_begin = !m_found.empty() && m_found.front().place == 0;
    m_found.erase(m_found.begin(), m_found.begin() + (at_begin ? 1 : 0));
    return m_found;
}

void CandidateFinder::add_icu(std::string_view text) {
    find_sentence_breaks(text, m_breaks);
    bool quotes_are_paired = true;
    Stop stop;
    for (const std::size_t place : m_breaks) {
        const std::size_t counted = stop.end;
        stop = stop_before(text, place, stop);
        const std::string_view passed = text.substr(counted, stop.end - std::min(counted, stop.end));
        quotes_are_paired ^= std::count(passed.begin(), passed.end(), '"') % 2 != 0;
        m_found.push_back(icu_candidate(text, stop, quotes_are_paired));
    }
}

/// All that ICU's rules do not look at, in one walk over the bytes.
void CandidateFinder::add_passes(std::string_view text) {
    constexpr std::string_view ellipsis = "\u2026";
    const bool stops = m_options.glued || m_options.lowercase;
    const auto begin = static_cast<std::size_t>(trimmed(text).data() - text.data());
    for (std::size_t at = 0; (at = next_mark(text, at)) < text.size(); ++at) {
        switch (text[at]) {
        case '.':
            if (stops) {
                add_passed_over(text, at + 1);
            }
            break;
        case ':':
        case ';':
            if (m_options.lists) {
                add_list_item(text, at);
            }
            break;
        default: // the first byte of ellipsis and bullets
            if (stops && text.substr(at, ellipsis.size()) == ellipsis) {
                add_passed_over(text, at + ellipsis.size());
            } else if (m_options.lists && at > begin) {
                add_bullet(text, at);
            }
            break;
        }
    }
}

/// A full stop, or an ellipsis in one character, that ends at `end` and that ICU may have passed over.
void CandidateFinder::add_passed_over(std::string_view text, std::size_t end) {
    if (is_terminator(character_at(text, end))) {
        return; // the run of marks goes on
    }
    const Stop stop = stop_ending(text, end);
    if (stop.next == text.size()) {
        return;
    }
    const bool is_glued = stop.closed == stop.next;
    const char32_t next = is_glued ? first_character(text, stop.next) : character_at(text, stop.next);
    if (is_glued ? m_options.glued && may_begin_glued(next) : m_options.lowercase && is_lower(next)) {
        m_found.push_back({stop.next, is_glued ? Pass::glued : Pass::small_letter, stop});
    }
}

/// `must have:- maps;- plans;- reports`, the mark before an item at `mark`. One dash behind a colon begins no list: it
/// may be speech.
void CandidateFinder::add_list_item(std::string_view text, std::size_t mark) {
    const std::size_t item = item_at(text, mark + 1);
    if (item == std::string_view::npos) {
        return;
    }
    bool in_list = text[mark] == ';';
    const std::string_view near = text.substr(0, item + longest_item);
    for (std::size_t next = item; !in_list && (next = near.find(';', next)) != std::string_view::npos;) {
        in_list = item_at(text, ++next) != std::string_view::npos;
    }
    if (in_list) {
        m_found.push_back({item, Pass::list, {item, item, item, item}});
    }
}

/// A bullet with a blank before it begins an item wherever it stands, but for the paragraph's beginning.
void CandidateFinder::add_bullet(std::string_view text, std::size_t at) {
    std::size_t before = at;
    if (is_bullet(character_at(text, at)) && is_space(previous_character(text, before))) {
        m_found.push_back({at, Pass::list, {at, at, at, at}});
    }
}

} // namespace qosar
