// The articles of a file, whatever it is written as: listing text, a saved page, JSON lines or a WARC file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "qosar/base/input_files.hpp"
#include "qosar/listing/input_kind.hpp"
#include "qosar/listing/listing.hpp"
#include "qosar/web/html.hpp"

namespace qosar {

/// A part of a page, a line of JSON or a record of a WARC file with its reading, for `qosar listing --explain`.
struct ExplainedPart {
    Range bytes; ///< of the unpacked file; of the page within a WARC record
    std::string_view what;
    std::string_view text;
};

struct ReaderOptions {
    std::optional<InputKind> kind;           ///< told by the content where there is none
    ListingOptions text;                     ///< also the longest line of JSON, and the longest file
    HtmlOptions html;                        ///< of a page, and of HTML in a JSON field
    std::size_t max_page_bytes = 16U << 20U; ///< of a saved page, and of one in a WARC record
    std::size_t max_json_depth = 64;
    std::function<void(const ExplainedPart&)> explain; ///< of all kinds but text; may be empty
};

/// Reads a file item by item. Of a page or a WARC record it holds one at a time, else no more than one item.
///
/// `Origin::bytes` are of the unpacked file: in text the item's lines, in HTML its element, or its elements where they
/// have none for themselves, in JSON its line, in a WARC file the record that holds it, from `WARC/` to the blank
/// lines behind it. Items count from 0 within the file.
class ArticleReader {
public:
    /// Throws Error when a file that the user named cannot be opened. One that was found in a folder is a reject.
    explicit ArticleReader(const InputPath& input, ReaderOptions options = {});
    ~ArticleReader();
    ArticleReader(const ArticleReader&) = delete;
    ArticleReader& operator=(const ArticleReader&) = delete;

    /// False at the end. Throws DamagedError for broken compression in a file that the user named, unless it is WARC.
    bool next(ListingItem& item);
    /// Of the file's bytes; only after the end. Empty where they could not be read.
    [[nodiscard]] std::string sha256();
    [[nodiscard]] std::optional<InputKind> kind() const;
    /// Of what was read so far; lines only in text.
    [[nodiscard]] ListingCounts counts() const;
    /// How often what was passed over, since it is not there to hold articles: `request record` …
    [[nodiscard]] const std::map<std::string, std::size_t>& passed_over() const;

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace qosar
