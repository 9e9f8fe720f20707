// What is known of words that were asked for before: news repeat their words, and looking one up is faster than
// taking it apart again.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "qosar/base/hash.hpp"
#include "qosar/language/pack.hpp"

namespace qosar {

/// Values by word and language. To be held by one thread. What it refers to in a pack must outlive it, as do the packs
/// of language_pack.
template <typename Value>
class Remembered {
public:
    /// The value of a word, from `compute(word)` if it is new. Valid until the next call.
    template <typename Compute>
    const Value& of(const LanguagePack& pack, std::string_view word, Compute&& compute) {
        Words& words = words_of(pack.code);
        if (const auto found = words.find(word); found != words.end()) {
            return found->second;
        }
        if (words.size() >= most_words) {
            words.clear();
        }
        if (word.size() > longest_word) {
            return m_long = compute(word);
        }
        Value value = compute(word);
        return words.emplace(std::string(word), std::move(value)).first->second;
    }

private:
    static constexpr std::size_t most_words = 100'000;
    static constexpr std::size_t longest_word = 200; ///< in bytes; longer ones are not kept

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return hash64(word); }
    };
    using Words = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    Words& words_of(const std::string& code) {
        for (auto& [known, words] : m_languages) {
            if (known == code) {
                return words;
            }
        }
        return m_languages.emplace_back(code, Words{}).second;
    }

    std::vector<std::pair<std::string, Words>> m_languages; ///< few
    Value m_long{};
};

} // namespace qosar
