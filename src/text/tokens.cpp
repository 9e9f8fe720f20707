#include "qosar/text/tokens.hpp"

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

char32_t peek(std::string_view text, std::size_t position) {
    return position < text.size() ? next_code_point(text, position) : U'\0';
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2019' || c == U'\u02BC'; }

bool is_hyphen(char32_t c) { return c == U'-' || c == U'\u2010' || c == U'\u2011'; }

bool ends_clause(char32_t c) { return c == U'.' || c == U'!' || c == U'?' || c == U':' || c == U'\n' || c == U'…'; }

std::size_t word_end(std::string_view text, std::size_t position) {
    while (position < text.size()) {
        std::size_t after = position;
        const char32_t c = next_code_point(text, after);
        const bool inner_apostrophe = is_apostrophe(c) && is_letter(peek(text, after));
        if (!is_letter(c) && !is_mark(c) && !inner_apostrophe) {
            break;
        }
        position = after;
    }
    return position;
}

std::size_t digits_end(std::string_view text, std::size_t position) {
    while (is_digit(peek(text, position))) {
        next_code_point(text, position);
    }
    return position;
}

/// Exactly three digits after a blank: the next group of `1 234 567`. Returns its end or `position`.
std::size_t blank_group_end(std::string_view text, std::size_t position) {
    std::size_t after = position;
    const char32_t c = after < text.size() ? next_code_point(text, after) : U'\0';
    if (c != U' ' && c != U'\u00A0' && c != U'\u202F' && c != U'\u2009') {
        return position;
    }
    const std::size_t end = digits_end(text, after);
    return count_code_points(text.substr(after, end - after)) == 3 ? end : position;
}

std::size_t number_end(std::string_view text, std::size_t begin) {
    std::size_t position = digits_end(text, begin);
    const bool may_group = count_code_points(text.substr(begin, position - begin)) <= 3;
    for (std::size_t next = position; may_group; position = next) {
        next = blank_group_end(text, position);
        if (next == position) {
            break;
        }
    }
    for (;;) {
        std::size_t after = position;
        const char32_t c = after < text.size() ? next_code_point(text, after) : U'\0';
        if ((c != U'.' && c != U',') || !is_digit(peek(text, after))) {
            return position;
        }
        position = digits_end(text, after);
    }
}

} // namespace

std::vector<Token> tokenise(std::string_view text) {
    std::vector<Token> tokens;
    tokenise(text, tokens);
    return tokens;
}

void tokenise(std::string_view text, std::vector<Token>& tokens) {
    tokens.clear();
    bool after_hyphen = false;
    bool starts_sentence = true;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        const char32_t c = next_code_point(text, i);
        if (is_letter(c) || is_digit(c)) {
            const bool number = is_digit(c);
            i = number ? number_end(text, begin) : word_end(text, i);
            tokens.push_back(
                {number ? TokenKind::number : TokenKind::word, {begin, i}, after_hyphen, is_upper(c), starts_sentence});
            starts_sentence = false;
            after_hyphen = false;
        } else {
            after_hyphen = is_hyphen(c) && !tokens.empty() && tokens.back().bytes.end == begin;
            starts_sentence = starts_sentence || ends_clause(c);
        }
    }
}

} // namespace qosar
