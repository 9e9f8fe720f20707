#include "qosar/language/numbers.hpp"

#include <cmath>
#include <cstdio>

#include "qosar/language/stem.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

/// Digit groups of a number token and the separator before each but the first.
struct Groups {
    std::vector<std::string> digits{""};
    std::vector<char32_t> separators;
    std::vector<Range> bytes; ///< of each group in the token
};

Groups groups_of(std::string_view token) {
    Groups groups;
    groups.bytes.push_back({0, 0});
    for (std::size_t i = 0; i < token.size();) {
        const char32_t c = next_code_point(token, i);
        if (is_digit(c)) {
            groups.digits.back() += static_cast<char>('0' + digit_value(c));
            groups.bytes.back().end = i;
        } else {
            groups.separators.push_back(c == U'.' || c == U',' ? c : U' ');
            groups.digits.emplace_back();
            groups.bytes.push_back({i, i});
        }
    }
    return groups;
}

/// `01.02.2026`, `17.30.15`: parts that are numbers of their own.
bool is_list_of_parts(const Groups& groups) {
    std::size_t points = 0;
    for (std::size_t i = 0; i < groups.separators.size(); ++i) {
        points += groups.separators[i] != U' ' && groups.digits[i + 1].size() != 3 ? 1 : 0;
    }
    return points >= 2;
}

double value_of(const Groups& groups) {
    std::string plain = groups.digits[0];
    for (std::size_t i = 1; i < groups.digits.size(); ++i) {
        const bool last = i + 1 == groups.digits.size();
        const bool repeated = groups.separators.size() > 1 && groups.separators[0] == groups.separators[i - 1];
        const bool grouping = groups.separators[i - 1] == U' ' ||
                              (groups.digits[i].size() == 3 && groups.digits[0] != "0" &&
                               groups.digits[0].size() <= 3 && (repeated || groups.separators.size() == 1 || !last));
        plain += grouping ? groups.digits[i] : "." + groups.digits[i];
    }
    return std::strtod(plain.c_str(), nullptr);
}

const NumberWord* number_word(const LanguagePack& pack, std::string_view text, const Token& token) {
    if (token.kind != TokenKind::word) {
        return nullptr;
    }
    const std::string word = lower(text.substr(token.bytes.begin, token.bytes.size()), pack.code);
    auto found = pack.number_words.find(word);
    if (found == pack.number_words.end() && !pack.number_words.empty()) {
        found = pack.number_words.find(stem(pack, word)); // `мыңнан`, `млрд-қа`
    }
    return found == pack.number_words.end() ? nullptr : &found->second;
}

/// Whether only blanks, a full stop after an abbreviation, or a hyphen stand between two tokens.
bool stand_together(std::string_view text, const Token& first, const Token& second) {
    const std::string_view gap = text.substr(first.bytes.end, second.bytes.begin - first.bytes.end);
    return gap == " " || gap == "\u00A0" || gap == "\u202F" || gap == ". " || gap == "-" || gap.empty();
}

} // namespace

std::vector<NumberMention> numbers_in(const LanguagePack& pack, std::string_view text,
                                      const std::vector<Token>& tokens) {
    std::vector<NumberMention> mentions;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const NumberWord* word = number_word(pack, text, token);
        NumberMention mention{0, token.bytes, token.kind == TokenKind::word};
        if (token.kind == TokenKind::number) {
            const Groups groups = groups_of(text.substr(token.bytes.begin, token.bytes.size()));
            if (is_list_of_parts(groups)) {
                for (std::size_t g = 0; g < groups.digits.size(); ++g) {
                    const Range place{token.bytes.begin + groups.bytes[g].begin,
                                      token.bytes.begin + groups.bytes[g].end};
                    mentions.push_back({std::strtod(groups.digits[g].c_str(), nullptr), place, false});
                }
                continue;
            }
            mention.value = value_of(groups);
        } else if (word != nullptr && !word->multiplies) {
            mention.value = word->value;
        } else {
            continue;
        }
        while (i + 1 < tokens.size() && stand_together(text, tokens[i], tokens[i + 1])) {
            const NumberWord* next = number_word(pack, text, tokens[i + 1]);
            if (next == nullptr || !next->multiplies) {
                break;
            }
            mention.value *= next->value;
            mention.bytes.end = tokens[++i].bytes.end;
        }
        mentions.push_back(mention);
    }
    return mentions;
}

bool same_number(double a, double b) {
    // `==` and `<`, so that digits beyond any double equal each other and nothing else
    return a == b || std::abs(a - b) < 1e-9 * std::max(std::abs(a), std::abs(b));
}

std::string number_text(double value) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.10g", value);
    std::string text(buffer);
    if (text.find("e+") != std::string::npos && std::abs(value) < 1e60) { // longer ones stay in powers of ten
        std::snprintf(buffer, sizeof buffer, "%.0f", value);
        text = buffer;
    }
    return text;
}

} // namespace qosar
