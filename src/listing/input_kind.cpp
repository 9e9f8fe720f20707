#include "qosar/listing/input_kind.hpp"

#include <algorithm>
#include <array>

#include "qosar/base/error.hpp"
#include "qosar/text/charset.hpp"

namespace qosar {

namespace {

struct Signature {
    std::string_view bytes;
    const char* what;
};

constexpr std::array<Signature, 11> signatures{{
    {"%PDF-", "a PDF document"},
    {"PK\x03\x04", "a ZIP archive, or an office document in one"},
    {"\xD0\xCF\x11\xE0", "an old office document"},
    {"\x89PNG", "a PNG image"},
    {"\xFF\xD8\xFF", "a JPEG image"},
    {"GIF8", "a GIF image"},
    {"Rar!", "a RAR archive"},
    {"7z\xBC\xAF", "a 7-Zip archive"},
    {"BZh", "bzip2-compressed; gzip and zstd are read"},
    {"\xFD"
     "7zXZ",
     "xz-compressed; gzip and zstd are read"},
    {"SQLite format 3", "an SQLite database"},
}};

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::string_view without_blanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text;
}

bool is_utf16(std::string_view head) { return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"); }

bool is_json_object(std::string_view text) {
    if (!text.starts_with('{')) {
        return false;
    }
    text = without_blanks(text.substr(1));
    return text.starts_with('"') || text.starts_with('}');
}

/// An array as Scrapy writes it, with `[` on a line of its own or right before the first object.
bool is_json_array(std::string_view text) {
    return text.starts_with('[') && (is_json_object(without_blanks(text.substr(1))));
}

/// A tag's name at the beginning, with something behind it that ends a name.
bool begins_with_tag(std::string_view text) {
    static constexpr std::array<std::string_view, 29> names{
        "html", "head",  "body",   "div",   "p",      "table", "article", "section", "main",  "ul",
        "ol",   "li",    "dl",     "h1",    "h2",     "h3",    "h4",      "span",    "a",     "meta",
        "link", "title", "script", "style", "header", "nav",   "tr",      "base",    "center"};
    if (!text.starts_with('<')) {
        return false;
    }
    const std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>", 1) - 1);
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_html(std::string_view text) {
    if (!text.starts_with('<')) {
        return false;
    }
    if (text.starts_with("<!doctype html") || begins_with_tag(text)) {
        return true;
    }
    const bool preamble = text.starts_with("<!--") || text.starts_with("<?xml") || text.starts_with("<!doctype");
    return preamble && text.find("<html") != std::string_view::npos;
}

bool is_binary(std::string_view head) {
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 &&
               std::string_view("\t\n\r\f\v\x1B").find(c) == std::string_view::npos;
    });
    return controls > 16 && static_cast<std::size_t>(controls) > head.size() / 16;
}

} // namespace

std::string_view to_string(InputKind kind) {
    switch (kind) {
    case InputKind::text: return "text";
    case InputKind::html: return "html";
    case InputKind::jsonl: return "jsonl";
    case InputKind::warc: return "warc";
    }
    return {};
}

std::optional<InputKind> input_kind_named(const std::string& name) {
    for (const InputKind kind : {InputKind::text, InputKind::html, InputKind::jsonl, InputKind::warc}) {
        if (name == to_string(kind)) {
            return kind;
        }
    }
    if (name != "auto") {
        throw UsageError("--input-format is text, html, jsonl, warc or auto, not " + name);
    }
    return std::nullopt;
}

RecognisedInput recognise_input(std::string_view head) {
    for (const Signature& signature : signatures) {
        if (head.starts_with(signature.bytes)) {
            return {std::nullopt, signature.what};
        }
    }
    std::string decoded;
    if (is_utf16(head)) {
        decoded = decode(head).text;
    }
    std::string_view start = decoded.empty() ? head : decoded;
    start.remove_prefix(start.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    const std::string text = lower_ascii(without_blanks(start));
    if (is_html(text)) {
        return {InputKind::html, {}};
    }
    if (!decoded.empty()) {
        return {std::nullopt, "UTF-16 text; listings are read as UTF-8, which `iconv -f UTF-16 -t UTF-8` makes of it"};
    }
    if (text.starts_with("warc/") && text.size() > 5 && text[5] >= '0' && text[5] <= '9') {
        return {InputKind::warc, {}};
    }
    if (is_json_object(text) || is_json_array(text)) {
        return {InputKind::jsonl, {}};
    }
    if (text.starts_with("<?xml") || text.starts_with("<rss") || text.starts_with("<feed")) {
        return {std::nullopt, "XML that is no page"};
    }
    if (is_binary(head)) {
        return {std::nullopt, "binary data"};
    }
    return {InputKind::text, {}};
}

} // namespace qosar
