#include "listing_lines.hpp"

#include <cstring>
#include <utility>

#include "line_cuts.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

/// What stands in a line that needs a second look, found eight bytes at a time.
struct ByteKinds {
    bool controls = false; ///< below U+0020, tabs too
    bool beyond_ascii = false;
};

ByteKinds kinds_of(std::string_view text) {
    constexpr std::uint64_t high = 0x8080808080808080U;
    std::uint64_t beyond = 0;
    std::uint64_t controls = 0;
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, 8);
        beyond |= word;
        controls |=
            (word - 0x2020202020202020U) & ~word; // its high bits tell bytes below 0x20; a borrow tells too much
    }
    for (; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        beyond |= byte;
        controls |= byte < 0x20 ? high : 0;
    }
    return {(controls & high) != 0, (beyond & high) != 0};
}

std::string_view damage_of(const Line& line, ByteKinds kinds) {
    if (line.cut) {
        return "line_too_long";
    }
    if (kinds.beyond_ascii && !is_utf8(line.text)) {
        return "not_utf8";
    }
    return kinds.controls && line.text.find('\0') != std::string::npos ? "nul_bytes" : "";
}

/// A byte order mark and the high byte of a letter.
bool begins_as_utf16(std::string_view text) {
    const bool little = text.size() >= 4 && text.starts_with("\xFF\xFE") && static_cast<unsigned char>(text[3]) < 0x20;
    const bool big = text.size() >= 4 && text.starts_with("\xFE\xFF") && static_cast<unsigned char>(text[2]) < 0x20;
    return little || big;
}

} // namespace

ListingLines::ListingLines(std::unique_ptr<ByteReader> bytes, const ListingOptions& options)
    : m_source(std::move(bytes), options.max_line_bytes), m_max_title_characters(options.max_title_characters) {}

bool ListingLines::next(ListingLine& line) {
    m_blanks = 0;
    for (;;) {
        while (m_place < m_text.size() || m_damaged) {
            if (take_part(line)) {
                line.blanks_before = m_blanks;
                return true;
            }
        }
        m_blanks += m_is_blank ? 1 : 0;
        m_is_blank = false;
        if (!read_file_line()) {
            return false;
        }
    }
}

std::string ListingLines::sha256() { return m_source.sha256(); }

bool ListingLines::read_file_line() {
    Line& read = m_read;
    if (!m_source.next(read)) {
        return false;
    }
    ++m_number;
    m_utf16 = m_utf16 || (m_number == 1 && begins_as_utf16(read.text));
    const ByteKinds kinds = kinds_of(read.text);
    m_damage = m_utf16 ? "not_utf8" : damage_of(read, kinds);
    m_damaged = !m_damage.empty();
    m_bytes = read.bytes;
    m_unfinished = !read.cut && read.bytes.size() == read.text.size();
    m_place = 0;
    m_is_blank = true;
    m_ends.clear();
    m_text.swap(read.text);
    if (m_damaged) {
        const std::string_view beginning = std::string_view(m_text).substr(0, 4 * m_max_title_characters + 64);
        m_text = repair_utf8(shortened(repair_utf8(beginning), m_max_title_characters));
    } else if (kinds.controls || kinds.beyond_ascii) {
        m_ends = unicode_line_ends(m_text);
    }
    m_next_end = 0;
    return true;
}

bool ListingLines::take_part(ListingLine& line) {
    const bool last = m_damaged || m_next_end == m_ends.size();
    const std::size_t begin = m_place;
    std::size_t end = last ? m_text.size() : m_ends[m_next_end];
    const std::string_view seen = visible(std::string_view(m_text).substr(begin, end - begin));
    const std::size_t second = m_damaged ? 0 : second_item(seen, m_max_title_characters);
    if (second > 0) {
        end = static_cast<std::size_t>(seen.data() - m_text.data()) + second;
    } else if (!last) {
        ++m_next_end;
    }
    const bool ends_line = last && second == 0;
    m_place = ends_line ? m_text.size() : end;
    if (seen.empty() && !m_damaged) {
        return false;
    }
    line.bytes = {m_bytes.begin + begin, ends_line ? m_bytes.end : m_bytes.begin + end};
    line.number = m_number;
    line.damage = m_damage;
    line.utf16 = m_utf16;
    line.unfinished = ends_line && m_unfinished;
    if (begin == 0 && ends_line) {
        line.storage.swap(m_text);
        m_text.clear();
        m_place = 0;
    } else {
        line.storage.assign(m_text, begin, end - begin);
    }
    m_damaged = false;
    m_is_blank = false;
    const std::string_view text = visible(line.storage);
    line.seen.begin = text.empty() ? 0 : static_cast<std::size_t>(text.data() - line.storage.data());
    line.seen.end = line.seen.begin + text.size();
    line.shape = shape_of(line.text(), m_max_title_characters);
    if (text.ends_with('*') && !line.shape.date) { // *Canal cleaned 03.02.2026*
        const std::string_view inside = without_markup(text);
        const LineShape shape = shape_of(inside, m_max_title_characters);
        if (shape.ends_with_date) {
            line.seen.begin = static_cast<std::size_t>(inside.data() - line.storage.data());
            line.seen.end = line.seen.begin + inside.size();
            line.shape = shape;
        }
    }
    return true;
}

} // namespace qosar
