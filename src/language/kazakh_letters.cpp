#include "kazakh_letters.hpp"

namespace qosar {

namespace {

constexpr std::size_t letter_count = kazakh_letters.size();
constexpr char16_t cyrillic_begin = 0x400;

constexpr bool contains(std::u16string_view letters, char16_t c) { return letters.find(c) != letters.npos; }

constexpr auto sounds = [] {
    std::array<std::uint8_t, letter_count> table{};
    for (std::size_t i = 0; i < letter_count; ++i) {
        const char16_t c = kazakh_letters[i];
        table[i] = contains(u"аәеёоөұүэ", c) ? sound::open_vowel
                   : contains(u"ыіɪ", c)     ? sound::narrow_vowel
                   : contains(u"рйу", c)     ? sound::glide
                   : c == u'л'               ? sound::lateral
                   : contains(u"мнң", c)     ? sound::nasal
                   : contains(u"зж", c)      ? sound::sibilant
                   : contains(u"ъь", c)      ? sound::consonant
                   : c == u'?'               ? sound::any
                                             : sound::voiceless;
    }
    return table;
}();

constexpr auto harmonies = [] {
    std::array<std::uint8_t, letter_count> table{};
    for (std::size_t i = 0; i < letter_count; ++i) {
        const char16_t c = kazakh_letters[i];
        table[i] = contains(u"аоұы", c) ? harmony::back : contains(u"әеөүіэ", c) ? harmony::front : std::uint8_t{0};
    }
    return table;
}();

/// Letters of the Cyrillic block by code point; 0 for those that are not Kazakh.
constexpr auto by_code_point = [] {
    std::array<Letter, 256> table{};
    for (std::size_t i = 1; i < letter_count; ++i) {
        const char16_t c = kazakh_letters[i];
        if (c >= cyrillic_begin) {
            table[c - cyrillic_begin] = static_cast<Letter>(i);
        }
    }
    return table;
}();

/// Loans lean to the front behind a soft end (`банк-ке`, `рубль-дің`, `факті-сі`) and behind у and и (`аудит-ке`).
std::uint8_t next_harmony(const KazakhWord& word, Letter l) {
    const std::uint8_t before = word.harmony[word.size];
    if (harmonies[l] != 0) {
        return harmonies[l];
    }
    switch (kazakh_letters[l]) {
    case u'?':
    case u'ь':
    case u'к':
    case u'г':
    case u'ё':
    case u'ɪ': return harmony::any;
    case u'в': return word.size > 0 && word.letters[word.size - 1] == letter(u'е') ? harmony::any : before;
    case u'т': return word.size > 0 && word.letters[word.size - 1] == letter(u'к') ? harmony::any : before;
    case u'қ':
    case u'ғ': return harmony::back;
    default:
        // `форум-ға`, `аудит`: у inside a word may go either way, at its end it leans on what is before it
        return word.size > 0 && word.letters[word.size - 1] == letter(u'у') ? harmony::any : before;
    }
}

bool add(KazakhWord& word, Letter l, std::size_t byte) {
    if (word.size == KazakhWord::max_letters) {
        return false;
    }
    word.harmony[word.size + 1] = next_harmony(word, l);
    word.letters[word.size] = l;
    word.begins[word.size] = static_cast<std::uint8_t>(byte);
    ++word.size;
    return true;
}

bool add_cyrillic(KazakhWord& word, char16_t c, std::size_t byte) {
    const bool after_i = word.size > 1 && word.letters[word.size - 2] == letter(u'ɪ');
    switch (c) {
    case u'и': return add(word, letter(u'ɪ'), byte) && add(word, letter(u'й'), byte);
    case u'ю': return (after_i || add(word, letter(u'й'), byte)) && add(word, letter(u'у'), byte);
    case u'я': return (after_i || add(word, letter(u'й'), byte)) && add(word, letter(u'а'), byte);
    default: return add(word, by_code_point[static_cast<std::size_t>(c - cyrillic_begin)], byte);
    }
}

bool is_trail(std::string_view bytes, std::size_t i) {
    return i < bytes.size() && (static_cast<unsigned char>(bytes[i]) & 0xC0U) == 0x80U;
}

/// Whether the letter at `i` is the second half of one that is written ю, я or и.
bool is_second_half(const KazakhWord& word, std::size_t i) {
    return i > 0 && i < word.size && word.begins[i] == word.begins[i - 1];
}

} // namespace

std::uint8_t sound_of(Letter l) { return sounds[l]; }

bool is_vowel(Letter l) { return (sounds[l] & sound::vowel) == sounds[l]; }

bool read_kazakh(std::string_view bytes, KazakhWord& word) {
    word.bytes = bytes;
    word.size = 0;
    word.harmony[0] = harmony::any;
    word.has_cyrillic = false;
    if (bytes.size() > 250) {
        return false;
    }
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const std::size_t begin = i++;
        bool fits = true;
        if ((lead & 0xFCU) == 0xD0U && is_trail(bytes, i)) { // U+0400 to U+04FF
            const auto c =
                static_cast<char16_t>(((lead & 0x1FU) << 6U) | (static_cast<unsigned char>(bytes[i]) & 0x3FU));
            ++i;
            word.has_cyrillic = true;
            fits = add_cyrillic(word, c, begin);
        } else {
            while (lead >= 0x80 && is_trail(bytes, i)) {
                ++i;
            }
            fits = add(word, 0, begin);
        }
        if (!fits) {
            return false;
        }
    }
    word.begins[word.size] = static_cast<std::uint8_t>(bytes.size());
    return true;
}

std::string written(const KazakhWord& word, std::size_t size) {
    std::string text(word.bytes.substr(0, word.begins[size]));
    if (is_second_half(word, size) && word.letters[size - 1] == letter(u'й')) {
        text += "й";
    }
    return text;
}

std::string infinitive(const KazakhWord& word, std::size_t size) {
    const char16_t last = kazakh_letters[word.letters[size - 1]];
    switch (last) {
    case u'ы':
    case u'і':
    case u'ɪ': return written(word, size - 1) + "у"; // оқы → оқу
    case u'й':
        return (size > 1 && word.letters[size - 2] == letter(u'ɪ') ? written(word, size) : written(word, size - 1)) +
               "ю";
    case u'п': return written(word, size - 1) + "бу";
    case u'к': return written(word, size - 1) + "гу";
    case u'қ': return written(word, size - 1) + "ғу";
    default: return written(word, size) + "у";
    }
}

} // namespace qosar
