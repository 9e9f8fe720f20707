#include <iostream>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "qosar/base/error.hpp"
#include "qosar/segment/segment.hpp"
#include "qosar/text/utf8.hpp"
#include "text_input.hpp"

namespace qosar {

namespace {

namespace po = boost::program_options;

void print_json(const SegmentedText& text) {
    const CodePoints points(text.text);
    for (const Sentence& sentence : text.sentences) {
        const Range range = points.of(sentence.bytes);
        const nlohmann::ordered_json record{{"text", text_of(text, sentence)},
                                            {"start", range.begin},
                                            {"end", range.end},
                                            {"paragraph", sentence.paragraph}};
        std::cout << record.dump() << '\n';
    }
}

} // namespace

void command_segment(const Arguments& arguments) {
    std::string language;
    std::string format = "lines";
    CommandLine line({"qosar segment --lang LANG [FILE]",
                      "Cuts a text into sentences. Each line of the text is a paragraph of its own.\n"
                      "Offsets are code points of the whole text, half-open.",
                      "echo 'Бүгін 1 ақпан. Кеше қар жауды.' | qosar segment --lang kk --format jsonl"});
    line.add_options()("lang", po::value(&language)->required(), "language of the text, such as kk")(
        "format", po::value(&format)->default_value(format), "lines, or jsonl with offsets");
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(0, 1, "one file at most");
    if (format != "lines" && format != "jsonl") {
        throw UsageError("--format is lines or jsonl, not '" + format + "'");
    }
    const SegmentedText text = segmented(language_pack(language), read_text(file_or_stdin(line.operands)));
    if (format == "jsonl") {
        print_json(text);
        return;
    }
    for (const Sentence& sentence : text.sentences) {
        std::cout << text_of(text, sentence) << '\n';
    }
}

} // namespace qosar
