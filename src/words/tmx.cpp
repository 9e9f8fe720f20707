#include "qosar/words/tmx.hpp"

#include <utility>

#include "qosar/base/error.hpp"
#include "qosar/text/characters.hpp"
#include "xml_reader.hpp"

namespace qosar {

namespace {

/// Whether `en-US` is of `en`.
bool is_language(const std::string& tag, const std::string& language) {
    const std::string small = lower(tag);
    return small == language || small.starts_with(language + "-") || small.starts_with(language + "_");
}

} // namespace

// https://www.gala-global.org/tmx-14b: a `tu` holds a `tuv` for each language with its text in `seg`. What stands in
// bpt, ept, ph, it and ut is markup of the document that was translated.
struct TmxReader::State {
    XmlReader reader;
    std::string name;
    std::string first_language;
    std::string second_language;
    TextPair pair;
    std::string* side = nullptr;
    bool in_segment = false;
    bool is_tmx = false;
    int markup = 0;

    static bool is_markup(const std::string& element) {
        return element == "bpt" || element == "ept" || element == "ph" || element == "it" || element == "ut";
    }

    void begin(const std::string& element) {
        is_tmx = is_tmx || element == "tmx";
        if (element == "tu") {
            pair = {};
        } else if (element == "tuv") {
            const std::string tag = reader.attribute("xml:lang").value_or(reader.attribute("lang").value_or(""));
            side = is_language(tag, first_language)    ? &pair.first
                   : is_language(tag, second_language) ? &pair.second
                                                       : nullptr;
        } else if (element == "seg" && side != nullptr) {
            side->clear();
            in_segment = true;
        }
        markup += is_markup(element) ? 1 : 0;
    }

    void end(const std::string& element) {
        in_segment = in_segment && element != "seg";
        markup -= is_markup(element) ? 1 : 0;
    }
};

TmxReader::TmxReader(const std::filesystem::path& path, std::string first_language, std::string second_language,
                     std::uint64_t max_bytes)
    : m_state(new State{
          XmlReader(path, max_bytes), path.string(), std::move(first_language), std::move(second_language), {}}) {}

TmxReader::~TmxReader() = default;

bool TmxReader::next(TextPair& pair) {
    State& state = *m_state;
    while (state.reader.next()) {
        switch (state.reader.piece()) {
        case XmlReader::Piece::begin: state.begin(state.reader.name()); break;
        case XmlReader::Piece::end: {
            const std::string element = state.reader.name();
            state.end(element);
            if (element == "tu") {
                pair = std::exchange(state.pair, {});
                return true;
            }
            break;
        }
        case XmlReader::Piece::text:
            if (state.in_segment && state.markup == 0 && state.side != nullptr) {
                *state.side += state.reader.text();
            }
            break;
        case XmlReader::Piece::other: break;
        }
    }
    if (!state.is_tmx) {
        throw Error(state.name + " is XML, but no TMX");
    }
    return false;
}

} // namespace qosar
