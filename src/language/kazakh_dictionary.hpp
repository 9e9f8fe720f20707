// Kazakh words that the stemmer knows, read from languages/kk/stems.tsv and languages/kk/irregular.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kazakh_letters.hpp"

namespace qosar {

/// Where a spelling of a stem may stand: кітап anywhere, кітаб only before a vowel, оқ of оқы only before у.
enum class StemPlace : std::uint8_t { anywhere, before_vowel, before_u };

class KazakhDictionary {
public:
    /// Number of a dictionary form; 0 is none.
    using FormId = std::uint32_t;

    struct Entry {
        std::uint64_t hash = 0; ///< 0: free
        FormId noun = 0;
        FormId verb = 0;  ///< its form is the infinitive
        FormId whole = 0; ///< what this very word is a form of
        StemPlace noun_place = StemPlace::anywhere;
        StemPlace verb_place = StemPlace::anywhere;
        bool own_verb = false; ///< a verb that keeps its voice: қолдану is more than a passive of қолдау
    };

    static constexpr std::uint64_t empty_hash = 0xCBF29CE484222325U;
    /// The hash of a word, one letter after the other (FNV-1a with a final mix in `find`).
    static constexpr std::uint64_t next_hash(std::uint64_t hash, Letter l) { return (hash ^ l) * 0x100000001B3U; }

    /// Throws Error when a table cannot be read.
    KazakhDictionary(std::string_view stems, std::string_view irregular);

    /// Null if no stem is spelled so.
    [[nodiscard]] const Entry* find(std::uint64_t hash) const;
    [[nodiscard]] const std::string& form(FormId id) const { return m_forms[id]; }

private:
    Entry& entry(std::uint64_t hash);
    void add_noun(std::uint64_t hash, FormId id, StemPlace place);
    void add_verb(std::uint64_t hash, FormId id, StemPlace place, bool own);
    void add_noun(const std::string& stem, const std::string& before_vowel);
    void add_verb(const std::string& infinitive, const std::string& stems, bool own);
    void add_verb_stem(const KazakhWord& stem, FormId id, bool own);
    void add_whole(const std::string& word, const std::string& stem, const char* file);

    std::vector<Entry> m_table; ///< open addressing; its size is a power of two
    std::vector<std::string> m_forms;
};

} // namespace qosar
