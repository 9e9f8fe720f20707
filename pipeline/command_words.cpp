#include <iostream>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "qosar/language/dates.hpp"
#include "qosar/language/numbers.hpp"
#include "qosar/language/stem.hpp"
#include "qosar/text/tokens.hpp"
#include "qosar/text/utf8.hpp"
#include "text_input.hpp"

namespace qosar {

namespace {

namespace po = boost::program_options;
using Json = nlohmann::ordered_json;

/// The mention that begins with this token, or null. Mentions and tokens are in order: `next` is moved on.
template <typename Mention>
const Mention* mention_at(const std::vector<Mention>& mentions, std::size_t& next, const Token& token) {
    while (next < mentions.size() && mentions[next].bytes.begin < token.bytes.begin) {
        ++next;
    }
    return next < mentions.size() && mentions[next].bytes.begin == token.bytes.begin ? &mentions[next] : nullptr;
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
    const std::vector<DateMention> dates = dates_in(pack, text, tokens);
    std::size_t next_number = 0;
    std::size_t next_date = 0;
    for (const Token& token : tokens) {
        const std::string_view word = std::string_view(text).substr(token.bytes.begin, token.bytes.size());
        const Range range = points.of(token.bytes);
        const NumberMention* number = mention_at(numbers, next_number, token);
        const DateMention* date = mention_at(dates, next_date, token);
        Json record{{"token", word},
                    {"stem", stem_at(pack, token, word)},
                    {"start", line_start + range.begin},
                    {"end", line_start + range.end},
                    {"value", nullptr},
                    {"number", nullptr},
                    {"date", nullptr}};
        if (number != nullptr) {
            record["value"] = number->value;
            record["number"] = {{"kind", to_string(number->kind)}, {"end", line_start + points.at(number->bytes.end)}};
        }
        if (date != nullptr) {
            record["date"] = {{"text", date_text(*date)},
                              {"end", line_start + points.at(date->bytes.end)},
                              {"possible", date->possible}};
        }
        std::cout << record.dump() << '\n';
    }
}

} // namespace

void command_words(const Arguments& arguments) {
    std::string language;
    CommandLine line({"qosar words --lang LANG [FILE]",
                      "Prints each word and number of a text with its stem, its place in code points, and the value\n"
                      "of the number and the date that begin there (`16 мың` is one number), with where they end.",
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
