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

} // namespace

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
