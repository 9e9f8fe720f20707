// How a single line of a listing looks, whatever stands around it.
#pragma once

#include <cstddef>
#include <string_view>

namespace qosar {

/// `dd.mm.yyyy`, a time and a count of views may follow.
bool is_date_line(std::string_view line);

/// The title in `TITLE dd.mm.yyyy`, split at the last date, or empty if the line does not end with one.
std::string_view title_before_date(std::string_view line, std::size_t max_title_characters);

/// Something the site puts on its pages that is no text: `More`, `.png)`.
bool is_furniture(std::string_view line);

/// One of the section names that such sites use.
bool is_known_section(std::string_view line);

/// Short, begins with a capital, does not end like a sentence.
bool looks_like_heading(std::string_view line);

} // namespace qosar
