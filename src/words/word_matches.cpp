#include "qosar/words/word_matches.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "name_index.hpp"
#include "qosar/language/dates.hpp"
#include "qosar/language/numbers.hpp"
#include "qosar/language/stem.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/tokens.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/words/names.hpp"
#include "qosar/words/trained.hpp"

namespace qosar {

namespace {

constexpr double function_word_per_thousand = 450;
constexpr std::size_t min_cognate_letters = 5;
constexpr double min_cognate_likeness = 0.85;
constexpr std::size_t max_places = 64; ///< of one word that are matched; more say nothing
/// Trained words may be as common as articles and still tell short texts apart: places times words of the side.
constexpr std::size_t max_trained_work = 11'000'000;

/// Whether a language writes ordinary nouns with a capital, so that capitals do not tell names.
bool capitalises_nouns(const LanguagePack& pack) { return pack.code == "de" || pack.code == "lb"; }

class SideReader {
public:
    SideReader(const LanguagePack& pack, const Lexicon& lexicon, bool first)
        : m_pack(pack), m_lexicon(lexicon), m_is_first(first) {}

    SideWords read(const std::vector<std::string_view>& sentences) {
        for (const std::string_view sentence : sentences) {
            m_side.begins.push_back(static_cast<std::uint32_t>(m_side.words.size()));
            m_side.lengths.push_back(visible_characters(sentence));
            read_sentence(sentence);
        }
        m_side.begins.push_back(static_cast<std::uint32_t>(m_side.words.size()));
        return std::move(m_side);
    }

private:
    static std::size_t visible_characters(std::string_view sentence) {
        std::size_t count = 0;
        for (std::size_t i = 0; i < sentence.size();) {
            count += is_space(next_code_point(sentence, i)) ? 0 : 1;
        }
        return count;
    }

    void read_sentence(std::string_view sentence) {
        const std::vector<Token> tokens = tokenise(sentence);
        const std::vector<NumberMention> numbers = numbers_in(m_pack, sentence, tokens);
        const std::vector<DateMention> dates = dates_in(m_pack, sentence, tokens);
        const auto number_of_sentence = static_cast<std::uint32_t>(m_side.lengths.size() - 1);
        std::size_t number = 0;
        std::size_t date = 0;
        std::size_t done = 0; // bytes that numbers and dates have told about
        for (const Token& token : tokens) {
            for (; date < dates.size() && dates[date].bytes.begin < token.bytes.end; ++date) {
                add_date(dates[date], sentence, number_of_sentence);
                done = dates[date].bytes.end;
            }
            for (; number < numbers.size() && numbers[number].bytes.begin < token.bytes.end; ++number) {
                if (numbers[number].bytes.begin >= done) {
                    add_number(numbers[number], sentence, number_of_sentence);
                    done = numbers[number].bytes.end;
                }
            }
            if (token.bytes.begin >= done) {
                add_word(token, sentence, number_of_sentence);
            }
        }
    }

    /// What is known of a word by itself.
    [[nodiscard]] Word word_of(std::string_view text) const {
        const std::string key = match_key(m_pack, text);
        Word word;
        word.key = m_is_first ? m_lexicon.first_key(key) : m_lexicon.second_key(key);
        word.per_thousand = documents_per_thousand(m_pack, key);
        if (m_lexicon.has_trained()) {
            word.expected =
                m_is_first ? trained_chance(m_lexicon, word.key) : trained_chance_turned(m_lexicon, word.key);
        }
        if (word.per_thousand >= function_word_per_thousand) {
            word.kind = WordClass::function;
        } else if (word.key != no_key) {
            word.kind = WordClass::term;
        }
        return word;
    }

    /// A single word, such as `third` or `September`, stays the word that the lexicon knows, and has a value too.
    void add_value(double value, WordValue meaning, Range bytes, bool spelled, std::string_view sentence,
                   std::uint32_t number) {
        const std::string_view text = sentence.substr(bytes.begin, bytes.size());
        const bool single = spelled && text.find(' ') == std::string_view::npos;
        Word word = single ? word_of(text) : Word{};
        word.kind = WordClass::number;
        word.bytes = bytes;
        word.sentence = number;
        word.value = value;
        word.meaning = meaning;
        m_side.words.push_back(std::move(word));
    }

    void add_number(const NumberMention& mention, std::string_view sentence, std::uint32_t number) {
        add_value(mention.value, WordValue::number, mention.bytes, mention.spelled, sentence, number);
    }

    void add_date(const DateMention& date, std::string_view sentence, std::uint32_t number) {
        std::vector<const DatePart*> parts{&date.year, &date.month, &date.day, &date.hour, &date.minute};
        std::sort(parts.begin(), parts.end(),
                  [](const DatePart* a, const DatePart* b) { return a->bytes.begin < b->bytes.begin; });
        for (const DatePart* part : parts) {
            if (part->said()) {
                const bool month = part == &date.month;
                const WordValue meaning = month ? WordValue::month : WordValue::number;
                add_value(part->value, meaning, part->bytes, month, sentence, number);
            }
        }
    }

    void add_word(const Token& token, std::string_view sentence, std::uint32_t number) {
        const std::string_view text = sentence.substr(token.bytes.begin, token.bytes.size());
        const bool follows = token.after_hyphen && !m_side.words.empty() && m_side.words.back().sentence == number;
        if (follows && is_ending(m_pack, text)) {
            return; // `тен` of `Brexit-тен`
        }
        Word word = word_of(text);
        word.bytes = token.bytes;
        word.sentence = number;
        const bool capital_tells = token.starts_upper && !token.starts_sentence && !capitalises_nouns(m_pack);
        if (word.kind == WordClass::unknown && capital_tells) {
            word.kind = WordClass::name;
        }
        if (token.starts_upper || word.key == no_key || word.expected > 0) {
            word.folded = folded_name(text);
        }
        m_side.words.push_back(std::move(word));
    }

    const LanguagePack& m_pack;
    const Lexicon& m_lexicon;
    bool m_is_first;
    SideWords m_side;
};

using Places = std::vector<std::uint32_t>;

class Matcher {
public:
    Matcher(WordMatches& out, const Lexicon& lexicon) : m_out(out), m_lexicon(lexicon) {
        const std::vector<Word>& words = m_out.second.words;
        for (std::uint32_t i = 0; i < words.size(); ++i) {
            const Word& word = words[i];
            if (word.meaning != WordValue::none) {
                m_by_value[value_key(word)].push_back(i);
            }
            if (word.key != no_key) {
                m_by_key[word.key].push_back(i);
            }
            if (!word.folded.letters.empty()) {
                m_names.add(word.folded, i);
            }
        }
    }

    void match() {
        for (std::uint32_t i = 0; i < m_out.first.words.size(); ++i) {
            const Word& word = m_out.first.words[i];
            if (word.meaning != WordValue::none) {
                match_number(i, word);
            }
            if (word.key != no_key) {
                match_terms(i, word);
            }
        }
        match_names();
        finish();
    }

private:
    /// Months match months, whether named or numbered, and no other numbers.
    static std::string value_key(const Word& word) {
        std::string key = number_text(word.value);
        return word.meaning == WordValue::month ? key.append(" month") : key;
    }

    void add(std::uint32_t first, std::uint32_t second, AnchorKind kind, double strength) {
        m_out.matches.push_back({first, second, kind, strength});
    }

    void match_number(std::uint32_t i, const Word& word) {
        if (const auto found = m_by_value.find(value_key(word)); found != m_by_value.end()) {
            for (std::size_t p = 0; p < std::min(max_places, found->second.size()); ++p) {
                add(i, found->second[p], AnchorKind::number, 1);
            }
        }
    }

    void match_terms(std::uint32_t i, const Word& word) {
        m_lexicon.for_each(word.key, [&](const LexiconEntry& entry) {
            if (stands_at(m_out.first, i, entry.first)) {
                match_translation(i, entry);
            }
        });
    }

    void match_translation(std::uint32_t i, const LexiconEntry& entry) {
        const Term translation = entry.second;
        const auto found = m_by_key.find(translation.front());
        const double strength = match_strength(entry);
        if (strength == 0 || found == m_by_key.end()) {
            return;
        }
        const std::size_t most =
            entry.count == 0 ? max_places : std::max(max_places, max_trained_work / m_out.second.words.size());
        if (found->second.size() > most) {
            return;
        }
        for (const std::uint32_t place : found->second) {
            if (!stands_at(m_out.second, place, translation)) {
                continue;
            }
            for (std::uint32_t a = 0; a < entry.first.size(); ++a) {
                for (std::uint32_t b = 0; b < translation.size(); ++b) {
                    add(i + a, place + b, AnchorKind::term, strength);
                }
            }
        }
    }

    void match_names() {
        NameIndex first;
        for (std::uint32_t i = 0; i < m_out.first.words.size(); ++i) {
            const Word& word = m_out.first.words[i];
            if (!word.folded.letters.empty()) {
                first.add(word.folded, i);
            }
        }
        for (const NamePlaces& name : first.names()) {
            for (const std::uint32_t number : m_names.candidates(name.name)) {
                const NamePlaces& other = m_names.names()[number];
                const double likeness = name_likeness(name.name, other.name);
                if (likeness >= min_name_likeness && other.places.size() <= 8 * max_places) {
                    add_names(name, other, likeness);
                }
            }
        }
    }

    /// All places of two names that are alike, where at least one is a name, or both are words that look alike.
    void add_names(const NamePlaces& name, const NamePlaces& other, double likeness) {
        const std::size_t shorter = std::min(name.name.letters.size(), other.name.letters.size());
        const bool cognates = shorter >= min_cognate_letters && likeness >= min_cognate_likeness;
        const AnchorKind kind = name.name.letters == other.name.letters ? AnchorKind::same : AnchorKind::name;
        for (const std::uint32_t i : name.places) {
            for (const std::uint32_t place : other.places) {
                const bool names =
                    m_out.first.words[i].kind == WordClass::name || m_out.second.words[place].kind == WordClass::name;
                if (names || cognates) {
                    add(i, place, kind, likeness);
                }
            }
        }
    }

    void finish() {
        std::vector<WordMatch>& matches = m_out.matches;
        const auto order = [](const WordMatch& m) {
            return std::tuple(m.first, m.second, -m.strength, m.kind != AnchorKind::number, m.kind);
        };
        std::sort(matches.begin(), matches.end(),
                  [&](const WordMatch& a, const WordMatch& b) { return order(a) < order(b); });
        matches.erase(std::unique(matches.begin(), matches.end(),
                                  [](const WordMatch& a, const WordMatch& b) {
                                      return a.first == b.first && a.second == b.second;
                                  }),
                      matches.end());
    }

    WordMatches& m_out;
    const Lexicon& m_lexicon;
    std::unordered_map<KeyId, Places> m_by_key;
    std::unordered_map<std::string, Places> m_by_value;
    NameIndex m_names;
};

} // namespace

double documents_per_thousand(const LanguagePack& pack, const std::string& key) {
    const auto found = pack.frequency.find(key);
    return found == pack.frequency.end() ? 1 : found->second;
}

bool stands_at(const SideWords& side, std::size_t place, Term term) {
    if (place + term.size() > side.words.size()) {
        return false;
    }
    for (std::size_t k = 0; k < term.size(); ++k) {
        const Word& word = side.words[place + k];
        if (word.key != term[k] || word.sentence != side.words[place].sentence) {
            return false;
        }
    }
    return true;
}

WordMatches match_words(const LanguagePack& first_pack, const std::vector<std::string_view>& first,
                        const LanguagePack& second_pack, const std::vector<std::string_view>& second,
                        const Lexicon& lexicon) {
    WordMatches out;
    out.first = SideReader(first_pack, lexicon, true).read(first);
    out.second = SideReader(second_pack, lexicon, false).read(second);
    Matcher(out, lexicon).match();
    return out;
}

} // namespace qosar
