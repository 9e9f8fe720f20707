#include <map>
#include <utility>

#include "import_readers.hpp"
#include "qosar/base/error.hpp"
#include "qosar/words/tmx.hpp"
#include "xml_reader.hpp"

namespace qosar {

namespace {

/// Apertium's name for a part of speech in ours; empty where there is none.
std::string part_of_speech_of(const std::string& tag) {
    static const std::map<std::string, std::string> parts{
        {"n", "n"},         {"np", "name"},     {"v", "v"},       {"vblex", "v"},   {"vbser", "v"},
        {"vbmod", "v"},     {"vaux", "v"},      {"vbhaver", "v"}, {"adj", "adj"},   {"adv", "adv"},
        {"preadv", "adv"},  {"prn", "pron"},    {"pr", "prep"},   {"post", "prep"}, {"cnjcoo", "conj"},
        {"cnjsub", "conj"}, {"cnjadv", "conj"}, {"num", "num"},   {"part", "part"}};
    const auto found = parts.find(tag);
    return found == parts.end() ? "" : found->second;
}

} // namespace

void read_tmx(const std::filesystem::path& path, const ImportOptions& options, const TakePair& take) {
    TmxReader reader(path, options.first_language, options.second_language, options.max_bytes);
    for (TextPair pair; reader.next(pair);) {
        take({std::move(pair.first), std::move(pair.second)});
    }
}

// https://wiki.apertium.org/wiki/Bilingual_dictionary: within a `section` each `e` holds `p` with `l` and `r`, or `i`
// for both. `<b/>` is a blank, `<s n="…"/>` a symbol, the first of which is the part of speech.
void read_dix(const std::filesystem::path& path, const ImportOptions& options, const TakePair& take) {
    XmlReader reader(path, options.max_bytes);
    RawPair pair;
    std::string* side = nullptr;
    bool in_section = false;
    bool is_dix = false;
    bool regular_expression = false;
    while (reader.next()) {
        const std::string name = reader.name();
        if (reader.piece() == XmlReader::Piece::begin) {
            is_dix = is_dix || name == "dictionary";
            in_section = in_section || name == "section";
            if (name == "e") {
                pair = {};
                regular_expression = false;
            } else if (name == "l" || name == "i") {
                side = &pair.first;
            } else if (name == "r") {
                side = &pair.second;
            } else if (name == "b" && side != nullptr) {
                *side += ' ';
            } else if (name == "s" && pair.part_of_speech.empty()) {
                pair.part_of_speech = part_of_speech_of(reader.attribute("n").value_or(""));
            }
            regular_expression = regular_expression || name == "re";
        } else if (reader.piece() == XmlReader::Piece::end) {
            if (name == "i") {
                pair.second = pair.first;
            } else if (name == "e" && in_section && !regular_expression) {
                take(std::move(pair));
                pair = {};
            }
            in_section = in_section && name != "section";
            side = name == "l" || name == "r" || name == "i" ? nullptr : side;
        } else if (reader.piece() == XmlReader::Piece::text && side != nullptr) {
            *side += reader.text();
        }
    }
    if (!is_dix) {
        throw Error(path.string() + " is XML, but no Apertium dictionary");
    }
}

} // namespace qosar
