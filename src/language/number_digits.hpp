// The value of a number written in digits.
#pragma once

#include <string_view>
#include <vector>

#include "qosar/model/range.hpp"

namespace qosar {

/// A value and its place in the token.
struct DigitPart {
    double value = 0;
    Range bytes;
};

/// The parts of a number token: one for `1 234,5`, three for `01.02.2026` and `17.30.15`. Three digits behind a single
/// separator are a group of thousands, but a fraction if it is one of `decimals`, as the comma of `3,125 млн`, or if a
/// zero or more than three digits stand before it.
std::vector<DigitPart> digit_parts(std::string_view token, std::u32string_view decimals = {});

} // namespace qosar
