#include "qosar/text/charset.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

struct Mark {
    std::string_view bytes;
    std::string_view charset;
};

constexpr std::array<Mark, 3> byte_order_marks{{
    {"\xEF\xBB\xBF", "UTF-8"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
}};

bool known(const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &status),
                                                                       &ucnv_close);
    return U_SUCCESS(status) && !charset.empty();
}

std::string detected(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
    constexpr std::size_t enough = 1U << 16U;
    ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(std::min(bytes.size(), enough)), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr) {
        return "windows-1252";
    }
    return ucsdet_getName(match, &status);
}

Decoded convert(std::string_view bytes, const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &status),
                                                                       &ucnv_close);
    const icu::UnicodeString unicode(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
    Decoded out;
    unicode.toUTF8String(out.text);
    out.charset = charset;
    out.damaged = unicode.indexOf(static_cast<char16_t>(0xFFFD)) >= 0;
    return out;
}

std::size_t mark_length(std::string_view bytes) {
    for (const Mark& mark : byte_order_marks) {
        if (bytes.substr(0, mark.bytes.size()) == mark.bytes) {
            return mark.bytes.size();
        }
    }
    return 0;
}

/// How many bytes a code unit adds to UTF-8; of a pair of surrogates the first one adds all four.
std::size_t utf8_bytes(char16_t unit) {
    const bool second = unit >= 0xDC00 && unit < 0xE000;
    const bool first = unit >= 0xD800 && unit < 0xDC00;
    return second ? 0 : first ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
}

} // namespace

std::vector<std::size_t> places_in_source(std::string_view bytes, const Decoded& decoded,
                                          const std::vector<std::size_t>& places) {
    const std::size_t mark = mark_length(bytes);
    std::vector<std::size_t> out;
    if (decoded.charset == "UTF-8" && !decoded.damaged && decoded.text.size() + mark == bytes.size()) {
        for (const std::size_t place : places) {
            out.push_back(std::min(place + mark, bytes.size()));
        }
        return out;
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(decoded.charset.c_str(), &status),
                                                                       &ucnv_close);
    const char* source = bytes.data() + mark;
    const char* const source_end = bytes.data() + bytes.size();
    std::array<char16_t, 4096> units{};
    std::array<std::int32_t, 4096> offsets{};
    std::size_t at = 0; // in the decoded text
    while (U_SUCCESS(status) && out.size() < places.size()) {
        const char* const begin = source;
        char16_t* target = units.data();
        ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, source_end, offsets.data(), 1,
                       &status);
        const auto count = static_cast<std::size_t>(target - units.data());
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t place = static_cast<std::size_t>(begin - bytes.data()) +
                                      static_cast<std::size_t>(std::max<std::int32_t>(offsets[i], 0));
            for (; out.size() < places.size() && places[out.size()] <= at; out.push_back(place)) {
            }
            at += utf8_bytes(units[i]);
        }
        if (status != U_BUFFER_OVERFLOW_ERROR) {
            break;
        }
        status = U_ZERO_ERROR;
    }
    out.resize(places.size(), bytes.size());
    return out;
}

Decoded decode(std::string_view bytes, std::string_view declared) {
    for (const Mark& mark : byte_order_marks) {
        if (bytes.substr(0, mark.bytes.size()) == mark.bytes) {
            return convert(bytes.substr(mark.bytes.size()), std::string(mark.charset));
        }
    }
    if (is_utf8(bytes)) {
        return {std::string(bytes), "UTF-8", false};
    }
    const std::string name(declared);
    return convert(bytes, known(name) ? name : detected(bytes));
}

std::string html_charset(std::string_view bytes) {
    std::string head(bytes.substr(0, 1024));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const std::size_t place = head.find("charset=");
    if (place == std::string::npos) {
        return "";
    }
    const std::size_t begin = head.find_first_not_of("\"' ", place + 8);
    const std::size_t end = head.find_first_of("\"' ;/>", begin);
    return begin == std::string::npos ? "" : head.substr(begin, end - begin);
}

} // namespace qosar
