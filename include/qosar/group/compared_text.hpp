// An article as it is compared with others: words, sentences, and the facts that must not differ.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/model/article.hpp"
#include "qosar/model/range.hpp"

namespace qosar {

/// A fact is a number, a date or a name. A capital at the beginning of a sentence may or may not be one.
enum class WordKind : std::uint8_t { plain, number, spelled_number, date, name, maybe_name };

/// Numbers and dates are one word each, however many words they take, and known by their value: `1 Feb 2026` is
/// `01.02.2026`, `16 thousand` is `16,000`.
struct ComparedWord {
    std::uint64_t hash = 0; ///< of the word without regard to case, quotes and invisible characters
    std::uint32_t begin = 0;
    std::uint32_t end = 0; ///< bytes of the text
    WordKind kind = WordKind::plain;
};

/// Words up to a full stop, question or exclamation mark, or line end. The headline is always one sentence.
struct ComparedSentence {
    std::uint32_t begin = 0;
    std::uint32_t end = 0; ///< words
    std::uint64_t hash = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }
};

struct ComparedText {
    std::string text; ///< title, `\n`, body
    std::vector<ComparedWord> words;
    std::vector<ComparedSentence> sentences; ///< the headline first, maybe empty
    std::vector<std::uint64_t> names;        ///< hashes of the names, sorted
    std::uint64_t facts = 0;                 ///< of all facts in their order: equal ones cannot conflict

    [[nodiscard]] std::size_t body_words() const { return words.size() - sentences.front().size(); }
    [[nodiscard]] std::string_view at(const ComparedWord& word) const {
        return std::string_view(text).substr(word.begin, word.end - word.begin);
    }
};

ComparedText compared_text(const LanguagePack& pack, std::string_view title, std::string_view body);

/// Which words the whole input writes with a capital or a small letter within sentences; tells whether `Almaty` at the
/// beginning of one is a name. Two bits a hash, so that its size does not grow; rarely a name is overlooked.
class SeenWords {
public:
    explicit SeenWords(const LanguagePack& pack);
    void add(const ComparedText& text);
    [[nodiscard]] bool is_name(std::string_view word, std::uint64_t hash) const;
    [[nodiscard]] bool may_be_name(std::uint64_t hash) const; ///< it is seen with a capital, whatever else

private:
    const LanguagePack* m_pack;
    std::vector<std::uint8_t> m_seen; ///< by hash: 1 with a small letter, 2 with a capital
};

} // namespace qosar
