// UTF-8: checking, repairing, and counting in code points. All other text functions expect valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/model/range.hpp"

namespace qosar {

bool is_utf8(std::string_view bytes);

/// A copy in which each ill-formed sequence is one U+FFFD.
std::string repair_utf8(std::string_view bytes);

/// The code point that starts at `position`, which is moved behind it. REQUIRES: position < text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& position);

/// Where the last code point begins; 0 if there is none.
std::size_t last_code_point(std::string_view text);

void append_code_point(std::string& text, char32_t code_point);

/// How many bytes are left when an unfinished character at the end is taken off.
std::size_t whole_characters(std::string_view bytes);

std::size_t count_code_points(std::string_view text);

/// The beginning of a text: at most `count` code points, with `…` behind them if something was left out.
std::string shortened(std::string_view text, std::size_t count);

/// Translates between byte offsets and code point offsets of one text, in constant time.
/// The text must outlive it.
class CodePoints {
public:
    explicit CodePoints(std::string_view text);

    [[nodiscard]] std::size_t at(std::size_t byte) const; ///< code points before this byte
    [[nodiscard]] Range of(Range bytes) const { return {at(bytes.begin), at(bytes.end)}; }

private:
    static constexpr std::size_t stride = 64;
    std::string_view m_text;
    std::vector<std::size_t> m_before; ///< code points before byte i * stride
};

char32_t next_long_code_point(std::string_view text, std::size_t& position); ///< next_code_point, for any length

inline char32_t next_code_point(std::string_view text, std::size_t& position) {
    const auto lead = static_cast<unsigned char>(text[position]);
    if (lead < 0x80) {
        ++position;
        return lead;
    }
    if (lead >= 0xC2 && lead < 0xE0 && position + 1 < text.size()) {
        const unsigned next = static_cast<unsigned char>(text[position + 1]) ^ 0x80U;
        if (next < 0x40) {
            position += 2;
            return (lead & 0x1FU) << 6U | next;
        }
    }
    return next_long_code_point(text, position);
}

} // namespace qosar
