// From the text of a listing of news items to articles.
//
// An item is a title, a date and a body, in any of four layouts, mixed as they may be:
//
//     Title dd.mm.yyyy     Title          dd.mm.yyyy     dd.mm.yyyy Title
//     Body                 dd.mm.yyyy     Title          Body
//                          Body           Body
//
// The date may be written in other ways and have a time and a count of views behind it. A line with a section's name,
// with or without `More`, holds for the items that follow. A body ends with `Source : URL`, glued to its last word or
// not, or is nothing else. Each line is read by the first of some named rules that has a say (`explain`).
//
// Not tried: titles over two lines, and items without a date that do not follow a source line.
#pragma once

#include <array>
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

/// What the parser took a line for. `furniture` is what the site puts on its pages, `stray` belongs to no item.
enum class LineKind { blank, section, furniture, title, date, title_with_date, body, source, stray };

inline constexpr std::size_t line_kinds = 9;

std::string_view to_string(LineKind kind);

/// One line with its reading, for `qosar listing --explain`. Two items on one line are two of these.
struct ExplainedLine {
    std::size_t number = 0; ///< from 1
    LineKind kind = LineKind::blank;
    std::string_view rule; ///< the name of what decided
    std::string_view text; ///< valid UTF-8; of a damaged line only the beginning
    Range bytes;           ///< its end included; empty for blank lines
};

struct ListingOptions {
    std::size_t max_line_bytes = 8U << 20U;
    std::uint64_t max_file_bytes = std::uint64_t{1} << 40U; ///< after decompression
    std::size_t max_title_characters = 400;                 ///< a longer line is body even where a date ends it
    std::size_t max_body_bytes = 32U << 20U;                ///< a longer item is rejected
    std::function<void(const ExplainedLine&)> explain;      ///< called for each line, in order; may be empty
};

/// What a listing was made of. Every line is of one kind.
struct ListingCounts {
    std::array<std::size_t, line_kinds> lines{}; ///< by kind
    std::size_t articles = 0;
    std::size_t rejects = 0;
    std::size_t cut_sources = 0; ///< source lines cut off before their address

    [[nodiscard]] std::size_t of(LineKind kind) const { return lines[static_cast<std::size_t>(kind)]; }
    ListingCounts& operator+=(const ListingCounts& other);
    bool operator==(const ListingCounts&) const = default;
};

/// An article, or a reject for what looks like one but could not be used.
using ListingItem = std::variant<Article, Reject>;

/// Reads a listing item by item, holding no more than one of them and some lines ahead. The ranges of items are in
/// order and apart from each other; every line that is not blank is in one, or is furniture or a section's name.
class ListingReader {
public:
    /// `name` is what records call the file. Throws Error when it cannot be read.
    ListingReader(const std::filesystem::path& path, std::string name, ListingOptions options = {});
    ListingReader(std::unique_ptr<ByteReader> bytes, std::string name, ListingOptions options = {});
    ~ListingReader();
    ListingReader(const ListingReader&) = delete;
    ListingReader& operator=(const ListingReader&) = delete;

    /// Reads a text that is in memory already; places are bytes of it.
    static ListingReader from_text(std::string text, std::string name, ListingOptions options = {});

    bool next(ListingItem& item);                      ///< false at the end
    [[nodiscard]] std::string sha256();                ///< of the file's bytes; only after the end
    [[nodiscard]] const ListingCounts& counts() const; ///< of what was read so far

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
