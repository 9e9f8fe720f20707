#include "number_words.hpp"

#include <string>

#include "qosar/language/kazakh_endings.hpp"
#include "qosar/language/stem.hpp"

namespace qosar {

namespace {

const NumberWord* look_up(const LanguagePack& pack, std::string_view word) {
    const auto found = pack.number_words.find(std::string(word));
    return found == pack.number_words.end() ? nullptr : &found->second;
}

bool may_be_possessed(std::string_view word, const NumberWord& number, std::string_view ending) {
    const bool plain = number.role == NumberRole::alone || number.role == NumberRole::also_multiplies ||
                       number.role == NumberRole::part;
    return !plain || number.value >= 1000 || number.value < 1 || word.ends_with("у") || ending.starts_with("сы") ||
           ending.starts_with("сі"); // жетісі
}

/// Pronouns and adjectives that look like он with a case ending.
bool is_word_of_its_own(std::string_view word) { return word == "онда" || word == "онды" || word == "ондай"; }

FoundNumberWord find_kazakh(const LanguagePack& pack, std::string_view word) {
    constexpr std::size_t least_bytes = 4;     // он
    constexpr std::size_t longest_ending = 24; // bytes
    for (std::size_t cut = word.size(); cut > least_bytes && word.size() - cut <= longest_ending;) {
        do {
            --cut;
        } while (cut > 0 && (static_cast<unsigned char>(word[cut]) & 0xC0U) == 0x80U);
        const std::string_view base = word.substr(0, cut);
        const std::string_view ending = word.substr(cut);
        if (cut < least_bytes || !is_kazakh_noun_ending(ending)) {
            continue;
        }
        const NumberWord* number = look_up(pack, base);
        if (number != nullptr && (is_kazakh_case_ending(ending) || may_be_possessed(base, *number, ending))) {
            return is_word_of_its_own(word) ? FoundNumberWord{} : FoundNumberWord{number, true};
        }
    }
    return {};
}

} // namespace

FoundNumberWord find_number_word(const LanguagePack& pack, std::string_view lower_case) {
    if (pack.number_words.empty()) {
        return {};
    }
    if (const NumberWord* number = look_up(pack, lower_case); number != nullptr) {
        return {number, false};
    }
    if (pack.code == "kk") {
        return find_kazakh(pack, lower_case);
    }
    const NumberWord* number = look_up(pack, stem(pack, lower_case)); // `millions`, `centuries`
    return {number, number != nullptr};
}

} // namespace qosar
