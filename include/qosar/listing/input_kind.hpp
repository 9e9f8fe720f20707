// What a file of articles is written as, told by its content.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace qosar {

/// text: a listing as a reader copies it. html: a saved page. jsonl: one article a line. warc: pages as crawlers keep
/// them.
enum class InputKind { text, html, jsonl, warc };

std::string_view to_string(InputKind kind);

/// The kind of that name; nothing for `auto`. Throws UsageError for any other word.
std::optional<InputKind> input_kind_named(const std::string& name);

/// A kind, or what the file seems to be instead, as half a sentence: `a PDF document`.
struct RecognisedInput {
    std::optional<InputKind> kind;
    std::string instead;
};

/// How many bytes tell.
inline constexpr std::size_t telling_bytes = 65536;

/// Tells by the first bytes of the unpacked file, `telling_bytes` or all there are: WARC's version line; a JSON object,
/// or a line `[` before one; a tag of HTML; else text, unless it is UTF-16 or binary.
RecognisedInput recognise_input(std::string_view head);

} // namespace qosar
