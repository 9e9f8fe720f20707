#include "qosar/words/word_matches.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "qosar/language/numbers.hpp"
#include "qosar/language/stem.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/tokens.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/words/names.hpp"

namespace qosar {

namespace {

constexpr double function_word_per_thousand = 450;
constexpr double min_name_likeness = 0.72;
constexpr std::size_t min_cognate_letters = 5;
constexpr double min_cognate_likeness = 0.8;
constexpr std::size_t max_places = 64; ///< of one word that are matched; more say nothing

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
        std::size_t number = 0;
        const auto sentence_number = static_cast<std::uint32_t>(m_side.lengths.size() - 1);
        for (const Token& token : tokens) {
            while (number < numbers.size() && numbers[number].bytes.end <= token.bytes.begin) {
                ++number;
            }
            if (number < numbers.size() && numbers[number].bytes.begin < token.bytes.end) {
                for (; number < numbers.size() && numbers[number].bytes.begin < token.bytes.end; ++number) {
                    if (numbers[number].bytes.begin >= token.bytes.begin) {
                        add_number(numbers[number], sentence_number);
                    }
                    if (numbers[number].bytes.end > token.bytes.end) {
                        break; // the mention goes on over the next tokens
                    }
                }
                continue;
            }
            add_word(token, sentence, sentence_number);
        }
    }

    void add_number(const NumberMention& mention, std::uint32_t sentence) {
        Word word;
        word.bytes = mention.bytes;
        word.sentence = sentence;
        word.kind = WordClass::number;
        word.value = mention.value;
        m_side.words.push_back(std::move(word));
    }

    void add_word(const Token& token, std::string_view sentence, std::uint32_t number) {
        const std::string_view text = sentence.substr(token.bytes.begin, token.bytes.size());
        const bool suffix = token.after_hyphen && !m_side.words.empty() &&
                            m_side.words.back().kind == WordClass::number && m_side.words.back().sentence == number;
        if (suffix) {
            return; // `нан` of `4000-нан`
        }
        const std::string key = match_key(m_pack, text);
        Word word;
        word.bytes = token.bytes;
        word.sentence = number;
        word.key = m_is_first ? m_lexicon.first_key(key) : m_lexicon.second_key(key);
        word.per_thousand = documents_per_thousand(m_pack, key);
        const bool capital_tells = token.starts_upper && !token.starts_sentence && !capitalises_nouns(m_pack);
        if (word.per_thousand >= function_word_per_thousand) {
            word.kind = WordClass::function;
        } else if (word.key != no_key) {
            word.kind = WordClass::term;
        } else if (capital_tells) {
            word.kind = WordClass::name;
        }
        if (token.starts_upper || word.key == no_key) {
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
            if (word.kind == WordClass::number) {
                m_by_value[value_key(word.value)].push_back(i);
                continue;
            }
            if (word.key != no_key) {
                m_by_key[word.key].push_back(i);
            }
            if (!word.folded.empty()) {
                m_by_name[name_index_key(word.folded)].push_back(i);
            }
        }
    }

    void match() {
        for (std::uint32_t i = 0; i < m_out.first.words.size(); ++i) {
            const Word& word = m_out.first.words[i];
            if (word.kind == WordClass::number) {
                match_number(i, word);
                continue;
            }
            if (word.key != no_key) {
                match_terms(i, word);
            }
            if (!word.folded.empty()) {
                match_name(i, word);
            }
        }
        finish();
    }

private:
    static std::string value_key(double value) { return number_text(value); }

    void add(std::uint32_t first, std::uint32_t second, AnchorKind kind, double strength) {
        m_out.matches.push_back({first, second, kind, strength});
    }

    void match_number(std::uint32_t i, const Word& word) {
        if (const auto found = m_by_value.find(value_key(word.value)); found != m_by_value.end()) {
            for (std::size_t p = 0; p < std::min(max_places, found->second.size()); ++p) {
                add(i, found->second[p], AnchorKind::number, 1);
            }
        }
    }

    void match_terms(std::uint32_t i, const Word& word) {
        m_lexicon.for_each(word.key, [&](const LexiconEntry& entry) {
            if (stands_at(m_out.first, i, entry.first)) {
                match_translation(i, entry.first.size(), entry.second);
            }
        });
    }

    void match_translation(std::uint32_t i, std::size_t words, Term translation) {
        const auto found = m_by_key.find(translation.front());
        if (found == m_by_key.end() || found->second.size() > max_places) {
            return;
        }
        for (const std::uint32_t place : found->second) {
            if (!stands_at(m_out.second, place, translation)) {
                continue;
            }
            for (std::uint32_t a = 0; a < words; ++a) {
                for (std::uint32_t b = 0; b < translation.size(); ++b) {
                    add(i + a, place + b, AnchorKind::term, 1);
                }
            }
        }
    }

    void match_name(std::uint32_t i, const Word& word) {
        const auto found = m_by_name.find(name_index_key(word.folded));
        if (found == m_by_name.end() || found->second.size() > 8 * max_places) {
            return;
        }
        for (const std::uint32_t place : found->second) {
            const Word& other = m_out.second.words[place];
            const bool names = word.kind == WordClass::name || other.kind == WordClass::name;
            const std::size_t shorter = std::min(word.folded.size(), other.folded.size());
            if (shorter < (names ? 3 : min_cognate_letters)) {
                continue;
            }
            const double likeness = name_likeness(word.folded, other.folded);
            if (likeness >= (names ? min_name_likeness : min_cognate_likeness)) {
                add(i, place, word.folded == other.folded ? AnchorKind::same : AnchorKind::name, likeness);
            }
        }
    }

    void finish() {
        std::vector<WordMatch>& matches = m_out.matches;
        const auto order = [](const WordMatch& m) { return std::tuple(m.first, m.second, -m.strength, m.kind); };
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
    std::unordered_map<std::string, Places> m_by_name;
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
