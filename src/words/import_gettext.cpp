#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "import_readers.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/charset.hpp"

namespace qosar {

namespace {

/// A message of a catalogue. Plural forms come as further pairs.
struct Message {
    std::string id;
    std::string id_plural;
    std::array<std::string, 2> translations; ///< of one, of many
    bool is_fuzzy = false;
};

void take_message(Message& message, const TakePair& take) {
    if (message.id.empty() || message.is_fuzzy) {
        return; // the header, or a guess of the tools
    }
    if (!message.id_plural.empty() && !message.translations[1].empty()) {
        take({message.id_plural, message.translations[1]});
    }
    take({std::move(message.id), std::move(message.translations[0])});
}

class PoReader {
public:
    PoReader(const std::filesystem::path& path, const ImportOptions& options, const TakePair& take)
        : m_name(path.string()), m_take(take) {
        const std::string bytes = read_file(path, options.max_bytes);
        m_text = decode(bytes, gettext_charset(bytes.substr(0, bytes.find("\n\n")))).text;
    }

    void read() {
        std::string_view rest = m_text;
        while (!rest.empty()) {
            const std::size_t end = rest.find('\n');
            read_line(trimmed(rest.substr(0, end)));
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
        finish();
        if (!m_any) {
            fail("there is no msgid in it");
        }
    }

private:
    [[noreturn]] void fail(const std::string& reason) const {
        throw Error(m_name + ":" + std::to_string(m_line) + ": " + reason);
    }

    void finish() {
        if (m_has_id) {
            take_message(m_message, m_take);
        }
        m_message = {};
        m_has_id = false;
        m_into = nullptr;
    }

    void read_line(std::string_view line) {
        ++m_line;
        if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos) {
            finish();
            m_message.is_fuzzy = true;
        } else if (line.starts_with('#')) {
            if (m_has_id) {
                finish();
            }
        } else if (line.starts_with('"')) {
            if (m_into == nullptr) {
                fail("a text without msgid or msgstr before it");
            }
            *m_into += unquoted(line);
        } else if (!line.empty()) {
            read_keyword(line);
        }
    }

    void read_keyword(std::string_view line) {
        const std::size_t quote = line.find('"');
        if (quote == std::string_view::npos) {
            fail("this is no line of a catalogue");
        }
        const std::string_view keyword = trimmed(line.substr(0, quote));
        const bool starts = keyword == "msgctxt" || (keyword == "msgid" && m_has_id);
        if (starts && m_has_id) {
            finish();
        }
        if (keyword == "msgctxt") {
            m_into = &m_unused;
        } else if (keyword == "msgid") {
            m_has_id = m_any = true;
            m_into = &m_message.id;
        } else if (keyword == "msgid_plural") {
            m_into = &m_message.id_plural;
        } else if (keyword == "msgstr" || keyword == "msgstr[0]") {
            m_into = m_message.translations.data();
        } else if (keyword.starts_with("msgstr[")) {
            m_into = &m_message.translations[1];
        } else {
            fail("there is no keyword '" + std::string(keyword) + "' in catalogues");
        }
        m_into->clear();
        *m_into = unquoted(line.substr(quote));
    }

    std::string unquoted(std::string_view text) const {
        if (text.size() < 2 || !text.ends_with('"')) {
            fail("a text lacks its closing quote");
        }
        text = text.substr(1, text.size() - 2);
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] != '\\' || i + 1 == text.size()) {
                out += text[i];
                continue;
            }
            const char c = text[++i];
            out += c == 'n' || c == 't' || c == 'r' ? ' ' : c;
        }
        return out;
    }

    std::string m_name;
    const TakePair& m_take;
    std::string m_text;
    std::size_t m_line = 0;
    Message m_message;
    std::string m_unused;
    std::string* m_into = nullptr;
    bool m_has_id = false;
    bool m_any = false;
};

/// Reads the tables of a compiled catalogue within its bounds.
class MoReader {
public:
    MoReader(const std::filesystem::path& path, const ImportOptions& options)
        : m_name(path.string()), m_bytes(read_file(path, options.max_bytes)) {
        constexpr std::uint32_t magic = 0x950412de;
        constexpr std::uint32_t magic_turned = 0xde120495;
        const std::uint32_t found = number(0);
        if (found != magic && found != magic_turned) {
            fail("it does not begin like a compiled catalogue");
        }
        m_turned = found == magic_turned;
        if (number(4) >> 16U > 1) {
            fail("its version is unknown");
        }
    }

    void read(const TakePair& take) const {
        const std::uint32_t count = number(8);
        const std::uint32_t ids = number(12);
        const std::uint32_t translations = number(16);
        std::string charset;
        for (std::uint64_t i = 0; i < count; ++i) {
            std::string id(text(ids + 8 * i));
            const std::string translation(text(translations + 8 * i));
            if (id.empty()) {
                charset = gettext_charset(translation);
                continue;
            }
            id.erase(0, id.find('\x04') + 1); // what stands before is the context; nothing does without one
            Message message;
            const std::size_t end = std::min(id.find('\0'), id.size());
            message.id = decode(id.substr(0, end), charset).text;
            message.id_plural = end < id.size() ? decode(id.substr(end + 1), charset).text : "";
            const std::size_t one = std::min(translation.find('\0'), translation.size());
            message.translations[0] = decode(translation.substr(0, one), charset).text;
            if (one < translation.size()) {
                const std::string many = translation.substr(one + 1);
                message.translations[1] = decode(many.substr(0, many.find('\0')), charset).text;
            }
            take_message(message, take);
        }
    }

private:
    [[noreturn]] void fail(const std::string& reason) const {
        throw Error(m_name + " is no usable compiled catalogue: " + reason);
    }

    [[nodiscard]] std::uint32_t number(std::uint64_t at) const {
        if (at + 4 > m_bytes.size()) {
            fail("it is cut short");
        }
        std::uint32_t value = 0;
        for (unsigned i = 0; i < 4; ++i) {
            const unsigned shift = 8 * (m_turned ? 3 - i : i);
            value |= static_cast<std::uint32_t>(static_cast<unsigned char>(m_bytes[at + i])) << shift;
        }
        return value;
    }

    [[nodiscard]] std::string_view text(std::uint64_t descriptor) const {
        const std::uint64_t size = number(descriptor);
        const std::uint64_t begin = number(descriptor + 4);
        if (begin + size > m_bytes.size()) {
            fail("a text lies outside of it");
        }
        return std::string_view(m_bytes).substr(begin, size);
    }

    std::string m_name;
    std::string m_bytes;
    bool m_turned = false;
};

} // namespace

std::string gettext_charset(std::string_view header) {
    const std::string_view key = "charset=";
    const std::size_t at = header.find(key);
    if (at == std::string_view::npos) {
        return "";
    }
    header.remove_prefix(at + key.size());
    const auto ends = [](char c) { return c == '\n' || c == '\\' || c == '"' || c == ' ' || c == ';' || c == '\r'; };
    const auto end = std::find_if(header.begin(), header.end(), ends);
    return {header.begin(), end};
}

void read_po(const std::filesystem::path& path, const ImportOptions& options, const TakePair& take) {
    PoReader(path, options, take).read();
}

// https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
void read_mo(const std::filesystem::path& path, const ImportOptions& options, const TakePair& take) {
    MoReader(path, options).read(take);
}

} // namespace qosar
