#include "kazakh_grammar.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "qosar/base/error.hpp"
#include "qosar/language/pack.hpp"

namespace qosar {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t max_rows = 64;

/// Letters of an ending from the last to the first, and what is known of it.
using Spellings = std::multimap<std::vector<Letter>, Ending>;

/// One way to write a sign of the table: after these sounds, as this letter.
struct Variant {
    std::uint8_t after_sounds;
    char16_t letter;
};

constexpr std::uint8_t voiced_sounds = sound::any & ~sound::voiceless;

std::vector<Variant> assimilated(char16_t sign, bool back) {
    using namespace sound;
    constexpr std::uint8_t others = voiced_sounds;
    switch (sign) {
    case u'Л': return {{vowel | glide, u'л'}, {lateral | nasal | sibilant, u'д'}, {voiceless, u'т'}};
    case u'Н': return {{vowel | nasal, u'н'}, {glide | lateral | sibilant, u'д'}, {voiceless, u'т'}};
    case u'Д': return {{others, u'д'}, {voiceless, u'т'}};
    case u'Ғ': return {{others, back ? u'ғ' : u'г'}, {voiceless, back ? u'қ' : u'к'}};
    case u'М': return {{others & ~sibilant, u'м'}, {sibilant, u'б'}, {voiceless, u'п'}};
    case u'П': return {{others & ~(nasal | sibilant), u'м'}, {nasal | sibilant, u'б'}, {voiceless, u'п'}};
    case u'А': return {{any, back ? u'а' : u'е'}};
    case u'Ы': return {{any, back ? u'ы' : u'і'}};
    case u'Қ': return {{any, back ? u'қ' : u'к'}};
    default: return {{any, sign}};
    }
}

std::optional<std::uint8_t> condition(char16_t sign) {
    switch (sign) {
    case u'V': return sound::vowel;
    case u'E': return sound::open_vowel;
    case u'C': return sound::consonant;
    case u'L': return sound::lateral;
    case u'N': return sound::nasal;
    case u'O': return static_cast<std::uint8_t>(sound::any & ~sound::nasal);
    default: return std::nullopt;
    }
}

std::u16string to_signs(std::string_view text) {
    std::u16string signs;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead >= 0xC0 && i + 1 < text.size()) {
            const auto trail = static_cast<unsigned char>(text[++i]);
            signs += static_cast<char16_t>(((lead & 0x1FU) << 6U) | (trail & 0x3FU));
        } else {
            signs += static_cast<char16_t>(lead);
        }
    }
    return signs;
}

/// Adds every spelling of an ending such as `C:ЫмЫз`. Returns false if it is written wrongly.
bool spell(std::string_view pattern, Ending ending, Spellings& out) {
    std::u16string signs = to_signs(pattern);
    if (signs.size() > 1 && signs[1] == u':') {
        const auto sounds = condition(signs[0]);
        if (!sounds) {
            return false;
        }
        ending.after_sounds = *sounds;
        signs.erase(0, 2);
    }
    ending.may_end = !signs.ends_with(u'-');
    if (!ending.may_end) {
        signs.pop_back();
    }
    if (signs.empty()) {
        return false;
    }
    const bool harmonises = signs.find_first_of(u"АЫҒҚ") != std::u16string::npos;
    for (const bool back : {true, false}) {
        ending.harmony = !harmonises ? harmony::any : back ? harmony::back : harmony::front;
        for (const Variant& first : assimilated(signs.front(), back)) {
            std::vector<Letter> letters;
            for (std::size_t i = signs.size(); i-- > 0;) {
                letters.push_back(letter(i == 0 ? first.letter : assimilated(signs[i], back).front().letter));
            }
            Ending spelled = ending;
            spelled.after_sounds &= first.after_sounds;
            if (std::find(letters.begin(), letters.end(), Letter{0}) != letters.end()) {
                return false;
            }
            if (spelled.after_sounds != 0) {
                out.emplace(std::move(letters), spelled);
            }
        }
        if (!harmonises) {
            break;
        }
    }
    return true;
}

std::vector<std::string> blank_separated(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin) {
            parts.push_back(text.substr(begin, end - begin));
        }
        begin = end + 1;
    }
    return parts;
}

struct Row {
    std::string slot;
    std::vector<std::string> after;
};

struct Table {
    std::vector<Row> rows;
    Spellings spellings;
};

Table read_table(std::string_view text, const std::string& file) {
    Table table;
    for_each_row(text, [&](const std::vector<std::string>& row) {
        const std::string place = "languages/" + file + ", line of '" + row.front() + "': ";
        if (row.size() < 4) {
            throw Error(place + "a column is missing");
        }
        if (table.rows.size() == max_rows) {
            throw Error(place + "there may be 64 lines at most");
        }
        char* end = nullptr;
        const long trust = std::strtol(row[2].c_str(), &end, 10);
        if (row[2].empty() || *end != '\0' || trust < -99 || trust > 99) {
            throw Error(place + "'" + row[2] + "' is no trust");
        }
        Ending ending;
        ending.row = static_cast<std::uint8_t>(table.rows.size());
        ending.trust = static_cast<std::int8_t>(trust);
        table.rows.push_back({row[0], blank_separated(row[1])});
        for (const std::string& pattern : blank_separated(row[3])) {
            if (!spell(pattern, ending, table.spellings)) {
                throw Error(place + "'" + pattern + "' is no ending");
            }
        }
    });
    return table;
}

} // namespace

KazakhGrammar::KazakhGrammar(std::string_view text, const std::string& file) {
    const Table table = read_table(text, file);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        m_slots[table.rows[i].slot] |= Rows{1} << i;
    }
    m_followers.resize(table.rows.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const Rows bit = Rows{1} << i;
        for (const std::string& before : table.rows[i].after) {
            if (before == "noun") {
                m_after_noun |= bit;
            } else if (before == "verb") {
                m_after_verb |= bit;
            } else if (const Rows rows = slot(before); rows != 0) {
                for (std::size_t other = 0; other < table.rows.size(); ++other) {
                    m_followers[other] |= (rows >> other & 1U) != 0 ? bit : 0;
                }
            } else {
                throw Error("languages/" + file + ": there is no slot '" + before + "'");
            }
        }
    }
    // A node is a range of spellings with a common end.
    struct Range {
        Spellings::const_iterator begin, end;
        std::size_t depth;
    };
    std::vector<Range> ranges{{table.spellings.begin(), table.spellings.end(), 0}};
    m_nodes.emplace_back();
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        auto at = ranges[i].begin;
        const auto end = ranges[i].end;
        const std::size_t depth = ranges[i].depth;
        m_nodes[i].first_ending = static_cast<std::uint16_t>(m_endings.size());
        for (; at != end && at->first.size() == depth; ++at) {
            m_endings.push_back(at->second);
        }
        m_nodes[i].ending_count = static_cast<std::uint16_t>(m_endings.size() - m_nodes[i].first_ending);
        while (at != end) {
            const Letter next = at->first[depth];
            const auto begin = at;
            at = std::find_if(at, end, [&](const auto& spelling) { return spelling.first[depth] != next; });
            m_nodes[i].children[next] = static_cast<std::uint16_t>(m_nodes.size());
            m_nodes.emplace_back();
            ranges.push_back({begin, at, depth + 1});
        }
    }
}

KazakhGrammar::Rows KazakhGrammar::slot(const std::string& name) const {
    const auto found = m_slots.find(name);
    return found == m_slots.end() ? 0 : found->second;
}

} // namespace qosar
