#include "date_words.hpp"

#include <string>

#include "qosar/language/kazakh_endings.hpp"

namespace qosar {

namespace {

const DateWord* look_up(const LanguagePack& pack, const std::string& word) {
    const auto found = pack.date_words.find(word);
    return found == pack.date_words.end() ? nullptr : &found->second;
}

/// `қыркүйегінде` is of қыркүйек: к and қ are voiced before a vowel.
std::string with_voiceless_end(std::string_view base) {
    std::string word(base);
    for (const auto& [voiced, voiceless] : {std::pair("г", "к"), std::pair("ғ", "қ")}) {
        if (word.ends_with(voiced)) {
            return word.replace(word.size() - std::string_view(voiced).size(), std::string::npos, voiceless);
        }
    }
    return word;
}

bool is_genitive(std::string_view ending) {
    for (const std::string_view genitive : {"ның", "нің", "дың", "дің", "тың", "тің"}) {
        if (ending == genitive) {
            return true;
        }
    }
    return false;
}

} // namespace

FoundDateWord find_date_word(const LanguagePack& pack, std::string_view lower_case) {
    if (const DateWord* word = look_up(pack, std::string(lower_case)); word != nullptr) {
        return {word, false, false};
    }
    constexpr std::size_t least_bytes = 8; // of a Kazakh month
    constexpr std::size_t longest_ending = 20;
    std::size_t cut = lower_case.size();
    while (pack.code == "kk" && cut > least_bytes && lower_case.size() - cut < longest_ending) {
        do {
            --cut;
        } while (cut > 0 && (static_cast<unsigned char>(lower_case[cut]) & 0xC0U) == 0x80U);
        const std::string_view ending = lower_case.substr(cut);
        if (!is_kazakh_noun_ending(ending)) {
            continue;
        }
        const DateWord* word = look_up(pack, with_voiceless_end(lower_case.substr(0, cut)));
        if (word != nullptr && word->role == DateRole::month) {
            return {word, true, is_genitive(ending)};
        }
    }
    return {};
}

} // namespace qosar
