#include "qosar/words/training_text.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "qosar/base/error.hpp"
#include "qosar/base/parallel.hpp"
#include "qosar/language/stem.hpp"
#include "qosar/text/tokens.hpp"

namespace qosar {

namespace {

constexpr std::size_t pairs_of_block = 4096;
constexpr std::size_t bytes_of_block = 4U << 20U; ///< or one pair

/// The words of one side of some pairs, numbered within these.
struct BlockSide {
    struct Spelling {
        std::string text;
        std::string key;
        std::uint32_t occurrences = 0;
    };
    std::vector<Spelling> spellings;
    std::vector<std::uint32_t> words; ///< indices of spellings
    std::vector<std::uint32_t> ends;  ///< of each sentence
};

struct Block {
    BlockSide first;
    BlockSide second;
    std::size_t left_out = 0;
};

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    bool behind_number = false;
    for (const Token& token : tokenise(text)) {
        const bool suffix = token.after_hyphen && behind_number; // `нан` of `4000-нан`
        behind_number = token.kind == TokenKind::number;
        if (!behind_number && !suffix) {
            words.push_back(text.substr(token.bytes.begin, token.bytes.size()));
        }
    }
    return words;
}

class BlockSideReader {
public:
    explicit BlockSideReader(const LanguagePack& pack) : m_pack(pack) {}

    void add(const std::vector<std::string_view>& words) {
        for (const std::string_view word : words) {
            const auto next = static_cast<std::uint32_t>(m_side.spellings.size());
            const auto [known, fresh] = m_numbers.try_emplace(std::string(word), next);
            if (fresh) {
                m_side.spellings.push_back({std::string(word), match_key(m_pack, word), 0});
            }
            ++m_side.spellings[known->second].occurrences;
            m_side.words.push_back(known->second);
        }
        m_side.ends.push_back(static_cast<std::uint32_t>(m_side.words.size()));
    }

    BlockSide take() { return std::move(m_side); }

private:
    const LanguagePack& m_pack;
    BlockSide m_side;
    std::unordered_map<std::string, std::uint32_t> m_numbers;
};

Block read_block(const LanguagePack& first_pack, const LanguagePack& second_pack, const std::vector<TextPair>& pairs,
                 std::size_t most_words) {
    BlockSideReader first(first_pack);
    BlockSideReader second(second_pack);
    Block block;
    for (const TextPair& pair : pairs) {
        const std::vector<std::string_view> a = words_of(pair.first);
        const std::vector<std::string_view> b = words_of(pair.second);
        if (a.empty() || b.empty() || a.size() > most_words || b.size() > most_words) {
            ++block.left_out;
            continue;
        }
        first.add(a);
        second.add(b);
    }
    block.first = first.take();
    block.second = second.take();
    return block;
}

/// Puts the blocks of one side in a row, with one numbering for all.
class SideJoiner {
public:
    explicit SideJoiner(TrainingSide& out) : m_out(out) {}

    void add(const BlockSide& block) {
        if (m_out.words.size() + block.words.size() > std::numeric_limits<std::uint32_t>::max()) {
            throw Error("training takes at most 2^32 words a side; give it fewer pairs");
        }
        std::vector<std::uint32_t> numbers;
        for (const BlockSide::Spelling& spelling : block.spellings) {
            numbers.push_back(number_of(spelling));
        }
        const auto before = static_cast<std::uint32_t>(m_out.words.size());
        for (const std::uint32_t word : block.words) {
            m_out.words.push_back(numbers[word]);
        }
        for (const std::uint32_t end : block.ends) {
            m_out.begins.push_back(before + end);
        }
    }

    /// To be called behind the last block.
    void finish() {
        choose_spellings();
        number_by_keys();
    }

private:
    struct Seen {
        std::uint32_t word;
        std::uint32_t occurrences;
    };

    std::uint32_t number_of(const BlockSide::Spelling& spelling) {
        const auto [seen, fresh] = m_spellings.try_emplace(spelling.text, Seen{0, 0});
        if (fresh) {
            const auto next = static_cast<std::uint32_t>(m_keys.size());
            const auto [key, fresh_key] = m_keys.try_emplace(spelling.key, next);
            seen->second.word = key->second;
            if (fresh_key) {
                m_out.spellings.emplace_back();
                m_out.occurrences.push_back(0);
            }
        }
        seen->second.occurrences += spelling.occurrences;
        m_out.occurrences[seen->second.word] += spelling.occurrences;
        return seen->second.word;
    }

    void choose_spellings() {
        std::vector<std::uint32_t> most(m_out.occurrences.size());
        for (const auto& [text, seen] : m_spellings) {
            std::string& chosen = m_out.spellings[seen.word];
            if (seen.occurrences > most[seen.word] || (seen.occurrences == most[seen.word] && text < chosen)) {
                most[seen.word] = seen.occurrences;
                chosen = text;
            }
        }
    }

    /// Numbers in the order of the keys do not tell in which order the pairs came.
    void number_by_keys() {
        std::vector<std::pair<std::string_view, std::uint32_t>> keys(m_keys.begin(), m_keys.end());
        std::sort(keys.begin(), keys.end());
        std::vector<std::uint32_t> new_number(keys.size());
        std::vector<std::string> spellings;
        std::vector<std::uint32_t> occurrences;
        for (const auto& [key, number] : keys) {
            new_number[number] = static_cast<std::uint32_t>(spellings.size());
            spellings.push_back(std::move(m_out.spellings[number]));
            occurrences.push_back(m_out.occurrences[number]);
        }
        for (std::uint32_t& word : m_out.words) {
            word = new_number[word];
        }
        m_out.spellings = std::move(spellings);
        m_out.occurrences = std::move(occurrences);
    }

    TrainingSide& m_out;
    std::unordered_map<std::string, Seen> m_spellings;
    std::unordered_map<std::string, std::uint32_t> m_keys;
};

} // namespace

TrainingText read_training_text(const LanguagePack& first_pack, const LanguagePack& second_pack,
                                const std::function<bool(TextPair&)>& read, const TrainingTextOptions& options) {
    const std::size_t most_words = std::min<std::size_t>(options.most_words, 255);
    TrainingText text;
    SideJoiner first(text.first);
    SideJoiner second(text.second);
    parallel_map<std::vector<TextPair>, Block>(
        options.threads,
        [&](std::vector<TextPair>& pairs) {
            TextPair pair;
            std::size_t bytes = 0;
            while (pairs.size() < pairs_of_block && bytes < bytes_of_block && read(pair)) {
                bytes += pair.first.size() + pair.second.size();
                pairs.push_back(std::move(pair));
                pair = {};
            }
            return !pairs.empty();
        },
        [&](std::vector<TextPair>& pairs) { return read_block(first_pack, second_pack, pairs, most_words); },
        [&](Block& block) {
            first.add(block.first);
            second.add(block.second);
            text.left_out += block.left_out;
        });
    first.finish();
    second.finish();
    return text;
}

} // namespace qosar
