// Reading the records of a corpus back, for checking them. Not for others: JSON stays out of public headers.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "qosar/base/line_reader.hpp"

namespace qosar {

using Json = nlohmann::ordered_json;

/// Copying and printing JSON recurses, so what is nested deeper than any record is left out, as if it were missing.
/// Discarded where the text is no JSON.
Json parse_record(std::string_view text);

/// The records of one file, with their places for messages.
class RecordReader {
public:
    RecordReader(const std::filesystem::path& corpus, std::string name);

    /// The next record, or nothing at the end. Throws Error where the line is no JSON object.
    std::optional<Json> next();

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] std::size_t count() const { return m_number; } ///< of the records read
    [[nodiscard]] std::string place() const { return m_name + ":" + std::to_string(m_number) + ": "; }

private:
    std::string m_name;
    LineReader m_lines;
    std::size_t m_number = 0;
};

/// A text that can be sliced by code points.
class SlicedText {
public:
    explicit SlicedText(std::string text);

    /// The same for a record's `[begin, end]`, which must not be empty.
    [[nodiscard]] std::optional<std::string> slice(const Json& range) const;
    /// Nothing where the range does not lie in the text; an empty range is one.
    [[nodiscard]] std::optional<std::string> slice(std::size_t begin, std::size_t end) const;

private:
    std::string m_text;
    std::vector<std::size_t> m_starts; ///< byte offset of each code point; the text's size at the end
};

} // namespace qosar
