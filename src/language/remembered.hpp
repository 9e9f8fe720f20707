// What is known of words that were asked for before: news repeat their words, and looking one up is faster than
// taking it apart again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "qosar/base/hash.hpp"
#include "qosar/language/pack.hpp"

namespace qosar {

/// Values by word. To be held by one thread.
template <typename Value>
class RememberedWords {
public:
    /// The value of a word, from `compute(word)` if it is new. It stays where it is until make_room.
    template <typename Compute>
    Value& of(std::string_view word, Compute&& compute) {
        const std::uint64_t hash = hash64(word);
        std::size_t slot = hash & (m_slots.size() - 1);
        for (; m_slots[slot].known != nullptr; slot = (slot + 1) & (m_slots.size() - 1)) {
            if (m_slots[slot].hash == hash && m_slots[slot].known->word == word) {
                return m_slots[slot].known->value;
            }
        }
        Value value = compute(word);
        if (word.size() > longest_word) {
            return m_long.emplace_back(std::move(value));
        }
        m_known.push_back({std::string(word), std::move(value)});
        m_slots[slot] = {hash, &m_known.back()};
        if (2 * m_known.size() > m_slots.size()) {
            grow();
        }
        return m_known.back().value;
    }

    /// Forgets all where there is too much of it. To be called now and then.
    void make_room() {
        m_long.clear();
        if (m_known.size() >= most_words) {
            *this = RememberedWords();
        }
    }

private:
    static constexpr std::size_t most_words = 100'000;
    static constexpr std::size_t longest_word = 200; ///< in bytes; longer ones are not kept

    struct Known {
        std::string word;
        Value value;
    };
    struct Slot {
        std::uint64_t hash = 0;
        Known* known = nullptr;
    };

    void grow() {
        const std::vector<Slot> before = std::exchange(m_slots, std::vector<Slot>(2 * m_slots.size()));
        for (const Slot& one : before) {
            std::size_t slot = one.hash & (m_slots.size() - 1);
            while (one.known != nullptr && m_slots[slot].known != nullptr) {
                slot = (slot + 1) & (m_slots.size() - 1);
            }
            if (one.known != nullptr) {
                m_slots[slot] = one;
            }
        }
    }

    std::vector<Slot> m_slots{1024}; ///< a hash table with linear probing, at most half full
    std::deque<Known> m_known;
    std::deque<Value> m_long;
};

/// Values by word and language. To be held by one thread. What it refers to in a pack must outlive it, as do the packs
/// of language_pack.
template <typename Value>
class Remembered {
public:
    /// The words of one language. Valid for ever.
    RememberedWords<Value>& in(const LanguagePack& pack) {
        for (auto& [known, words] : m_languages) {
            if (known == pack.code) {
                return words;
            }
        }
        return m_languages.emplace_back(pack.code, RememberedWords<Value>()).second;
    }

    /// The value of a word, from `compute(word)` if it is new. Valid until the next call.
    template <typename Compute>
    const Value& of(const LanguagePack& pack, std::string_view word, Compute&& compute) {
        RememberedWords<Value>& words = in(pack);
        words.make_room();
        return words.of(word, std::forward<Compute>(compute));
    }

private:
    std::deque<std::pair<std::string, RememberedWords<Value>>> m_languages; ///< few
};

} // namespace qosar
