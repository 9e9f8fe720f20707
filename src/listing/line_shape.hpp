// How a single line of a listing looks, whatever stands around it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "line_date.hpp"
#include "qosar/model/range.hpp"

namespace qosar {

/// Places are bytes of the line.
struct LineShape {
    std::optional<LineDate> date;  ///< that the line consists of, ends with or begins with
    bool is_date = false;          ///< the line is nothing but `date`
    bool ends_with_date = false;   ///< and a title may stand before it, in `title`
    bool begins_with_date = false; ///< and a title may stand behind it, in `title`
    bool waits_for_date = false;   ///< `the work lasts until`: the date that ends the line may belong to a sentence
    bool fits_title = false;       ///< short enough for one
    Range title;
    std::string_view furniture; ///< the rule that knows it as something which the site puts on its pages; else empty
    Range section;              ///< the name before `More`, or the whole of a known section's name; else empty
    bool has_more = false;      ///< `News More`
};

/// The shape of a line without white space at its ends, whose titles have at most so many characters.
LineShape shape_of(std::string_view line, std::size_t max_title_characters);

/// The name of the site, with which another of its pages begins.
inline constexpr std::string_view site_name_rule = "site name";

/// Short, begins with a capital, does not end like a sentence.
bool looks_like_heading(std::string_view line);

/// Ends with a full stop or its like, a quotation mark or bracket behind it or not.
bool ends_like_sentence(std::string_view line);

/// `Photo: …`, `Press service of …`: who made an article, which is no title.
bool is_credit(std::string_view line);

/// Without `*` around it and `#` before it. `**World**` gives `World`.
std::string_view without_markup(std::string_view text);

/// Without white space, byte order marks, zero-width spaces, soft hyphens and direction marks at either end.
std::string_view visible(std::string_view text);

} // namespace qosar
