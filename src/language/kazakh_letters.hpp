// A Kazakh word as the stemmer sees it: small numbers for letters, with what the endings look at.
//
// Three letters of the alphabet stand for two sounds, which endings may divide: ю is йу (`қой-у` → қою), я is йа
// (`қой-ады` → қояды), и is a narrow vowel and й (`оқы-й-ды` → оқиды, `ки-іп` → киіп). They are taken apart here.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace qosar {

using Letter = std::uint8_t; ///< place in `kazakh_letters`

/// The letter 0 is any other character: Latin, digits, punctuation. `ɪ` is the vowel in и.
constexpr std::u16string_view kazakh_letters = u"?аәбвгғдеёжзйкқлмнңоөпрстуұүфхһцчшщъыіьэɪ";

constexpr Letter letter(char16_t c) {
    const std::size_t place = kazakh_letters.find(c);
    return place == std::u16string_view::npos ? Letter{0} : static_cast<Letter>(place);
}

/// What the first sound of an ending depends on; sets of them are or-ed.
namespace sound {
constexpr std::uint8_t open_vowel = 1;
constexpr std::uint8_t narrow_vowel = 64; ///< ы, і and the one in и
constexpr std::uint8_t vowel = open_vowel | narrow_vowel;
constexpr std::uint8_t glide = 2;      ///< р, й, у
constexpr std::uint8_t lateral = 4;    ///< л
constexpr std::uint8_t nasal = 8;      ///< м, н, ң
constexpr std::uint8_t sibilant = 16;  ///< з, ж
constexpr std::uint8_t voiceless = 32; ///< also б, в, г, д, ғ, which end only loans: `клуб-тар`
constexpr std::uint8_t consonant = 62;
constexpr std::uint8_t any = 127;
} // namespace sound

/// Vowel harmony; sets are or-ed.
namespace harmony {
constexpr std::uint8_t back = 1;
constexpr std::uint8_t front = 2;
constexpr std::uint8_t any = 3;
} // namespace harmony

std::uint8_t sound_of(Letter l);
bool is_vowel(Letter l);

/// A word of at most `max_letters` sounds; longer ones are no words.
struct KazakhWord {
    static constexpr std::size_t max_letters = 48;

    std::string_view bytes;
    std::size_t size = 0;
    std::array<Letter, max_letters> letters{};
    std::array<std::uint8_t, max_letters + 1> begins{}; ///< byte at which the letter begins; the last one: bytes.size()
    std::array<std::uint8_t, max_letters + 1> harmony{}; ///< of endings that may follow the first i letters
    bool has_cyrillic = false;
};

/// Reads a lower-case word. Returns false for one that is too long or no UTF-8.
bool read_kazakh(std::string_view bytes, KazakhWord& word);

/// The first `size` letters, as they are written. REQUIRES: size <= word.size.
std::string written(const KazakhWord& word, std::size_t size);

/// The infinitive of the verb whose stem is the first `size` letters: `айтыл` → айтылу, `қой` → қою, `тап` → табу.
std::string infinitive(const KazakhWord& word, std::size_t size);

} // namespace qosar
