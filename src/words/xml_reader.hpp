// XML piece by piece, over libxml2: plain, gzip or zstd, in constant memory; no network, no entities of its own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace qosar {

class XmlReader {
public:
    enum class Piece { begin, end, text, other };

    /// Throws Error when the file cannot be read.
    XmlReader(const std::filesystem::path& path, std::uint64_t max_bytes);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// Goes on to the next piece; false at the end. An empty element gives `begin` and `end`. Throws Error with file
    /// and line where the XML is broken, and when the file is larger than `max_bytes`.
    bool next();
    [[nodiscard]] Piece piece() const { return m_piece; }
    [[nodiscard]] std::string name() const; ///< of the element, without a namespace's prefix
    [[nodiscard]] std::string text() const; ///< of a `text` piece
    [[nodiscard]] std::optional<std::string> attribute(const char* name) const;

private:
    struct State;
    static int give_bytes(void* context, char* buffer, int size); ///< for libxml2

    std::unique_ptr<State> m_state;
    Piece m_piece = Piece::other;
    bool m_end_is_due = false;
};

} // namespace qosar
