// What a line of a listing is, by its shape, what stands around it, and what was read so far.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

#include "listing_lines.hpp"
#include "qosar/listing/listing.hpp"

namespace qosar {

/// How the items of a page stand there, as far as it is known.
enum class Layout { unknown, title_first, date_first, date_before_title };

/// What was read before the line.
struct ListingState {
    Layout layout = Layout::unknown;
    bool open = false;                ///< an item is being read
    bool date_waits = false;          ///< a date was read that stands above its title
    bool has_source = false;          ///< the open item has one
    bool text_since_source = false;   ///< and text behind it
    bool source_waits = false;        ///< the line before ended with `Source :`
    LineKind after = LineKind::blank; ///< of the last line that was not blank
    std::size_t sections_before = 0;  ///< names of sections right before, line after line
    std::string day;                  ///< of the open item
};

inline constexpr std::string_view address_below_label_rule = "address below Source";

struct Reading {
    LineKind kind = LineKind::stray;
    std::string_view rule;           ///< its name
    Layout layout = Layout::unknown; ///< what the rule makes of the page's layout, if it does
};

/// The line in question and the lines behind it, as far as they were read ahead.
class LineView {
public:
    explicit LineView(const std::deque<ListingLine>& lines) : m_lines(lines) {}

    [[nodiscard]] const ListingLine& line() const { return m_lines.front(); }
    [[nodiscard]] const ListingLine* next() const { return m_lines.size() > 1 ? &m_lines[1] : nullptr; }
    /// The n-th line behind it that is no furniture; null if it was not read ahead.
    [[nodiscard]] const ListingLine* content(std::size_t n) const;

private:
    const std::deque<ListingLine>& m_lines;
};

/// How many lines that are no furniture `read_line` wants to see ahead, if there are so many.
std::size_t lines_wanted(const ListingLine& line, const ListingState& state);

Reading read_line(const LineView& view, const ListingState& state);

} // namespace qosar
