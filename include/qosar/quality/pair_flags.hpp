// Flags on one aligned pair.
#pragma once

#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/model/flag.hpp"

namespace qosar {

/// A pair as the rules see it. Both texts are valid UTF-8; the spans of flags are bytes of them.
struct PairView {
    const LanguagePack& first_pack;
    const LanguagePack& second_pack;
    std::string_view first;
    std::string_view second;
    double score = 0; ///< probability that they translate each other
};

struct PairThresholds {
    double low_score = 0.66;           ///< about 1 in 200 true pairs lies below
    double copied_words = 0.8;         ///< shared words over all words
    double length_deviation = 4.0;     ///< of the log length ratio, in standard deviations at that length
    double language_confidence = 0.8;  ///< of the identification of another language
    std::size_t language_letters = 40; ///< fewer letters say too little about a language
};

/// In the order of the registry.
std::vector<Flag> pair_flags(const PairView& pair, const PairThresholds& thresholds = {});

} // namespace qosar
