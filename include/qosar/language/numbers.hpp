// Numbers in a text, by value: `16 мың` and `16,000` are the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/text/tokens.hpp"

namespace qosar {

enum class NumberKind { cardinal, ordinal, percent, percentage_point };

/// A number with its place. `1.2 billion`, `five hundred and one` and `8,4 %-ға` are one mention each; `5–7` and `3:2`
/// are two; `01.02.2026` is three: 1, 2 and 2026.
struct NumberMention {
    double value = 0;
    Range bytes;          ///< of the text; number words, a percent sign or word, and endings behind a hyphen included
    bool spelled = false; ///< written without digits, such as `five` or `XVIII`
    NumberKind kind = NumberKind::cardinal;
};

/// The numbers of a text from its tokens, in order. Separators are read as both languages use them: `1,000` and
/// `1 000` group thousands, `8,4` and `8.4` are decimals; three digits behind a single separator are a group unless a
/// zero stands before it, or `million`, `%` and the like behind it. The first number of a range takes the multiplier
/// and the percent of the second: `5–7 млн`. Number words come from the language pack. Roman numerals are read from two
/// letters up, single letters only beside a word such as `century`.
std::vector<NumberMention> numbers_in(const LanguagePack& pack, std::string_view text,
                                      const std::vector<Token>& tokens);

/// Equal but for the last digit of binary fractions.
bool same_number(double a, double b);

/// A short way to write a value in a message: `12.8 billion` → `12800000000`, `8.40` → `8.4`.
std::string number_text(double value);

/// `cardinal`, `ordinal`, `percent` or `percentage_point`.
std::string to_string(NumberKind kind);

} // namespace qosar
