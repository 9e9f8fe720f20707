#include "roman.hpp"

#include <array>
#include <string>
#include <utility>

#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::size_t longest_numeral = 15; // MMMDCCCLXXXVIII

char latin_look(char32_t letter) {
    switch (letter) {
    case U'І': return 'I'; // the Cyrillic letters of Kazakh keyboards
    case U'Х': return 'X';
    case U'С': return 'C';
    case U'М': return 'M';
    default: return letter < 0x80 ? static_cast<char>(letter) : '?';
    }
}

constexpr std::array<std::pair<std::string_view, int>, 13> numerals{{{"M", 1000},
                                                                     {"CM", 900},
                                                                     {"D", 500},
                                                                     {"CD", 400},
                                                                     {"C", 100},
                                                                     {"XC", 90},
                                                                     {"L", 50},
                                                                     {"XL", 40},
                                                                     {"X", 10},
                                                                     {"IX", 9},
                                                                     {"V", 5},
                                                                     {"IV", 4},
                                                                     {"I", 1}}};

/// The one way to write a value; others, such as `IIII`, are words.
std::string written(int value) {
    std::string text;
    for (const auto& [numeral, worth] : numerals) {
        for (; value >= worth; value -= worth) {
            text += numeral;
        }
    }
    return text;
}

} // namespace

int roman_value(std::string_view word) {
    if (word.empty() || word.size() > 2 * longest_numeral) {
        return 0;
    }
    std::string latin;
    for (std::size_t i = 0; i < word.size();) {
        latin += latin_look(next_code_point(word, i));
    }
    int value = 0;
    std::string_view rest = latin;
    for (const auto& [numeral, worth] : numerals) {
        while (rest.substr(0, numeral.size()) == numeral && value < 4000) {
            value += worth;
            rest.remove_prefix(numeral.size());
        }
    }
    return rest.empty() && value < 4000 && written(value) == latin ? value : 0;
}

} // namespace qosar
