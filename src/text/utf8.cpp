#include "qosar/text/utf8.hpp"

#include <cstdint>

#include <unicode/utf8.h>

namespace qosar {

namespace {

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::size_t count_starts(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) {
        count += starts_code_point(byte) ? 1 : 0;
    }
    return count;
}

/// The next code point or a negative number for an ill-formed sequence.
UChar32 next_checked(std::string_view bytes, std::size_t& position) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    UChar32 code_point = 0;
    U8_NEXT(data, position, bytes.size(), code_point);
    return code_point;
}

} // namespace

bool is_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x80) {
            ++i;
        } else if (lead >= 0xC2 && lead < 0xE0 && i + 1 < bytes.size() && !starts_code_point(bytes[i + 1])) {
            i += 2;
        } else if (next_checked(bytes, i) < 0) {
            return false;
        }
    }
    return true;
}

std::string repair_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        const UChar32 code_point = next_checked(bytes, i);
        append_code_point(out, code_point < 0 ? U'\uFFFD' : static_cast<char32_t>(code_point));
    }
    return out;
}

char32_t next_long_code_point(std::string_view text, std::size_t& position) {
    const UChar32 code_point = next_checked(text, position);
    return code_point < 0 ? U'\uFFFD' : static_cast<char32_t>(code_point);
}

std::size_t last_code_point(std::string_view text) {
    std::size_t place = text.empty() ? 0 : text.size() - 1;
    while (place > 0 && !starts_code_point(text[place])) {
        --place;
    }
    return place;
}

void append_code_point(std::string& text, char32_t code_point) {
    std::uint8_t buffer[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(buffer, length, static_cast<std::uint32_t>(code_point));
    text.append(reinterpret_cast<const char*>(buffer), length);
}

std::size_t whole_characters(std::string_view bytes) {
    for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (byte < 0x80) {
            break;
        }
        if (byte >= 0xC0) {
            const std::size_t length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
            return length > back ? bytes.size() - back : bytes.size();
        }
    }
    return bytes.size();
}

std::size_t count_code_points(std::string_view text) { return count_starts(text); }

std::string shortened(std::string_view text, std::size_t count) {
    std::size_t position = 0;
    for (std::size_t i = 0; i < count && position < text.size(); ++i) {
        next_code_point(text, position);
    }
    std::string out(text.substr(0, position));
    return position < text.size() ? out + "…" : out;
}

CodePoints::CodePoints(std::string_view text) : m_text(text) {
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= text.size(); begin += stride) {
        m_before.push_back(count);
        count += count_starts(text.substr(begin, stride));
    }
}

std::size_t CodePoints::at(std::size_t byte) const {
    const std::size_t block = byte / stride;
    return m_before[block] + count_starts(m_text.substr(block * stride, byte % stride));
}

} // namespace qosar
