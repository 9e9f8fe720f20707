// A translation as people, files and training give it: two words or short terms that can stand for each other.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace qosar {

/// What a part of speech may be; the empty one stands for an unknown one.
inline constexpr std::array<std::string_view, 12> parts_of_speech{"",     "n",    "v",   "adj",  "adv",    "pron",
                                                                  "prep", "conj", "num", "part", "phrase", "name"};

/// Weights are probabilities from 0 to 1. Where nobody counted, they stand for the order of commonness.
struct Translation {
    std::string first;            ///< of the lexicon's first language, as written
    std::string second;           ///< of its second language
    double forward = 0;           ///< p(second | first)
    double backward = 0;          ///< p(first | second)
    std::uint32_t count = 0;      ///< how often training saw them linked; 0 if a person or a dictionary gave them
    std::string part_of_speech{}; ///< one of parts_of_speech
    std::uint32_t source = 0;     ///< index into Translations::sources
};

/// Where translations come from, and on what terms they may be used.
struct TranslationSource {
    std::string name;    ///< such as `government.tsv`
    std::string licence; ///< SPDX identifier where there is one; empty where nobody said

    bool operator==(const TranslationSource&) const = default;
};

/// What a dictionary holds, before it becomes a lexicon image.
struct Translations {
    std::string first_language; ///< such as `en`
    std::string second_language;
    std::vector<TranslationSource> sources;
    std::vector<Translation> all;
};

} // namespace qosar
