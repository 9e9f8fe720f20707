#include "qosar/words/side_words.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "qosar/language/stem.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/tokens.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/words/trained.hpp"
#include "remembered.hpp"
#include "word_facts.hpp"

namespace qosar {

namespace {

/// Whether a language writes ordinary nouns with a capital, so that capitals do not tell names.
bool capitalises_nouns(const LanguagePack& pack) { return pack.code == "de" || pack.code == "lb"; }

/// What is known of a word by its form alone, and what the side that is being read has made of it.
struct Form {
    WordFacts facts;
    KeyId key = no_key; ///< of its match key
    double per_thousand = 1;
    bool is_ending = false;
    std::optional<FoldedName> folded; ///< where it was asked for
    // Of one side:
    std::uint64_t side = 0; ///< number of that side; what follows is of no use for others
    Word word;
    bool has_name = false; ///< whether the next is known
    std::uint32_t name = no_name;
};

Form form_of(const LanguagePack& pack, std::string_view text) {
    const std::string key = match_key(pack, text);
    Form form;
    form.facts = word_facts(pack, text);
    form.key = key_id(key);
    form.per_thousand = documents_per_thousand(pack, key);
    form.is_ending = is_ending(pack, text);
    return form;
}

RememberedWords<Form>& remembered_forms(const LanguagePack& pack) {
    thread_local Remembered<Form> forms;
    return forms.in(pack);
}

std::uint64_t next_side() {
    thread_local std::uint64_t sides = 0;
    return ++sides;
}

class SideReader {
public:
    SideReader(const LanguagePack& pack, const Lexicon& lexicon, bool first)
        : m_pack(pack), m_lexicon(lexicon), m_is_first(first), m_capitals_tell(!capitalises_nouns(pack)),
          m_forms(remembered_forms(pack)), m_number(next_side()) {}

    SideWords read(const std::vector<std::string_view>& sentences) {
        constexpr std::size_t bytes_of_a_word = 5; // or more; what is reserved and not used costs nothing
        std::size_t bytes = 0;
        for (const std::string_view sentence : sentences) {
            bytes += sentence.size();
        }
        m_side.words.reserve(bytes / bytes_of_a_word);
        m_side.begins.reserve(sentences.size() + 1);
        m_side.lengths.reserve(sentences.size());
        m_side.marks.reserve(sentences.size());
        for (const std::string_view sentence : sentences) {
            m_side.begins.push_back(static_cast<std::uint32_t>(m_side.words.size()));
            m_side.lengths.push_back(visible_characters(sentence));
            m_side.marks.push_back(sentence_marks(sentence));
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
        tokenise(sentence, m_tokens);
        look_up(sentence);
        const std::vector<NumberMention> numbers = numbers_in(m_pack, sentence, m_tokens, m_facts);
        const std::vector<DateMention> dates = dates_in(m_pack, sentence, m_tokens, m_facts);
        const auto number_of_sentence = static_cast<std::uint32_t>(m_side.lengths.size() - 1);
        std::size_t number = 0;
        std::size_t date = 0;
        std::size_t done = 0; // bytes that numbers and dates have told about
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            const Token& token = m_tokens[i];
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
                add_word(token, *m_token_forms[i], sentence, number_of_sentence);
            }
        }
    }

    /// Each token once, for all that will be asked of it.
    void look_up(std::string_view sentence) {
        m_forms.make_room();
        m_token_forms.clear();
        m_facts.clear();
        for (const Token& token : m_tokens) {
            Form& form = form_at(sentence.substr(token.bytes.begin, token.bytes.size()));
            m_token_forms.push_back(&form);
            m_facts.push_back(token.kind == TokenKind::number ? &no_facts : &form.facts);
        }
    }

    Form& form_at(std::string_view text) {
        Form& form = m_forms.of(text, [&](std::string_view one) { return form_of(m_pack, one); });
        if (form.side != m_number) {
            form.side = m_number;
            form.word = word_of(form);
            form.has_name = false;
        }
        return form;
    }

    /// What is known of a word by itself.
    [[nodiscard]] Word word_of(const Form& form) const {
        Word word;
        word.key = m_is_first ? m_lexicon.known_first(form.key) : m_lexicon.known_second(form.key);
        word.per_thousand = form.per_thousand;
        if (m_lexicon.has_trained()) {
            word.expected = static_cast<float>(m_is_first ? trained_chance(m_lexicon, word.key)
                                                          : trained_chance_turned(m_lexicon, word.key));
        }
        if (is_common(word)) {
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
        Word word = single ? form_at(text).word : Word{};
        word.kind = WordClass::number;
        word.bytes = bytes;
        word.sentence = number;
        word.value = value;
        word.meaning = meaning;
        m_side.words.push_back(word);
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

    void add_word(const Token& token, Form& form, std::string_view sentence, std::uint32_t number) {
        const bool follows = token.after_hyphen && !m_side.words.empty() && m_side.words.back().sentence == number;
        if (follows && form.is_ending) {
            return; // `тен` of `Brexit-тен`
        }
        Word word = form.word;
        word.bytes = token.bytes;
        word.sentence = number;
        if (word.kind == WordClass::unknown && m_capitals_tell && token.starts_upper && !token.starts_sentence) {
            word.kind = WordClass::name;
        }
        if (token.starts_upper || word.key == no_key || word.expected > 0) {
            word.name = name_of(form, sentence.substr(token.bytes.begin, token.bytes.size()));
        }
        m_side.words.push_back(word);
    }

    std::uint32_t name_of(Form& form, std::string_view text) {
        if (!form.has_name) {
            if (!form.folded) {
                form.folded = folded_name(text);
            }
            form.has_name = true;
            form.name = number_of(*form.folded);
        }
        return form.name;
    }

    std::uint32_t number_of(const FoldedName& name) {
        if (name.letters.empty()) {
            return no_name;
        }
        const auto [found, is_new] = m_names.try_emplace(name.letters, static_cast<std::uint32_t>(m_side.names.size()));
        if (is_new) {
            m_side.names.push_back(name);
        }
        return found->second;
    }

    const LanguagePack& m_pack;
    const Lexicon& m_lexicon;
    bool m_is_first;
    bool m_capitals_tell; ///< that a word is a name
    RememberedWords<Form>& m_forms;
    std::uint64_t m_number; ///< of this side, among all that this thread reads
    SideWords m_side;
    std::unordered_map<std::string, std::uint32_t> m_names; ///< by letters
    // Of the sentence at hand:
    std::vector<Token> m_tokens;
    std::vector<Form*> m_token_forms;
    TokenFacts m_facts;
};

} // namespace

SideWords read_side_words(const LanguagePack& pack, const std::vector<std::string_view>& sentences,
                          const Lexicon& lexicon, bool is_first) {
    return SideReader(pack, lexicon, is_first).read(sentences);
}

double documents_per_thousand(const LanguagePack& pack, const std::string& key) {
    const auto found = pack.frequency.find(key);
    return found == pack.frequency.end() ? 1 : found->second;
}

bool stands_at(const SideWords& side, std::size_t place, Term term) {
    if (place + term.size() > side.words.size()) {
        return false;
    }
    if (term.size() == 1) { // nearly all
        return side.words[place].key == term.front();
    }
    for (std::size_t k = 0; k < term.size(); ++k) {
        const Word& word = side.words[place + k];
        if (word.key != term[k] || word.sentence != side.words[place].sentence) {
            return false;
        }
    }
    return true;
}

} // namespace qosar
