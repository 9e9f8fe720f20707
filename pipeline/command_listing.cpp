#include <iomanip>
#include <iostream>

#include "commands.hpp"
#include "qosar/base/input_files.hpp"
#include "qosar/corpus/records.hpp"
#include "qosar/listing/article_reader.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

namespace po = boost::program_options;

constexpr std::size_t explained_characters = 90;

void print_explained(const ExplainedLine& line) {
    std::cout << std::setw(6) << line.number << "  " << std::left << std::setw(11) << to_string(line.kind)
              << std::setw(36) << line.rule << std::right << shortened(line.text, explained_characters) << '\n';
}

/// `2 articles, 1 reject; lines: 3 body, 2 title, …`
std::string counts_text(const ListingCounts& counts) {
    const auto counted = [](std::size_t count, const std::string& noun) {
        return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
    };
    std::string text = counted(counts.articles, "article") + ", " + counted(counts.rejects, "reject");
    text += counts.cut_sources > 0 ? ", " + counted(counts.cut_sources, "source") + " cut off" : "";
    std::string lines;
    for (std::size_t kind = 0; kind < line_kinds; ++kind) {
        if (counts.lines[kind] > 0) {
            lines += (lines.empty() ? "; lines: " : ", ") + std::to_string(counts.lines[kind]) + " " +
                     std::string(to_string(static_cast<LineKind>(kind)));
        }
    }
    return text + lines;
}

void print_part(const ExplainedPart& part) {
    std::cout << std::setw(8) << part.bytes.begin << '-' << std::left << std::setw(8) << part.bytes.end << ' '
              << std::setw(12) << part.what << std::right << ' ' << shortened(part.text, explained_characters) << '\n';
}

void tell(const Reject& reject) {
    std::cerr << "qosar: " << reject.origin.file << ", bytes " << reject.origin.bytes.begin << "–"
              << reject.origin.bytes.end << ": " << reject.reason << ": " << reject.message << '\n';
}

void tell_passed_over(const InputPath& file, const ArticleReader& reader) {
    for (const auto& [what, count] : reader.passed_over()) {
        std::cerr << "qosar: " << file.name << ": " << count << " × " << what << ": passed over\n";
    }
}

} // namespace

void command_listing(const Arguments& arguments) {
    bool explain = false;
    std::string format = "auto";
    CommandLine line(
        {"qosar listing FILE... [--explain] [--input-format KIND]",
         "Prints the articles of listings, one JSON object a line; what cannot be used is told and counted on\n"
         "stderr. With --explain each line's number, what it was taken for, the rule that decided, and its text.\n"
         "Reads listing text, saved pages, JSON lines and WARC files, plain, gzip or zstd.\n"
         "A folder stands for all files in it, `-` or nothing for standard input.",
         "qosar listing corpora/sample/listings"});
    line.add_options()("explain", po::bool_switch(&explain), "instead, what the parser took each line or part for")(
        "input-format", po::value(&format)->default_value(format),
        "text, html, jsonl, warc, or auto to tell by the content");
    if (!line.parse(arguments)) {
        return;
    }
    if (line.operands.empty()) {
        line.operands.emplace_back("-");
    }
    ReaderOptions options;
    options.kind = input_kind_named(format);
    if (explain) {
        options.text.explain = print_explained;
        options.explain = print_part;
    }
    ListingCounts counts;
    for (const InputPath& file : find_input_files(line.operands)) {
        ArticleReader reader(file, options);
        ListingItem item;
        while (reader.next(item)) {
            if (const Reject* reject = std::get_if<Reject>(&item)) {
                tell(*reject);
            } else if (!explain) {
                std::cout << article_line(std::get<Article>(item));
            }
        }
        counts += reader.counts();
        tell_passed_over(file, reader);
    }
    if (explain) {
        std::cout << counts_text(counts) << '\n';
    } else if (counts.rejects + counts.cut_sources > 0) {
        std::cerr << "qosar: " << counts_text(counts) << '\n';
    }
}

} // namespace qosar
