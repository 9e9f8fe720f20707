#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/language/stem.hpp"

namespace qosar {

namespace {

using Letters = std::u16string; // every Kazakh letter is one unit
using Suffix = std::u16string_view;

enum class Harmony { any, back, front };

Harmony harmony_of(char16_t letter) {
    switch (letter) {
    case u'а':
    case u'о':
    case u'ұ':
    case u'ы': return Harmony::back;
    case u'ә':
    case u'е':
    case u'ө':
    case u'ү':
    case u'і':
    case u'э': return Harmony::front;
    default: return Harmony::any;
    }
}

bool is_vowel(char16_t letter) {
    return harmony_of(letter) != Harmony::any || Suffix(u"уиюяё").find(letter) != Suffix::npos;
}

/// Harmony of the last vowel; loan words' у, и, ю, я go with either, and so does the ending -мен.
Harmony harmony_of(std::u16string_view letters) {
    if (letters == u"мен" || letters == u"бен" || letters == u"пен") {
        return Harmony::any;
    }
    for (std::size_t i = letters.size(); i > 0; --i) {
        if (is_vowel(letters[i - 1])) {
            return harmony_of(letters[i - 1]);
        }
    }
    return Harmony::any;
}

bool harmonise(Harmony stem, Harmony suffix) {
    return stem == Harmony::any || suffix == Harmony::any || stem == suffix;
}

/// One slot: at most one of its suffixes is taken off, the longest that fits.
struct Slot {
    std::vector<Suffix> suffixes; ///< longest first
    std::size_t stem_letters = 3; ///< that must remain
};

/// After a third-person possessive the cases take an н: `облысында`, `облысынан`, `облысына`.
const Slot possessive_case_slot{{u"сындағы", u"сіндегі", u"ындағы", u"індегі", u"сынан", u"сінен", u"сында", u"сінде",
                                 u"ынан", u"інен", u"ында", u"інде", u"сына", u"сіне", u"ына", u"іне"}};
const Slot case_slot{{u"дағы", u"дегі", u"тағы", u"тегі", u"ның", u"нің", u"дың", u"дің", u"тың", u"тің",
                      u"мен",  u"бен",  u"пен",  u"нан",  u"нен", u"дан", u"ден", u"тан", u"тен", u"дай",
                      u"дей",  u"тай",  u"тей",  u"ға",   u"ге",  u"қа",  u"ке",  u"на",  u"не",  u"ны",
                      u"ні",   u"ды",   u"ді",   u"ты",   u"ті",  u"да",  u"де",  u"та",  u"те"}};
const Slot weak_case_slot{{u"сын", u"сін", u"ын", u"ін"}, 4};
const Slot possessive_slot{
    {u"ыңыз", u"іңіз", u"ымыз", u"іміз", u"ңыз", u"ңіз", u"мыз", u"міз", u"сын", u"сін", u"сы", u"сі", u"ым", u"ім"}};
const Slot weak_possessive_slot{{u"ы", u"і"}, 3};
const Slot plural_slot{{u"лар", u"лер", u"дар", u"дер", u"тар", u"тер"}};
const Slot relation_slot{{u"ғы", u"гі", u"қы", u"кі"}, 3};
const Slot verb_slot{{u"йтын", u"йтін", u"атын", u"етін", u"ғалы", u"гелі", u"қалы", u"келі", u"йды", u"йді",
                      u"ады",  u"еді",  u"мақ",  u"мек",  u"бақ",  u"бек",  u"пақ",  u"пек",  u"ған", u"ген",
                      u"қан",  u"кен",  u"ып",   u"іп",   u"са",   u"се",   u"ар",   u"ер"}};
const Slot negation_slot{{u"ма", u"ме", u"ба", u"бе", u"па", u"пе"}};
const Slot infinitive_slot{{u"у"}, 3};
const Slot voice_slot{{u"ыл", u"іл", u"ыс", u"іс"}, 3};

/// `-сы` and its like follow a vowel (жоба-сы), but hardly ever ы or і: жұмысы is жұмыс-ы.
bool follows(std::u16string_view rest, Suffix suffix) {
    const char16_t last = rest.back();
    return !(suffix.starts_with(u"сы") || suffix.starts_with(u"сі")) ||
           (is_vowel(last) && last != u'ы' && last != u'і');
}

bool take_off(Letters& word, const Slot& slot) {
    for (const Suffix suffix : slot.suffixes) {
        if (word.size() < suffix.size() + slot.stem_letters || !word.ends_with(suffix)) {
            continue;
        }
        const std::u16string_view rest(word.data(), word.size() - suffix.size());
        bool has_vowel = false;
        for (const char16_t letter : rest) {
            has_vowel = has_vowel || is_vowel(letter);
        }
        if (has_vowel && follows(rest, suffix) && harmonise(harmony_of(rest), harmony_of(suffix))) {
            word.resize(rest.size());
            return true;
        }
    }
    return false;
}

void take_off_noun_suffixes(Letters& word) {
    if (!take_off(word, possessive_case_slot)) {
        if (!take_off(word, case_slot)) {
            take_off(word, weak_case_slot);
        }
        take_off(word, possessive_slot);
        take_off(word, weak_possessive_slot);
    }
    take_off(word, plural_slot);
}

void take_off_verb_suffixes(Letters& word) {
    const bool finite = take_off(word, verb_slot);
    const bool infinitive = take_off(word, infinitive_slot);
    if (finite || infinitive) {
        take_off(word, negation_slot);
        take_off(word, voice_slot);
    }
}

/// A voiced stop that stands at the end only because a suffix followed it.
void devoice_end(Letters& word) {
    switch (word.back()) {
    case u'б': word.back() = u'п'; break;
    case u'г': word.back() = u'к'; break;
    case u'ғ': word.back() = u'қ'; break;
    default: break;
    }
}

Letters to_letters(std::string_view word) {
    Letters letters;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto lead = static_cast<unsigned char>(word[i]);
        if (lead < 0x80) {
            letters += static_cast<char16_t>(lead);
        } else if ((lead & 0xE0U) == 0xC0U && i + 1 < word.size()) {
            const auto trail = static_cast<unsigned char>(word[++i]);
            letters += static_cast<char16_t>(((lead & 0x1FU) << 6U) | (trail & 0x3FU));
        } else {
            return {}; // a letter that no Kazakh word has
        }
    }
    return letters;
}

std::string to_utf8(const Letters& letters) {
    std::string word;
    for (const char16_t letter : letters) {
        if (letter < 0x80) {
            word += static_cast<char>(letter);
        } else {
            word += static_cast<char>(0xC0U | (letter >> 6U));
            word += static_cast<char>(0x80U | (letter & 0x3FU));
        }
    }
    return word;
}

} // namespace

std::string kazakh_stem(std::string_view word) {
    Letters letters = to_letters(word);
    if (letters.size() < 4) {
        return std::string(word);
    }
    take_off_noun_suffixes(letters);
    if (take_off(letters, relation_slot)) {
        take_off_noun_suffixes(letters);
    }
    take_off_verb_suffixes(letters);
    devoice_end(letters);
    return to_utf8(letters);
}

} // namespace qosar
