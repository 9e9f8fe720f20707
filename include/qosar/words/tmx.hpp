// Translation memories in TMX 1.4, unit by unit.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "qosar/words/training_text.hpp"

namespace qosar {

/// Reads plain, gzip or zstd files in constant memory. Markup of the document that was translated is left out.
class TmxReader {
public:
    /// Languages are told by their first part: `en` reads `en-US`. Throws Error when the file cannot be read.
    TmxReader(const std::filesystem::path& path, std::string first_language, std::string second_language,
              std::uint64_t max_bytes);
    ~TmxReader();
    TmxReader(const TmxReader&) = delete;
    TmxReader& operator=(const TmxReader&) = delete;

    /// The next unit; a side is empty where the unit lacks its language. False at the end. Throws Error, which names
    /// the file and where it can the line, for broken XML and for what is no TMX.
    bool next(TextPair& pair);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace qosar
