#include <iostream>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "qosar/language/numbers.hpp"
#include "qosar/language/stem.hpp"
#include "qosar/text/tokens.hpp"
#include "qosar/text/utf8.hpp"
#include "text_input.hpp"

namespace qosar {

namespace {

namespace po = boost::program_options;
using Json = nlohmann::ordered_json;

/// The value of the number mention that begins with this token, or null.
Json value_at(const std::vector<NumberMention>& numbers, const Token& token) {
    for (const NumberMention& number : numbers) {
        if (number.bytes.begin == token.bytes.begin) {
            return number.value;
        }
    }
    return nullptr;
}

/// Empty for endings that a hyphen sets apart: `тен` of `Brexit-тен`.
std::string stem_at(const LanguagePack& pack, const Token& token, std::string_view word) {
    if (token.kind == TokenKind::number) {
        return std::string(word);
    }
    return token.after_hyphen && is_ending(pack, word) ? "" : stem(pack, word);
}

void print_words(const LanguagePack& pack, const std::string& text, std::size_t line_start) {
    const CodePoints points(text);
    const std::vector<Token> tokens = tokenise(text);
    const std::vector<NumberMention> numbers = numbers_in(pack, text, tokens);
    for (const Token& token : tokens) {
        const std::string_view word = std::string_view(text).substr(token.bytes.begin, token.bytes.size());
        const Range range = points.of(token.bytes);
        const Json record{{"token", word},
                          {"stem", stem_at(pack, token, word)},
                          {"start", line_start + range.begin},
                          {"end", line_start + range.end},
                          {"value", value_at(numbers, token)}};
        std::cout << record.dump() << '\n';
    }
}

} // namespace

void command_words(const Arguments& arguments) {
    std::string language;
    CommandLine line({"qosar words --lang LANG [FILE]",
                      "Prints each word and number of a text with its stem, its place in code points, and the value\n"
                      "of the number that begins there (`16 мың` is one number).",
                      "echo 'Астанада 16 мың оқушыға кітап берілді.' | qosar words --lang kk"});
    line.add_options()("lang", po::value(&language)->required(), "language of the text, such as kk");
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(0, 1, "one file at most");
    const LanguagePack& pack = language_pack(language);
    std::size_t start = 0;
    for (const std::string& text : read_lines(file_or_stdin(line.operands))) {
        print_words(pack, text, start);
        start += count_code_points(text) + 1;
    }
}

} // namespace qosar
