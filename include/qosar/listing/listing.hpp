// From a listing of news items to articles.
//
// Two layouts are read, mixed as they may be: title, date and body on lines of their own, or `TITLE dd.mm.yyyy` on
// one line and the body on the next. A line with a section's name, with or without `More` below it, holds for the
// items that follow. A body ends with `Source : URL`, glued to its last word or not, or is nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "qosar/base/byte_reader.hpp"
#include "qosar/model/article.hpp"

namespace qosar {

/// What the parser took a line for.
enum class LineKind { blank, section, furniture, title, date, title_with_date, body, source, stray };

std::string_view to_string(LineKind kind);

/// One line with its reading, for `qosar listing --explain`.
struct ExplainedLine {
    std::size_t number = 0; ///< from 1
    LineKind kind = LineKind::blank;
    std::string_view text;
};

struct ListingOptions {
    std::size_t max_line_bytes = 8U << 20U;
    std::uint64_t max_file_bytes = std::uint64_t{1} << 40U; ///< after decompression
    std::size_t max_title_characters = 400;                 ///< a longer line is body even where a date ends it
    std::size_t max_body_bytes = 32U << 20U;                ///< a longer item is rejected
    std::function<void(const ExplainedLine&)> explain;      ///< called for each line, in order; may be empty
};

/// An article, or a reject for what looks like one but could not be used.
using ListingItem = std::variant<Article, Reject>;

/// Reads a listing item by item, holding no more than one of them.
class ListingReader {
public:
    /// `name` is what records call the file. Throws Error when it cannot be read.
    ListingReader(const std::filesystem::path& path, std::string name, ListingOptions options = {});
    ListingReader(std::unique_ptr<ByteReader> bytes, std::string name, ListingOptions options = {});
    ~ListingReader();
    ListingReader(const ListingReader&) = delete;
    ListingReader& operator=(const ListingReader&) = delete;

    bool next(ListingItem& item);       ///< false at the end
    [[nodiscard]] std::string sha256(); ///< of the file's bytes; only after the end

private:
    class State;
    std::unique_ptr<State> m_state;
};

/// A body cut where its source line begins. `Source : htt` at the end is a source line cut off by somebody else.
struct BodyAndSource {
    std::string_view body; ///< without white space at its end
    std::string_view url;  ///< empty if there is none or it is cut off
};

BodyAndSource split_source(std::string_view body);

} // namespace qosar
