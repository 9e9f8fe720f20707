#include <iostream>
#include <optional>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "qosar/align/aligned_texts.hpp"
#include "qosar/base/error.hpp"
#include "qosar/corpus/records.hpp"
#include "qosar/pairing/content_evidence.hpp"
#include "qosar/quality/document_flags.hpp"
#include "qosar/quality/exchanged_headlines.hpp"
#include "qosar/quality/pair_flags.hpp"
#include "qosar/quality/registry.hpp"
#include "text_input.hpp"

namespace qosar {

namespace {

namespace po = boost::program_options;
using Json = nlohmann::ordered_json;

struct Options {
    Languages languages;
    std::string documents;
    std::string role = "body";
    double prior = 0.5; ///< share of true translations among the given pairs
    bool list = false;
};

void print_registry() {
    for (const FlagKind& kind : flag_registry()) {
        const char* scope = kind.scope == FlagScope::pair       ? "pairs"
                            : kind.scope == FlagScope::document ? "documents"
                                                                : "both";
        std::cout << kind.name << '\t' << to_string(kind.severity) << '\t' << scope << '\t' << kind.name << '/'
                  << kind.version << '\t' << kind.meaning << '\n';
    }
}

double pair_score(const Options& options, std::string_view first, std::string_view second) {
    if (first.empty() || second.empty()) {
        return 0;
    }
    const LanguagePack& first_pack = language_pack(options.languages.from);
    const LanguagePack& second_pack = language_pack(options.languages.to);
    return pair_texts(first_pack, first, second_pack, second, builtin_lexicon(first_pack, second_pack), options.prior)
        .ladder.front()
        .score;
}

/// One line of output; `flags` is a JSON array already.
void print_result(std::size_t line, std::optional<double> score, const std::string& flags) {
    Json record{{"line", line}};
    if (score) {
        record["score"] = rounded(*score);
    }
    std::string text = record.dump();
    text.pop_back();
    std::cout << text << ",\"flags\":" << flags << "}\n";
}

void flag_pairs(const Options& options, const std::string& path) {
    std::size_t number = 0;
    for (const std::string& line : read_lines(path)) {
        ++number;
        const auto [first, second] = pair_of(line, path, number);
        const double score = pair_score(options, first, second);
        const std::vector<Flag> flags = pair_flags(
            {language_pack(options.languages.from), language_pack(options.languages.to), first, second, score});
        print_result(number, score, flags_json(flags, options.languages, {first, second}, {}));
    }
}

/// A document as a line of the input gives it; missing keys are empty texts.
struct GivenDocument {
    std::string first_title;
    std::string second_title;
    std::string first_text;
    std::string second_text;
};

GivenDocument read_document(const Options& options, const std::string& line, const std::string& place) {
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) {
        throw Error(place + "the line is no JSON object");
    }
    const auto field = [&](const char* name, const std::string& side) -> std::string {
        const auto sides = json.find(name);
        if (sides == json.end() || sides->is_null()) {
            return "";
        }
        if (!sides->is_object()) {
            throw Error(place + "'" + name + "' must be an object with the sides as keys");
        }
        const auto value = sides->find(side);
        return value != sides->end() && value->is_string() ? value->get<std::string>() : "";
    };
    const auto& [from, to] = options.languages;
    return {field("title", from), field("title", to), field("text", from), field("text", to)};
}

void flag_documents(const Options& options) {
    std::vector<GivenDocument> documents;
    std::vector<TitledText> texts;
    for (const std::string& line : read_lines(options.documents)) {
        documents.push_back(
            read_document(options, line, options.documents + ":" + std::to_string(documents.size() + 1) + ": "));
        texts.push_back({documents.back().first_title, documents.back().first_text});
    }
    const LanguagePack& first_pack = language_pack(options.languages.from);
    const LanguagePack& second_pack = language_pack(options.languages.to);
    const auto exchanged = exchanged_headlines(first_pack, texts);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const GivenDocument& document = documents[i];
        std::optional<double> headline_score;
        if (!document.first_title.empty() && !document.second_title.empty()) {
            headline_score = pair_score(options, document.first_title, document.second_title);
        }
        std::optional<HeadlineBelongs> belongs;
        if (exchanged[i]) {
            belongs = {texts[exchanged[i]->fits].headline, exchanged[i]->gain, ExchangeOptions{}.least_gain};
        }
        std::optional<ContentEvidence> content;
        if (!documents[i].first_text.empty() && !documents[i].second_text.empty()) {
            content = content_evidence(match_words(first_pack, lines_of(documents[i].first_text), second_pack,
                                                   lines_of(documents[i].second_text),
                                                   builtin_lexicon(first_pack, second_pack)));
        }
        const bool has_second = !document.second_title.empty() || !document.second_text.empty();
        const std::vector<Flag> flags = document_flags({first_pack,
                                                        second_pack,
                                                        document.first_title,
                                                        document.second_title,
                                                        document.first_text,
                                                        document.second_text,
                                                        has_second,
                                                        headline_score,
                                                        std::move(belongs),
                                                        nullptr,
                                                        {},
                                                        content});
        print_result(i + 1, std::nullopt,
                     flags_json(flags, options.languages, {document.first_text, document.second_text},
                                {document.first_title, document.second_title}));
    }
}

} // namespace

void command_flag(const Arguments& arguments) {
    Options options;
    CommandLine line(
        {"qosar flag [PAIRS.tsv]   or   qosar flag --documents DOCS.jsonl   or   qosar flag --list",
         "Scores and flags ready-made pairs, one TAB-separated pair a line, or documents given as\n"
         "{\"title\":{\"en\":…,\"kk\":…},\"text\":{\"en\":…,\"kk\":…}}. Prints one JSON object for each, in order.\n"
         "Spans count code points. Documents that are neighbours are taken for neighbours of a listing.",
         "printf '40 schools opened.\\t45 мектеп ашылды.\\n' | qosar flag"});
    line.add_options()("from", po::value(&options.languages.from)->default_value(options.languages.from),
                       "first language")("to", po::value(&options.languages.to)->default_value(options.languages.to),
                                         "second language")(
        "documents", po::value(&options.documents), "documents to flag, one JSON object a line; `-` is standard input")(
        "role", po::value(&options.role)->default_value(options.role), "headline or body: what the pairs are")(
        "prior", po::value(&options.prior),
        "share of true translations among such pairs; 0.5 for body, 0.8 for headline")(
        "list", po::bool_switch(&options.list), "all flags with severity, scope, rule and meaning");
    line.add_lexicon_option();
    if (!line.parse(arguments)) {
        return;
    }
    if (options.role != "headline" && options.role != "body") {
        throw UsageError("--role is headline or body, not '" + options.role + "'");
    }
    if (!line.has("prior") && options.role == "headline") {
        options.prior = 0.8;
    }
    if (options.prior <= 0 || options.prior >= 1) {
        throw UsageError("--prior lies between 0 and 1");
    }
    if (options.list) {
        print_registry();
    } else if (!options.documents.empty()) {
        line.need_operands(0, 0, "either pairs or --documents");
        options.prior = line.has("prior") ? options.prior : BeadModel{}.prior;
        flag_documents(options);
    } else {
        line.need_operands(0, 1, "one file of pairs at most");
        flag_pairs(options, file_or_stdin(line.operands));
    }
}

} // namespace qosar
