// https://github.com/huzheng001/stardict-3/blob/master/dict/doc/StarDictFileFormat: NAME.ifo describes the dictionary,
// NAME.idx lists its words with offset and size of their articles, NAME.dict holds these. The last two may be packed
// with gzip (dictzip adds only an index to it).
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include <zlib.h>

#include "import_readers.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/charset.hpp"

namespace qosar {

namespace {

namespace fs = std::filesystem;

std::string unpacked(const fs::path& path, std::size_t limit) {
    const std::unique_ptr<gzFile_s, decltype(&gzclose)> file(gzopen(path.c_str(), "rb"), &gzclose);
    if (!file) {
        throw Error("cannot open " + path.string());
    }
    std::string bytes;
    std::vector<char> block(1U << 16U);
    for (;;) {
        const int read = gzread(file.get(), block.data(), static_cast<unsigned>(block.size()));
        if (read < 0) {
            throw Error(path.string() + " is damaged: it does not unpack");
        }
        if (read == 0) {
            break;
        }
        bytes.append(block.data(), static_cast<std::size_t>(read));
        if (bytes.size() > limit) {
            throw Error(path.string() + " holds more than " + std::to_string(limit) + " bytes, the limit");
        }
    }
    int problem = Z_OK;
    gzerror(file.get(), &problem);
    if (problem == Z_BUF_ERROR) {
        throw Error(path.string() + " is cut short");
    }
    return bytes;
}

/// The file beside the .ifo that has one of these endings.
std::string companion(const fs::path& ifo, std::initializer_list<const char*> endings, std::size_t limit) {
    for (const char* ending : endings) {
        fs::path path = ifo;
        path.replace_extension(ending);
        if (fs::exists(path)) {
            return unpacked(path, limit);
        }
    }
    fs::path path = ifo;
    throw Error(path.replace_extension(*endings.begin()).string() + " is missing beside " + ifo.string());
}

std::map<std::string, std::string> description(const fs::path& ifo, std::size_t limit) {
    const std::string text = read_file(ifo, limit);
    if (!text.starts_with("StarDict's dict ifo file")) {
        throw Error(ifo.string() + " does not begin like the .ifo of a StarDict dictionary");
    }
    std::map<std::string, std::string> values;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = std::string_view(text).substr(begin, end - begin);
        if (const std::size_t equals = line.find('='); equals != std::string_view::npos) {
            values.emplace(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
        }
        begin = end + 1;
    }
    return values;
}

std::uint64_t big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char c : bytes) {
        value = value << 8U | static_cast<unsigned char>(c);
    }
    return value;
}

/// The first readable field of an article: plain text, or marked-up text.
std::string readable_field(std::string_view article, std::string types) {
    const std::string readable = "mlgxh";
    const bool typed = !types.empty();
    for (std::size_t i = 0; !article.empty() && (!typed || i < types.size()); ++i) {
        const char type = typed ? types[i] : article.front();
        article.remove_prefix(typed ? 0 : 1);
        const bool last = typed && i + 1 == types.size();
        std::string_view field = article;
        std::size_t taken = article.size();
        if (!last && type >= 'A' && type <= 'Z') {
            const std::size_t size = article.size() < 4 ? 0 : big_endian(article.substr(0, 4));
            taken = std::min(article.size(), size + 4);
        } else if (!last) {
            field = article.substr(0, article.find('\0'));
            taken = std::min(article.size(), field.size() + 1);
        }
        if (readable.find(type) != std::string::npos) {
            return std::string(field);
        }
        article.remove_prefix(taken);
    }
    return "";
}

/// Without tags, and with a line end for each tag that ends a line or paragraph.
std::string without_markup(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = text[i] == '<' ? text.find('>', i) : std::string::npos;
        if (end == std::string::npos) {
            out += text[i++];
            continue;
        }
        const std::string tag = lower(text.substr(i + 1, end - i - 1));
        const bool breaks = tag.starts_with("br") || tag.starts_with("/p") || tag.starts_with("/div") ||
                            tag.starts_with("/li") || tag.starts_with("/def") || tag.starts_with("/k");
        out += breaks ? "\n" : "";
        i = end + 1;
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> entities{
        {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}}};
    for (const auto& [entity, character] : entities) {
        for (std::size_t at = out.find(entity); at != std::string::npos; at = out.find(entity, at + 1)) {
            out.replace(at, entity.size(), character);
        }
    }
    return out;
}

/// What may be a translation: the pieces between commas, semicolons and line ends, without numbers before them and
/// without what stands in brackets.
std::vector<std::string> pieces_of(const std::string& article) {
    std::vector<std::string> pieces(1);
    int brackets = 0;
    for (const char c : article) {
        brackets += c == '(' || c == '[' ? 1 : 0;
        if (brackets == 0 && (c == ',' || c == ';' || c == '\n')) {
            pieces.emplace_back();
        } else if (brackets == 0) {
            pieces.back() += c;
        }
        brackets -= (c == ')' || c == ']') && brackets > 0 ? 1 : 0;
    }
    for (std::string& piece : pieces) {
        const std::size_t begin = piece.find_first_not_of(" \t\r0123456789.)-*");
        piece.erase(0, begin == std::string::npos ? piece.size() : begin);
    }
    return pieces;
}

} // namespace

void read_stardict(const fs::path& path, const ImportOptions& options, const TakePair& take) {
    const auto values = description(path, options.max_bytes);
    const auto value = [&](const char* key) {
        const auto found = values.find(key);
        return found == values.end() ? std::string() : found->second;
    };
    const std::size_t offset_size = value("idxoffsetbits") == "64" ? 8 : 4;
    const std::string types = value("sametypesequence");
    const std::string index = companion(path, {".idx", ".idx.gz"}, options.max_bytes);
    const std::string articles = companion(path, {".dict", ".dict.dz"}, options.max_bytes);
    for (std::size_t at = 0; at < index.size();) {
        const std::size_t end = index.find('\0', at);
        if (end == std::string::npos || end + 1 + offset_size + 4 > index.size()) {
            throw Error(path.string() + ": its index is cut short");
        }
        const std::string word = index.substr(at, end - at);
        const std::uint64_t begin = big_endian(std::string_view(index).substr(end + 1, offset_size));
        const std::uint64_t size = big_endian(std::string_view(index).substr(end + 1 + offset_size, 4));
        if (begin > articles.size() || size > articles.size() - begin) {
            throw Error(path.string() + ": the article of '" + decode(word).text + "' lies outside of its file");
        }
        const std::string field = readable_field(std::string_view(articles).substr(begin, size), types);
        for (std::string& piece : pieces_of(without_markup(decode(field, "UTF-8").text))) {
            take({decode(word, "UTF-8").text, std::move(piece)});
        }
        at = end + 1 + offset_size + 4;
    }
}

} // namespace qosar
