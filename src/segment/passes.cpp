#include "passes.hpp"

#include <algorithm>

#include "qosar/text/characters.hpp"
#include "qosar/text/sentence_breaks.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

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

void add_icu(std::string_view text, std::vector<Candidate>& found) {
    std::size_t quotes = 0;
    std::size_t counted = 0;
    for (const std::size_t place : sentence_breaks(text)) {
        const Stop stop = stop_before(text, place);
        for (; counted < stop.end; ++counted) {
            quotes += text[counted] == '"' ? 1 : 0;
        }
        found.push_back(icu_candidate(text, stop, quotes % 2 == 0));
    }
}

bool may_begin_glued(char32_t c) {
    return is_upper(c) || is_digit(c) || is_currency(c) || c == U'\u2013' || c == U'\u2014';
}

/// A full stop, or an ellipsis in one character, that ends at `end` and that ICU may have passed over.
void add_passed_over(std::string_view text, std::size_t end, const SegmentOptions& options,
                     std::vector<Candidate>& found) {
    if (is_terminator(character_at(text, end))) {
        return; // the run of marks goes on
    }
    const Stop stop = stop_ending(text, end);
    if (stop.next == text.size()) {
        return;
    }
    const bool is_glued = stop.closed == stop.next;
    const char32_t next = is_glued ? first_character(text, stop.next) : character_at(text, stop.next);
    if (is_glued ? options.glued && may_begin_glued(next) : options.lowercase && is_lower(next)) {
        found.push_back({stop.next, is_glued ? Pass::glued : Pass::small_letter, stop});
    }
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

/// `must have:- maps;- plans;- reports`, the mark before an item at `mark`. One dash behind a colon begins no list: it
/// may be speech.
void add_list_item(std::string_view text, std::size_t mark, std::vector<Candidate>& found) {
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
        found.push_back({item, Pass::list, {item, item, item, item}});
    }
}

/// A bullet with a blank before it begins an item wherever it stands.
void add_bullet(std::string_view text, std::size_t at, std::vector<Candidate>& found) {
    std::size_t before = at;
    if (is_bullet(character_at(text, at)) && at > 0 && is_space(previous_character(text, before)) &&
        !trimmed(text.substr(0, before)).empty()) {
        found.push_back({at, Pass::list, {at, at, at, at}});
    }
}

/// All that ICU's rules do not look at, in one walk over the bytes.
void add_passes(std::string_view text, const SegmentOptions& options, std::vector<Candidate>& found) {
    constexpr std::string_view ellipsis = "\u2026";
    const bool stops = options.glued || options.lowercase;
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (text[at]) {
        case '.':
            if (stops) {
                add_passed_over(text, at + 1, options, found);
            }
            break;
        case ':':
        case ';':
            if (options.lists) {
                add_list_item(text, at, found);
            }
            break;
        case '\xE2': // the first byte of ellipsis and bullets
            if (stops && text.substr(at, ellipsis.size()) == ellipsis) {
                add_passed_over(text, at + ellipsis.size(), options, found);
            } else if (options.lists) {
                add_bullet(text, at, found);
            }
            break;
        default: break;
        }
    }
}

} // namespace

std::vector<Candidate> candidates(std::string_view paragraph, const SegmentOptions& options) {
    std::vector<Candidate> found;
    add_icu(paragraph, found);
    add_passes(paragraph, options, found);
    const auto order = [](const Candidate& c) { return std::pair(c.place, c.pass); };
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
    const auto same_place = [](const Candidate& a, const Candidate& b) { return a.place == b.place; };
    found.erase(std::unique(found.begin(), found.end(), same_place), found.end());
    const bool at_begin = !found.empty() && found.front().place == 0;
    found.erase(found.begin(), found.begin() + (at_begin ? 1 : 0));
    return found;
}

} // namespace qosar
