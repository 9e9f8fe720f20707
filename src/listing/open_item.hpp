// The item that is being read: an article in the making.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "listing_lines.hpp"
#include "qosar/model/article.hpp"

namespace qosar {

/// REQUIRES: lines are added in their order.
struct OpenItem {
    Article article;
    std::string problem; ///< name of the reject it has become; empty while it is an article
    std::string message;
    bool has_title = false;
    bool text_since_source = false;
    std::size_t last_line = 0; ///< where the body's last line begins
    bool source_cut = false;   ///< its source is cut off before the address; only after `close_body`
};

void set_title(OpenItem& item, const ListingLine& line, std::string_view title);

/// The day of a date, or the date as it is written where it names none.
void set_date(OpenItem& item, const ListingLine& line);

/// Adds a line to the body and the sources that it ends with to those of the item.
void add_to_body(OpenItem& item, const ListingLine& line, std::size_t max_body_bytes);

/// Adds an address to the sources whose label ends the body.
void add_address(OpenItem& item, const ListingLine& line);

/// Takes a source that is cut off from the body's end.
void close_body(OpenItem& item);

void note_damage(OpenItem& item, const ListingLine& line, std::size_t max_line_bytes);

/// A sentence for people on what is wrong with a line.
std::string damage_message(const ListingLine& line, std::size_t max_line_bytes);

} // namespace qosar
