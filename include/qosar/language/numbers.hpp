// Numbers in a text, by value: `16 мың` and `16,000` are the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/text/tokens.hpp"

namespace qosar {

/// A number with its place. `1.2 billion` is one mention; `01.02.2026` is three of them: 1, 2 and 2026.
struct NumberMention {
    double value = 0;
    Range bytes;          ///< of the text, number words included
    bool spelled = false; ///< written in words alone, such as `five`
};

/// The numbers of a text from its tokens. Separators are read as both languages use them: `1,000` and `1 000`
/// group thousands, `8,4` and `8.4` are decimals; three digits behind a single separator are a group unless a
/// zero stands before it. Small spelled-out numbers and multipliers come from the language pack.
std::vector<NumberMention> numbers_in(const LanguagePack& pack, std::string_view text,
                                      const std::vector<Token>& tokens);

/// Equal but for the last digit of binary fractions.
bool same_number(double a, double b);

/// A short way to write a value in a message: `12.8 billion` → `12800000000`, `8.40` → `8.4`.
std::string number_text(double value);

} // namespace qosar
