#include "line_rules.hpp"

#include <optional>

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "source_line.hpp"

namespace qosar {

namespace {

using Judgement = std::optional<Reading>;

constexpr std::size_t lines_for_layout = 32;

bool is_date(const ListingLine* line) { return line != nullptr && line->shape.is_date; }

/// A date, or what is left of one where the file ends.
bool is_date_or_cut(const ListingLine* line) {
    return is_date(line) || (line != nullptr && line->unfinished && ends_within_date(line->text()) &&
                             line->text().find(' ') == std::string_view::npos);
}

bool holds_source(std::string_view text) { return split_source(text).body.size() < text.size(); }

bool fits_title(const ListingLine& line) { return line.shape.fits_title && !holds_source(line.text()); }

/// As a title looks more often than not; titles that end like a sentence are one in six.
bool is_titlelike(const ListingLine* line) {
    return line != nullptr && fits_title(*line) && !line->shape.is_date &&
           (!line->shape.ends_with_date || line->shape.waits_for_date) && line->shape.section.empty() &&
           !ends_like_sentence(line->text());
}

/// Whether the dates ahead stand above their titles rather than below them, by what stands on either side of each.
/// `here` is the first line that counts, `n` the number of the next. A section's name above the first date speaks for
/// it.
bool dates_come_first(const LineView& view, const ListingLine* here, std::size_t n, bool section_above) {
    std::size_t first = section_above ? 1 : 0;
    std::size_t second = 0;
    const ListingLine* before = nullptr;
    for (; here != nullptr && n < lines_for_layout; ++n) {
        const ListingLine* behind = view.content(n);
        if (is_date(here)) {
            const bool title_before = is_titlelike(before);
            const bool title_behind = is_titlelike(behind) && (before != nullptr || !is_date(view.content(n + 1)));
            first += title_behind && !title_before ? 1 : 0;
            second += title_before && !title_behind ? 1 : 0;
        }
        before = here;
        here = behind;
    }
    return first > second;
}

/// A section's name above dates that stand above their titles.
bool is_section_above_date(const LineView& view, const ListingState& state) {
    return !view.line().shape.section.empty() && is_date(view.content(0)) &&
           (state.layout == Layout::date_first || dates_come_first(view, view.content(0), 1, true));
}

bool begins_item(const LineView& view, std::size_t n, const ListingState& state) {
    const ListingLine* line = view.content(n);
    if (line == nullptr) {
        return false;
    }
    const bool dated = line->shape.ends_with_date ||
                       (line->shape.begins_with_date && (!state.open || state.layout == Layout::date_before_title)) ||
                       (line->shape.is_date && state.layout == Layout::date_first);
    return dated || is_date(view.content(n + 1));
}

Judgement furniture(const LineView& view, const ListingState& state) {
    const LineShape& shape = view.line().shape;
    if (!shape.furniture.empty()) {
        return Reading{LineKind::furniture, shape.furniture};
    }
    const std::string_view text = view.line().text();
    const bool number = text.size() <= 7 && text.find_first_not_of("0123456789 ") == std::string_view::npos;
    if (number && (state.after == LineKind::date || state.after == LineKind::title_with_date)) {
        return Reading{LineKind::furniture, "views below a date"};
    }
    return std::nullopt;
}

Judgement title_below_date(const LineView& view, const ListingState& state) {
    const ListingLine& line = view.line();
    if (!state.date_waits || line.shape.is_date || !fits_title(line)) {
        return std::nullopt;
    }
    return Reading{LineKind::title, "title below its date", Layout::date_first};
}

Judgement date_line(const LineView& view, const ListingState& state) {
    const ListingLine& line = view.line();
    if (!is_date_or_cut(&line)) {
        return std::nullopt;
    }
    if (state.after == LineKind::title && !state.date_waits && state.layout != Layout::date_first) {
        return Reading{LineKind::date, "date below its title"};
    }
    if (!line.shape.is_date) {
        return std::nullopt;
    }
    if (state.layout == Layout::date_first || (state.layout == Layout::unknown && !state.open &&
                                               dates_come_first(view, &line, 0, state.sections_before > 0))) {
        return Reading{LineKind::date, "date above its title", Layout::date_first};
    }
    if (!state.open) {
        return Reading{LineKind::stray, "date without a title"};
    }
    const bool again = state.after == LineKind::date || state.after == LineKind::title_with_date;
    if (again && line.shape.date->day == state.day) {
        return Reading{LineKind::furniture, "date again"};
    }
    return Reading{LineKind::body, "date within a body"};
}

Judgement title_above_date(const LineView& view, const ListingState& state) {
    if (state.layout == Layout::date_first || !is_date_or_cut(view.next()) || !fits_title(view.line()) ||
        is_section_above_date(view, state)) {
        return std::nullopt;
    }
    return Reading{LineKind::title, "date on the next line", Layout::title_first};
}

Judgement title_with_date(const LineView& view, const ListingState& state) {
    const LineShape& shape = view.line().shape;
    const bool sentence = shape.waits_for_date && state.open;
    if (shape.ends_with_date && !sentence && !holds_source(view.line().text())) {
        return Reading{LineKind::title_with_date, "date ends the line", Layout::title_first};
    }
    const bool fits = (state.layout == Layout::unknown && !state.open) || state.layout == Layout::date_before_title;
    if (shape.begins_with_date && fits) {
        return Reading{LineKind::title_with_date, "date begins the line", Layout::date_before_title};
    }
    if (view.line().unfinished && fits_title(view.line()) && ends_within_date(view.line().text())) {
        return Reading{LineKind::title_with_date, "file ends within a date"};
    }
    return std::nullopt;
}

Judgement damaged(const LineView& view, const ListingState& state) {
    if (view.line().damage.empty()) {
        return std::nullopt;
    }
    return Reading{state.open ? LineKind::body : LineKind::stray, "damaged line"};
}

bool is_section_shape(const ListingLine* line) {
    return line != nullptr && (!line->shape.section.empty() || line->shape.furniture == "category with its count");
}

Judgement section(const LineView& view, const ListingState& state) {
    const ListingLine& line = view.line();
    const std::string_view text = line.text();
    const bool item_follows = begins_item(view, 0, state);
    if (line.shape.has_more) {
        return Reading{LineKind::section, "name with More"};
    }
    if (view.next() != nullptr && view.next()->text() == "More" && looks_like_heading(text)) {
        return Reading{LineKind::section, "name above More"};
    }
    if (!line.shape.section.empty()) {
        const bool menu = is_section_shape(view.next()) || state.sections_before > 1;
        if (menu) {
            return Reading{LineKind::furniture, "menu of sections"};
        }
        if (item_follows || is_section_above_date(view, state)) {
            return Reading{LineKind::section, "known name above an item"};
        }
    }
    if (item_follows && line.blanks_before > 0 && looks_like_heading(text) && !is_credit(text) && !holds_source(text)) {
        return Reading{LineKind::section, "heading between blank line and item"};
    }
    return std::nullopt;
}

Judgement outside_items(const LineView& view, const ListingState& state) {
    if (state.open) {
        return std::nullopt;
    }
    const std::string_view text = view.line().text();
    if (looks_like_heading(text) && state.after != LineKind::stray && !holds_source(text)) {
        return Reading{LineKind::furniture, "name of a page"};
    }
    return Reading{LineKind::stray, "text without a title"};
}

/// A source ends an item. What looks like a title behind it, with text below, is an item that lacks its date.
Judgement undated_title(const LineView& view, const ListingState& state) {
    const std::string_view text = view.line().text();
    const ListingLine* below = view.content(0);
    std::size_t at = 0;
    const char32_t first = next_code_point(text, at);
    const bool titlelike = is_titlelike(&view.line()) && (is_upper(first) || is_quotation(first)) && !is_credit(text);
    if (!state.has_source || state.text_since_source || !titlelike || below == nullptr || begins_item(view, 0, state)) {
        return std::nullopt;
    }
    const bool body_below =
        (ends_like_sentence(below->text()) && below->text().size() > text.size()) || holds_source(below->text());
    if (!body_below || !below->shape.section.empty()) {
        return std::nullopt;
    }
    return Reading{LineKind::title, "title without a date behind a source"};
}

Reading body(const LineView& view, const ListingState& state) {
    const std::string_view text = view.line().text();
    if (state.source_waits && is_address(text)) {
        return {LineKind::source, address_below_label_rule};
    }
    const BodyAndSource split = split_source(text);
    if (split.body.empty()) {
        return {LineKind::source, split.url.empty() ? "source that is cut off" : "source"};
    }
    if (split.body.size() == text.size()) {
        return {LineKind::body, "text of an item"};
    }
    return {LineKind::body, split.url.empty() ? "text, source that is cut off" : "text and source"};
}

} // namespace

const ListingLine* LineView::content(std::size_t n) const {
    for (std::size_t i = 1; i < m_lines.size(); ++i) {
        if (m_lines[i].shape.furniture.empty() && n-- == 0) {
            return &m_lines[i];
        }
    }
    return nullptr;
}

std::size_t lines_wanted(const ListingLine& line, const ListingState& state) {
    const bool date_first = line.shape.is_date && !state.open && state.layout == Layout::unknown;
    return date_first || !line.shape.section.empty() ? lines_for_layout + 2 : 2;
}

Reading read_line(const LineView& view, const ListingState& state) {
    using Rule = Judgement (*)(const LineView&, const ListingState&);
    constexpr Rule rules[] = {furniture, title_below_date, date_line,     title_above_date, title_with_date,
                              damaged,   section,          outside_items, undated_title};
    for (const Rule rule : rules) {
        if (const Judgement judgement = rule(view, state)) {
            return *judgement;
        }
    }
    return body(view, state);
}

} // namespace qosar
