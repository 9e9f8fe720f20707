// The lexicon of a language pair: which words and short terms translate each other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "qosar/language/pack.hpp"

namespace qosar {

/// Number of a match key within one side of a lexicon.
using KeyId = std::uint32_t;
inline constexpr KeyId no_key = ~KeyId{0};

/// One or more words in a row.
using Term = std::vector<KeyId>;

/// Terms of the first language with their translations. Words are known by their match keys (language/stem.hpp).
class Lexicon {
public:
    struct Entry {
        Term first;
        std::vector<Term> second; ///< the commonest first
    };

    [[nodiscard]] KeyId first_key(const std::string& key) const { return find(m_first_keys, key); }
    [[nodiscard]] KeyId second_key(const std::string& key) const { return find(m_second_keys, key); }

    /// Entries whose first term begins with this key.
    [[nodiscard]] const std::vector<Entry>& entries(KeyId begins_with) const;
    [[nodiscard]] std::size_t size() const { return m_size; }

    /// Whether a word of the first language can stand for a thing: it has an entry as a noun or name, or none at all.
    [[nodiscard]] bool names_a_thing(KeyId first_key) const;

    /// Whether a word of the first language has an entry as a name.
    [[nodiscard]] bool is_name(KeyId first_key) const { return first_key < m_is_name.size() && m_is_name[first_key]; }

    /// Adds a translation; both sides are tokenised and stemmed here. A term without words adds nothing. The part of
    /// speech (`n`, `v`, `name`, …) may be empty.
    void add(const LanguagePack& first, std::string_view term, const LanguagePack& second, std::string_view translation,
             std::string_view part_of_speech = "");

private:
    using Keys = std::unordered_map<std::string, KeyId>;

    static KeyId find(const Keys& keys, const std::string& key);
    static Term term_of(const LanguagePack& pack, std::string_view text, Keys& keys);

    Keys m_first_keys;
    Keys m_second_keys;
    std::vector<std::vector<Entry>> m_entries; ///< by the first key of the first term
    std::vector<bool> m_has_noun;              ///< by first key: an entry of it is a noun or a name
    std::vector<bool> m_is_name;               ///< by first key: an entry of it is a name
    std::size_t m_size = 0;
};

/// The built-in lexicon of a pair, in either direction: the files of `languages/EN-KK/lexicon/` and the names that
/// CLDR knows in both languages. Loaded at first use and kept; safe to call from several threads.
const Lexicon& builtin_lexicon(const LanguagePack& first, const LanguagePack& second);

} // namespace qosar
