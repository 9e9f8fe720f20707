#include "qosar/words/names.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "qosar/text/latin.hpp"

namespace qosar {

namespace {

constexpr std::size_t longest_suffix = 5;
constexpr std::size_t longest_name = 40;

bool is_plain_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// Spellings of one sound, longest first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> same_sounds{{
    {"shch", "sh"}, {"dzh", "j"}, {"tch", "c"}, {"ch", "c"},  {"kh", "h"}, {"gh", "g"},  {"zh", "j"},
    {"ph", "f"},    {"ck", "k"},  {"th", "t"},  {"ts", "s"},  {"tz", "s"}, {"ya", "ia"}, {"ye", "e"},
    {"yo", "e"},    {"yu", "iu"}, {"q", "k"},   {"w", "v"},   {"y", "i"},  {"x", "ks"},  {"z", "s"},
    {"ng", "n"},    {"ce", "se"}, {"ci", "si"}, {"cy", "si"}, {"c", "k"},
}};

/// By the edit distance of a name to every beginning of one that is no shorter.
double likeness_to_beginning(std::string_view name, std::string_view longer) {
    std::array<std::size_t, longest_name + 1> row{};
    for (std::size_t j = 0; j <= longer.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= name.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= longer.size(); ++j) {
            const std::size_t above = row[j];
            const std::size_t same = name[i - 1] == longer[j - 1] ? 0 : 1;
            row[j] = std::min({diagonal + same, above + 1, row[j - 1] + 1});
            diagonal = above;
        }
    }
    double best = 0;
    const auto length = static_cast<double>(name.size());
    for (std::size_t j = longer.size() - std::min(longest_suffix, longer.size()); j <= longer.size(); ++j) {
        const double likeness = 1.0 - static_cast<double>(row[j]) / std::max(length, static_cast<double>(j));
        const double suffix_cost = 0.01 * static_cast<double>(longer.size() - j);
        best = std::max(best, likeness - suffix_cost);
    }
    return best;
}

} // namespace

std::string folded_name(std::string_view word) {
    const std::string latin = to_latin(word);
    std::string out;
    for (std::size_t i = 0; i < latin.size();) {
        std::string_view sound = std::string_view(latin).substr(i, 1);
        std::size_t length = 1;
        for (const auto& [spelling, plain] : same_sounds) {
            if (std::string_view(latin).substr(i).starts_with(spelling)) {
                sound = plain;
                length = spelling.size();
                break;
            }
        }
        for (const char c : sound) {
            const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (letter_or_digit && (out.empty() || out.back() != c)) {
                out += c;
            }
        }
        i += length;
    }
    return out;
}

std::string name_index_key(std::string_view folded) {
    std::string key;
    for (const char c : folded) {
        if (key.size() < 2 && !is_plain_vowel(c) && c != 'h' && (key.empty() || key.back() != c)) {
            key += c;
        }
    }
    return key;
}

double name_likeness(std::string_view folded_a, std::string_view folded_b) {
    if (folded_a.size() > folded_b.size()) {
        std::swap(folded_a, folded_b);
    }
    if (folded_a.size() < 2 || folded_b.size() > longest_name) {
        return 0;
    }
    const double likeness = likeness_to_beginning(folded_a, folded_b);
    const bool either_may_have_the_suffix = folded_a.size() == folded_b.size();
    return either_may_have_the_suffix ? std::max(likeness, likeness_to_beginning(folded_b, folded_a)) : likeness;
}

} // namespace qosar
