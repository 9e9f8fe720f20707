// XML piece by piece, over libxml2: the file lies in memory, no tree is made of it; no network, no entities of its own.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace qosar {

class XmlReader {
public:
    enum class Piece { begin, end, text, other };

    /// Throws Error when the file cannot be read or is larger than `max_bytes`.
    XmlReader(const std::filesystem::path& path, std::size_t max_bytes);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// Goes on to the next piece; false at the end. An empty element gives `begin` and `end`. Throws Error with file
    /// and line where the XML is broken.
    bool next();
    [[nodiscard]] Piece piece() const { return m_piece; }
    [[nodiscard]] std::string name() const; ///< of the element, without a namespace's prefix
    [[nodiscard]] std::string text() const; ///< of a `text` piece
    [[nodiscard]] std::optional<std::string> attribute(const char* name) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
    Piece m_piece = Piece::other;
    bool m_end_is_due = false;
};

} // namespace qosar
