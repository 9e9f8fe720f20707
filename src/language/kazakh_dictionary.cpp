#include "kazakh_dictionary.hpp"

#include <algorithm>
#include <bit>

#include "qosar/base/error.hpp"
#include "qosar/language/pack.hpp"

namespace qosar {

namespace {

constexpr std::size_t spellings_of_a_stem = 4; // at most

KazakhWord read(const std::string& text, const char* file) {
    KazakhWord word;
    const bool fits = read_kazakh(text, word) && word.size > 0;
    const auto* end = word.letters.begin() + word.size;
    if (!fits || std::find(word.letters.cbegin(), end, letter(u'?')) != end) {
        throw Error(std::string("languages/kk/") + file + ": '" + text + "' is no Kazakh word");
    }
    return word;
}

std::uint64_t hash_of(const KazakhWord& word, std::size_t size, Letter last = 0) {
    std::uint64_t hash = KazakhDictionary::empty_hash;
    for (std::size_t i = 0; i < size; ++i) {
        hash = KazakhDictionary::next_hash(hash, word.letters[i]);
    }
    return last == 0 ? hash : KazakhDictionary::next_hash(hash, last);
}

/// б of п and so on; 0 for letters that never change.
Letter voiced(Letter l) {
    switch (kazakh_letters[l]) {
    case u'п': return letter(u'б');
    case u'к': return letter(u'г');
    case u'қ': return letter(u'ғ');
    default: return 0;
    }
}

Letter voiceless(Letter l) {
    switch (kazakh_letters[l]) {
    case u'б': return letter(u'п');
    case u'г': return letter(u'к');
    case u'ғ': return letter(u'қ');
    default: return 0;
    }
}

std::size_t count_lines(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

} // namespace

KazakhDictionary::KazakhDictionary(std::string_view stems, std::string_view irregular) {
    const std::size_t lines = count_lines(stems) + count_lines(irregular);
    m_table.resize(std::bit_ceil(spellings_of_a_stem * lines));
    m_forms.reserve(lines + 1);
    m_forms.emplace_back();
    for_each_row(stems, [&](const std::vector<std::string>& row) {
        const std::string kind = row.size() > 1 ? row[1] : "";
        const std::string other = row.size() > 2 ? row[2] : "";
        if (kind == "n") {
            add_noun(row[0], other);
        } else if (kind == "v" || kind == "own") {
            add_verb(row[0], other, kind == "own");
        } else if (kind == "a") {
            add_whole(row[0], row[0], "stems.tsv");
        } else {
            throw Error("languages/kk/stems.tsv: '" + row[0] + "' is none of n, v, own, a");
        }
    });
    for_each_row(irregular, [&](const std::vector<std::string>& row) {
        if (row.size() < 2) {
            throw Error("languages/kk/irregular.tsv: the line '" + row[0] + "' lacks a column");
        }
        add_whole(row[0], row[1], "irregular.tsv");
    });
}

void KazakhDictionary::add_whole(const std::string& word, const std::string& stem, const char* file) {
    const KazakhWord letters = read(word, file);
    m_forms.push_back(stem);
    entry(hash_of(letters, letters.size)).whole = static_cast<FormId>(m_forms.size() - 1);
}

void KazakhDictionary::add_noun(const std::string& stem, const std::string& before_vowel) {
    const KazakhWord word = read(stem, "stems.tsv");
    m_forms.push_back(stem);
    const auto id = static_cast<FormId>(m_forms.size() - 1);
    add_noun(hash_of(word, word.size), id, StemPlace::anywhere);
    if (const Letter soft = voiced(word.letters[word.size - 1]); soft != 0) {
        add_noun(hash_of(word, word.size - 1, soft), id, StemPlace::before_vowel); // кітап: кітаб-ы
    }
    if (!before_vowel.empty()) {
        const KazakhWord other = read(before_vowel, "stems.tsv");
        add_noun(hash_of(other, other.size), id, StemPlace::before_vowel); // халық: халқ-ы
    }
}

void KazakhDictionary::add_verb(const std::string& infinitive, const std::string& stems, bool own) {
    const KazakhWord whole = read(infinitive, "stems.tsv");
    if (whole.size < 2 || whole.letters[whole.size - 1] != letter(u'у')) {
        throw Error("languages/kk/stems.tsv: the verb '" + infinitive + "' is no infinitive");
    }
    m_forms.push_back(infinitive);
    const auto id = static_cast<FormId>(m_forms.size() - 1);
    if (stems.empty()) {
        KazakhWord stem = whole;
        Letter& last = stem.letters[--stem.size - 1];
        last = voiceless(last) != 0 ? voiceless(last) : last; // табу: тап
        add_verb_stem(stem, id, own);
        return;
    }
    for (std::size_t begin = 0; begin < stems.size();) {
        const std::size_t end = std::min(stems.find(' ', begin), stems.size());
        add_verb_stem(read(stems.substr(begin, end - begin), "stems.tsv"), id, own);
        begin = end + 1;
    }
}

void KazakhDictionary::add_verb_stem(const KazakhWord& stem, FormId id, bool own) {
    const std::size_t before = stem.size - 1;
    const Letter last = stem.letters[before];
    add_verb(hash_of(stem, stem.size), id, StemPlace::anywhere, own);
    if (const Letter soft = voiced(last); soft != 0) {
        add_verb(hash_of(stem, before, soft), id, StemPlace::before_vowel, own); // тап: таб-у
        if (last == letter(u'п')) {
            add_verb(hash_of(stem, before, letter(u'у')), id, StemPlace::before_vowel, own); // тау-ып
        }
    } else if (last == letter(u'ы') || last == letter(u'і')) {
        add_verb(hash_of(stem, before, letter(u'ɪ')), id, StemPlace::anywhere, own); // оқы: оқи-ды
        add_verb(hash_of(stem, before), id, StemPlace::before_u, own);               // оқ-у
    }
}

void KazakhDictionary::add_noun(std::uint64_t hash, FormId id, StemPlace place) {
    Entry& e = entry(hash);
    if (e.noun == 0 || place < e.noun_place) {
        e.noun = id;
        e.noun_place = place;
    }
}

void KazakhDictionary::add_verb(std::uint64_t hash, FormId id, StemPlace place, bool own) {
    Entry& e = entry(hash);
    if (e.verb == 0 || place < e.verb_place) {
        e.verb = id;
        e.verb_place = place;
        e.own_verb = own;
    }
}

KazakhDictionary::Entry& KazakhDictionary::entry(std::uint64_t hash) {
    const std::size_t mask = m_table.size() - 1;
    std::size_t i = (hash ^ (hash >> 32U)) & mask;
    while (m_table[i].hash != 0 && m_table[i].hash != hash) {
        i = (i + 1) & mask;
    }
    m_table[i].hash = hash;
    return m_table[i];
}

const KazakhDictionary::Entry* KazakhDictionary::find(std::uint64_t hash) const {
    const std::size_t mask = m_table.size() - 1;
    for (std::size_t i = (hash ^ (hash >> 32U)) & mask; m_table[i].hash != 0; i = (i + 1) & mask) {
        if (m_table[i].hash == hash) {
            return &m_table[i];
        }
    }
    return nullptr;
}

} // namespace qosar
