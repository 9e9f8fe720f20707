#include "qosar/listing/item_language.hpp"

#include <algorithm>
#include <array>

#include "qosar/language/identify.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::size_t enough = 400; // bytes of a body say what it is written in
constexpr double least_confidence = 0.5;

std::string_view beginning(std::string_view text) {
    std::size_t end = std::min(text.size(), enough);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end);
}

/// A short word in small ASCII letters; empty for a longer one.
std::string small_letters(std::string_view word) {
    std::string out(word.size() <= 4 ? word : std::string_view{});
    for (char& c : out) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

bool is_small_english_word(std::string_view word) {
    static constexpr std::array<std::string_view, 16> words{"a",  "and", "at",   "by",  "for", "from", "in",   "is",
                                                            "of", "on",  "that", "the", "to",  "was",  "will", "with"};
    return std::binary_search(words.begin(), words.end(), word);
}

/// At least two small words of English, one of them not shared with its neighbours, among words of ASCII letters alone.
bool is_surely_english(std::string_view text) {
    std::size_t words = 0;
    std::size_t small = 0;
    bool telling = false;
    std::size_t foreign = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.find(' ', begin);
        end = end == std::string_view::npos ? text.size() : end;
        const std::string word = small_letters(text.substr(begin, end - begin));
        begin = end + 1;
        ++words;
        if (is_small_english_word(word)) {
            ++small;
            telling = telling || word == "the" || word == "of" || word == "and" || word == "with" || word == "from";
        }
    }
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        foreign += byte >= 0xC3 && byte != 0xE2 ? 1 : 0;
    }
    return telling && small >= 2 && 10 * small >= words && 4 * foreign <= text.size();
}

} // namespace

std::string language_of(std::string_view text) {
    const std::string_view part = beginning(text);
    if (is_surely_english(part)) {
        return "en";
    }
    const Identified found = identify_language(part);
    return found.confidence >= least_confidence ? found.language : std::string();
}

void tell_languages(Article& article) {
    article.title_language = language_of(article.title);
    article.language = article.body.empty() ? article.title_language : language_of(article.body);
}

} // namespace qosar
