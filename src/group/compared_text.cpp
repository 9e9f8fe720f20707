#include "qosar/group/compared_text.hpp"

#include <algorithm>
#include <bit>

#include "qosar/base/hash.hpp"
#include "qosar/language/dates.hpp"
#include "qosar/language/numbers.hpp"
#include "qosar/language/stem.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/tokens.hpp"
#include "word_facts.hpp"

namespace qosar {

namespace {

constexpr std::size_t seen_words = std::size_t{1} << 22U;

std::uint64_t mixed(std::uint64_t sum, std::uint64_t value) {
    sum = (sum ^ value) * 0x9FB21C651E98DF25ULL;
    return sum ^ (sum >> 29U);
}

/// A number or date of the text with what it is known by.
struct Mention {
    Range bytes;
    std::uint64_t hash = 0;
    WordKind kind = WordKind::number;
};

std::vector<Mention> mentions_in(const LanguagePack& pack, std::string_view text, const std::vector<Token>& tokens,
                                 const TokenFacts& facts) {
    std::vector<Mention> mentions;
    for (const DateMention& date : dates_in(pack, text, tokens, facts)) {
        mentions.push_back({date.bytes, hash64(date_text(date), 1), WordKind::date});
    }
    const auto dates = static_cast<std::ptrdiff_t>(mentions.size());
    for (const NumberMention& number : numbers_in(pack, text, tokens, facts)) {
        const auto before = [](const Mention& date, std::size_t place) { return date.bytes.end <= place; };
        const auto date =
            std::lower_bound(mentions.begin(), mentions.begin() + dates, number.bytes.begin, before) - mentions.begin();
        if (date == dates || mentions[static_cast<std::size_t>(date)].bytes.begin >= number.bytes.end) {
            mentions.push_back({number.bytes, mixed(2, std::bit_cast<std::uint64_t>(number.value)),
                                number.spelled ? WordKind::spelled_number : WordKind::number});
        }
    }
    std::sort(mentions.begin(), mentions.end(),
              [](const Mention& a, const Mention& b) { return a.bytes.begin < b.bytes.begin; });
    return mentions;
}

WordKind kind_of(const Token& token, bool begins_sentence) {
    if (token.kind == TokenKind::number) {
        return WordKind::number;
    }
    return !token.starts_upper ? WordKind::plain : begins_sentence ? WordKind::maybe_name : WordKind::name;
}

/// A colon begins no sentence here: what follows belongs to what stands before.
bool ends_sentence(std::string_view between) { return between.find_first_of(".!?\n") != std::string_view::npos; }

class Reader {
public:
    Reader(const LanguagePack& pack, std::size_t title_bytes, ComparedText& out)
        : m_pack(pack), m_title_bytes(title_bytes), m_out(out) {}

    void read() {
        const std::string_view text = m_out.text;
        thread_local std::vector<Token> tokens;
        tokenise(text, tokens);
        const TokenFacts& facts = token_facts(m_pack, text, tokens);
        const std::vector<Mention> mentions = mentions_in(m_pack, text, tokens, facts);
        m_out.words.reserve(tokens.size());
        std::size_t mention = 0;
        std::size_t end_before = 0;
        bool in_title = true;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const Token& token = tokens[i];
            if (mention < mentions.size() && mentions[mention].bytes.end <= token.bytes.begin) {
                ++mention;
            }
            if (in_title && token.bytes.begin > m_title_bytes) {
                in_title = false;
                end_sentence();
            } else if (!in_title && ends_sentence(text.substr(end_before, token.bytes.begin - end_before))) {
                end_sentence();
            }
            end_before = token.bytes.end;
            const bool mentioned = mention < mentions.size() && mentions[mention].bytes.begin <= token.bytes.begin;
            if (mentioned) {
                add_mention(mentions[mention]);
            } else {
                const bool number = token.kind == TokenKind::number;
                add({number ? number_hash(token) : facts[i]->hash, static_cast<std::uint32_t>(token.bytes.begin),
                     static_cast<std::uint32_t>(token.bytes.end), kind_of(token, token.starts_sentence)});
            }
        }
        if (in_title) {
            end_sentence();
        }
        end_sentence();
    }

private:
    /// Of digits that are no number, as in a version.
    [[nodiscard]] std::uint64_t number_hash(const Token& token) const {
        return hash64(comparable(std::string_view(m_out.text).substr(token.bytes.begin, token.bytes.size())));
    }

    void add_mention(const Mention& mention) {
        const auto begin = static_cast<std::uint32_t>(mention.bytes.begin);
        if (m_out.words.empty() || m_out.words.back().begin < begin) {
            add({mention.hash, begin, static_cast<std::uint32_t>(mention.bytes.end), mention.kind});
        }
    }

    void add(const ComparedWord& word) {
        m_out.words.push_back(word);
        m_hash = mixed(m_hash, word.hash);
    }

    void end_sentence() {
        const auto end = static_cast<std::uint32_t>(m_out.words.size());
        if (m_begin < end || m_out.sentences.empty()) {
            m_out.sentences.push_back({m_begin, end, m_hash});
        }
        m_begin = end;
        m_hash = 0;
    }

    const LanguagePack& m_pack;
    std::size_t m_title_bytes;
    ComparedText& m_out;
    std::uint32_t m_begin = 0;
    std::uint64_t m_hash = 0;
};

bool knows(const std::vector<std::uint64_t>& sorted, std::uint64_t hash) {
    return std::binary_search(sorted.begin(), sorted.end(), hash);
}

/// In a headline all words may have capitals, so that only those are names which are so in the body.
void find_names(ComparedText& out) {
    const std::uint32_t body = out.sentences.front().end;
    for (std::size_t i = body; i < out.words.size(); ++i) {
        if (out.words[i].kind == WordKind::name) {
            out.names.push_back(out.words[i].hash);
        }
    }
    std::sort(out.names.begin(), out.names.end());
    out.names.erase(std::unique(out.names.begin(), out.names.end()), out.names.end());
    for (std::size_t i = 0; i < out.words.size(); ++i) {
        ComparedWord& word = out.words[i];
        if (word.kind == WordKind::maybe_name || (i < body && word.kind == WordKind::name)) {
            word.kind = knows(out.names, word.hash) ? WordKind::name
                        : i < body                  ? WordKind::plain
                                                    : WordKind::maybe_name;
        }
        if (word.kind != WordKind::plain) {
            out.facts = mixed(out.facts, word.hash);
        }
    }
}

} // namespace

ComparedText compared_text(const LanguagePack& pack, std::string_view title, std::string_view body) {
    ComparedText out;
    out.text.reserve(title.size() + body.size() + 1);
    out.text.append(title).append("\n").append(body);
    Reader(pack, title.size(), out).read();
    find_names(out);
    return out;
}

SeenWords::SeenWords(const LanguagePack& pack) : m_pack(&pack), m_seen(seen_words) {}

void SeenWords::add(const ComparedText& text) {
    for (std::size_t i = text.sentences.front().end; i < text.words.size(); ++i) {
        const ComparedWord& word = text.words[i];
        if (word.kind == WordKind::plain || word.kind == WordKind::name) {
            std::uint8_t& seen = m_seen[word.hash % seen_words];
            seen = static_cast<std::uint8_t>(seen | (word.kind == WordKind::plain ? 1U : 2U));
        }
    }
}

bool SeenWords::may_be_name(std::uint64_t hash) const { return (m_seen[hash % seen_words] & 2U) != 0; }

bool SeenWords::is_name(std::string_view word, std::uint64_t hash) const {
    const std::uint8_t seen = m_seen[hash % seen_words];
    if (seen != 0) {
        return seen == 2;
    }
    return m_pack->starters.count(lower(word)) == 0 && m_pack->frequency.count(match_key(*m_pack, word)) == 0;
}

} // namespace qosar
