// Cutting a text into words and numbers, the same way for every language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "qosar/model/range.hpp"

namespace qosar {

enum class TokenKind { word, number };

/// A word is letters with their marks and inner apostrophes: `Kazakhstan's`, `ата` of `ата-ана`.
/// A number is digits with inner separators: `1 234 567,89`, `12.5`, `01.02.2026`.
struct Token {
    TokenKind kind = TokenKind::word;
    Range bytes;
    bool after_hyphen = false; ///< `нан` of `4000-нан`
    bool starts_upper = false;
    bool starts_sentence = false; ///< first token of the text, or the first after `.`, `!`, `?`, `:` or a newline
};

std::vector<Token> tokenise(std::string_view text);
void tokenise(std::string_view text, std::vector<Token>& tokens); ///< in place of what was there

} // namespace qosar
