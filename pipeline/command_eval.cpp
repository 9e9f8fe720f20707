#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "qosar/align/evaluate.hpp"
#include "qosar/base/error.hpp"
#include "qosar/segment/evaluate.hpp"
#include "qosar/segment/segment.hpp"
#include "qosar/text/utf8.hpp"
#include "segment_passes.hpp"
#include "text_input.hpp"

namespace qosar {

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

using FilePairs = std::vector<std::pair<fs::path, fs::path>>;

/// The gold files of a folder with what bears their name in the other, in order.
FilePairs ladder_files(const fs::path& gold, const fs::path& proposed) {
    std::map<fs::path, fs::path> files;
    for (const auto& entry : fs::directory_iterator(gold)) {
        if (entry.path().extension() != ".gold" && entry.path().extension() != ".defr") {
            continue;
        }
        for (const char* ending : {".ladder", ".align"}) {
            const fs::path other = proposed / (entry.path().stem().string() + ending);
            if (fs::exists(other)) {
                files[entry.path()] = other;
            }
        }
        if (!files.contains(entry.path())) {
            throw Error("there is no ladder for " + entry.path().string() + " in " + proposed.string());
        }
    }
    return {files.begin(), files.end()};
}

/// Pairs of files to compare: of two folders, or gold files and as many proposed ones in the same order.
FilePairs ladder_files(const CommandLine& line) {
    const std::vector<std::string> operands(line.operands.begin() + 1, line.operands.end());
    if (operands.size() < 2 || operands.size() % 2 != 0) {
        throw UsageError("gold ladders and as many proposed ones are needed, or two folders");
    }
    if (operands.size() == 2 && fs::is_directory(operands[0])) {
        return ladder_files(operands[0], operands[1]);
    }
    FilePairs files;
    for (std::size_t i = 0; i < operands.size() / 2; ++i) {
        files.emplace_back(operands[i], operands[operands.size() / 2 + i]);
    }
    return files;
}

void print_row(const char* name, double precision, double recall) {
    std::printf("%-10s precision %.4f  recall %.4f  F1 %.4f\n", name, precision, recall, f1(precision, recall));
}

void flush_output() {
    if (std::fflush(stdout) != 0) {
        throw Error("cannot write to standard output");
    }
}

void print_score(const AlignmentScore& score) {
    std::printf("%-10s gold %zu, proposed %zu with null links\n", "links", score.recall.total, score.precision.total);
    print_row("strict", share(score.precision.strict, score.precision.total),
              share(score.recall.strict, score.recall.total));
    print_row("lax", share(score.precision.lax, score.precision.total), share(score.recall.lax, score.recall.total));
    print_row("null", share(score.null_hits, score.null_proposed), share(score.null_hits, score.null_gold));
    for (const auto& [type, hits] : score.by_type) {
        std::printf("%-10s strict recall %.4f  lax recall %.4f  of %zu\n", type.c_str(), share(hits.strict, hits.total),
                    share(hits.lax, hits.total), hits.total);
    }
    flush_output();
}

void eval_align(const CommandLine& line) {
    AlignmentScore sum;
    for (const auto& [gold, proposed] : ladder_files(line)) {
        sum += evaluate(parse_ladder(read_text(gold.string()), gold.string()),
                        parse_ladder(read_text(proposed.string()), proposed.string()));
    }
    print_score(sum);
}

/// Our own sentence ends in a text, in code points.
std::vector<std::size_t> own_ends(const LanguagePack& pack, const GoldText& gold, const SegmentOptions& options) {
    const CodePoints points(gold.text);
    std::vector<std::size_t> ends;
    for (const Sentence& sentence : segment(pack, gold.text, options)) {
        ends.push_back(points.at(sentence.bytes.end));
    }
    return ends;
}

void print_score(const SegmentScore& score) {
    print_row("sentences", share(score.hits, score.proposed), share(score.hits, score.gold));
    std::printf("%-10s %zu of %zu without an error\n", "texts", score.texts_right, score.texts);
    for (const auto& [name, counts] : score.by_class) {
        std::printf("%-36s recall %.4f  of %zu, false %zu\n", name.c_str(), share(counts.found, counts.gold),
                    counts.gold, counts.false_ones);
    }
    flush_output();
}

void eval_segment(const CommandLine& line, const std::string& language, const SegmentOptions& options) {
    const bool own = !language.empty();
    line.need_operands(own ? 2 : 3, own ? 2 : 3,
                       "a gold file is needed, and the proposed sentences or the language to propose them in (--lang)");
    const std::string& file = line.operands[1];
    const std::string text = read_text(file);
    const std::vector<GoldText> gold =
        file.ends_with(".conllu") ? parse_gold_conllu(text, file) : parse_gold_lines(text, file);
    auto proposed = own ? std::map<std::string, std::vector<std::size_t>>{}
                        : parse_proposed_ends(read_text(line.operands[2]), line.operands[2], gold);
    SegmentScore sum;
    for (const GoldText& one : gold) {
        if (!own && !proposed.contains(one.id)) {
            throw Error(line.operands[2] + " has no sentences for '" + one.id + "'");
        }
        sum += evaluate_sentences(one, own ? own_ends(language_pack(language), one, options) : proposed[one.id],
                                  line.has("terminated"));
    }
    print_score(sum);
}

} // namespace

void command_eval(const Arguments& arguments) {
    std::string language;
    std::vector<std::string> without;
    CommandLine line(
        {"qosar eval align GOLD... PROPOSED...\n       qosar eval segment GOLD PROPOSED|--lang LANG",
         "align: compares ladders with ladders made by hand: gold files and as many proposed ones, or two\n"
         "folders in which NAME.gold or NAME.defr meets NAME.ladder or NAME.align. Prints strict and lax\n"
         "precision, recall and F1, the same for sentences without a counterpart (null), and recall by type of\n"
         "the gold bead.\n"
         "segment: compares sentence ends, JSON lines {\"id\",\"text\",\"ends_cp\" or \"sentences\"} or a\n"
         ".conllu file with {\"id\",\"ends_cp\" or \"sentences\"}, or with our own (--lang).",
         "qosar eval align corpora/sample/gold out/ladders\n  qosar eval segment gold.jsonl --lang kk"});
    line.add_options()("lang", po::value(&language), "segment: propose our own sentences of this language")(
        "without", po::value(&without)->composing(), "segment: a pass to switch off, as in `qosar segment`")(
        "terminated", "segment: leave out gold ends without . ! ? or … before them");
    if (!line.parse(arguments)) {
        return;
    }
    const std::string what = line.operands.empty() ? "" : line.operands[0];
    if (what == "align") {
        eval_align(line);
    } else if (what == "segment") {
        eval_segment(line, language, options_without(without));
    } else {
        throw UsageError("`qosar eval` knows align and segment, not '" + what + "'");
    }
}

} // namespace qosar
