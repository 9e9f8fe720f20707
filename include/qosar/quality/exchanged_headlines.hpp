// Headlines that stand over each other's bodies: what happens when a site's editor pastes one line too far.
//
// A headline on a wrong body of the same subject has nearly all its words in it, so the body alone cannot tell. Its
// neighbours can: if the headlines of a few neighbouring articles fit their bodies clearly better after an exchange
// among them, they have been exchanged.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "qosar/language/pack.hpp"

namespace qosar {

struct TitledText {
    std::string headline;
    std::string body;
};

struct ExchangeOptions {
    std::size_t block = 12;   ///< neighbours that are looked at together; blocks overlap by half
    double least_gain = 0.06; ///< in fit, summed over those that change places; a fit is 0 to 1
};

/// A headline that fits another body better.
struct ExchangedHeadline {
    std::size_t fits = 0; ///< number of the text whose body it fits
    double own_fit = 0;
    double other_fit = 0;
    double gain = 0; ///< of the whole exchange
};

/// For each text nothing, or where its headline belongs. Texts without headline or body take no part. The best
/// exchange is found by assignment (Kuhn 1955, in Jonker and Volgenant's shortest-path form).
std::vector<std::optional<ExchangedHeadline>> exchanged_headlines(const LanguagePack& pack,
                                                                  const std::vector<TitledText>& texts,
                                                                  const ExchangeOptions& options = {});

} // namespace qosar
