// A listing line by line, each with its shape and its damage. What Unicode calls a line end within a line of the file,
// a form feed for one, ends a line here too, and two items on one line are two lines with one number.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "line_shape.hpp"
#include "qosar/base/byte_reader.hpp"
#include "qosar/base/line_reader.hpp"
#include "qosar/listing/listing.hpp"
#include "qosar/model/range.hpp"

namespace qosar {

/// A line that is not blank.
struct ListingLine {
    std::string storage;           ///< valid UTF-8; of a damaged line only the beginning, repaired
    Range seen;                    ///< of the storage: without what is not seen at either end
    Range bytes;                   ///< of the file, the line's end included
    std::size_t number = 0;        ///< of the file's line, from 1
    std::size_t blanks_before = 0; ///< blank lines right before it
    std::string_view damage;       ///< reason for a reject, such as `not_utf8`; empty for a sound line
    bool utf16 = false;            ///< damaged as UTF-16 is in the eyes of a reader of UTF-8
    bool unfinished = false;       ///< the file ends within it
    LineShape shape;

    [[nodiscard]] std::string_view text() const { return std::string_view(storage).substr(seen.begin, seen.size()); }
    [[nodiscard]] std::string_view part(Range range) const { return text().substr(range.begin, range.size()); }
};

class ListingLines {
public:
    ListingLines(std::unique_ptr<ByteReader> bytes, const ListingOptions& options);

    bool next(ListingLine& line);                                        ///< false at the end
    [[nodiscard]] std::size_t lines() const { return m_number; }         ///< of the file, as far as it was read
    [[nodiscard]] std::size_t blanks_at_end() const { return m_blanks; } ///< only after the end
    [[nodiscard]] std::string sha256();                                  ///< only after the end

private:
    bool read_file_line();
    bool take_part(ListingLine& line); ///< false for a blank one

    LineReader m_source;
    std::size_t m_max_title_characters;
    Line m_read;
    std::string m_text; ///< the file's line, handed out up to `m_place`
    std::size_t m_place = 0;
    std::vector<std::size_t> m_ends; ///< within it, but for its own
    std::size_t m_next_end = 0;
    Range m_bytes;
    std::string_view m_damage;
    bool m_damaged = false; ///< and not handed out yet
    bool m_unfinished = false;
    bool m_is_blank = false;
    bool m_utf16 = false;
    std::size_t m_number = 0;
    std::size_t m_blanks = 0;
};

} // namespace qosar
