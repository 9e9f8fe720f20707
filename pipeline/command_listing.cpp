#include <iomanip>
#include <iostream>

#include "commands.hpp"
#include "qosar/base/file.hpp"
#include "qosar/corpus/records.hpp"
#include "qosar/listing/listing.hpp"
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

} // namespace

void command_listing(const Arguments& arguments) {
    bool explain = false;
    CommandLine line(
        {"qosar listing FILE... [--explain]",
         "Prints the articles of listings, one JSON object a line; what cannot be used is told and counted on\n"
         "stderr. With --explain each line's number, what it was taken for, the rule that decided, and its text.\n"
         "A folder stands for all files in it, `-` or nothing for standard input.",
         "qosar listing corpora/sample/listings"});
    line.add_options()("explain", po::bool_switch(&explain), "instead, what the parser took each line for");
    if (!line.parse(arguments)) {
        return;
    }
    if (line.operands.empty()) {
        line.operands.emplace_back("-");
    }
    ListingOptions options;
    if (explain) {
        options.explain = print_explained;
    }
    ListingCounts counts;
    const std::vector<std::filesystem::path> files = expand_inputs(line.operands);
    const std::vector<std::string> names = input_names(files);
    for (std::size_t i = 0; i < files.size(); ++i) {
        ListingReader reader(files[i], names[i], options);
        ListingItem item;
        while (reader.next(item)) {
            if (const Reject* reject = std::get_if<Reject>(&item)) {
                std::cerr << "qosar: " << reject->origin.file << ", bytes " << reject->origin.bytes.begin << "–"
                          << reject->origin.bytes.end << ": " << reject->reason << ": " << reject->message << '\n';
            } else if (!explain) {
                std::cout << article_line(std::get<Article>(item));
            }
        }
        counts += reader.counts();
    }
    if (explain) {
        std::cout << counts_text(counts) << '\n';
    } else if (counts.rejects + counts.cut_sources > 0) {
        std::cerr << "qosar: " << counts_text(counts) << '\n';
    }
}

} // namespace qosar
