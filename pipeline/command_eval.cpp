#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>

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

/// Pairs of files to compare: two files, or the gold files of a folder with what bears their name in the other.
std::map<fs::path, fs::path> ladder_files(const fs::path& gold, const fs::path& proposed) {
    if (!fs::is_directory(gold)) {
        return {{gold, proposed}};
    }
    std::map<fs::path, fs::path> files;
    for (const auto& entry : fs::directory_iterator(gold)) {
        if (entry.path().extension() != ".gold") {
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
    line.need_operands(3, 3, "what to evaluate, the gold ladders and the proposed ones are needed");
    AlignmentScore sum;
    for (const auto& [gold, proposed] : ladder_files(line.operands[1], line.operands[2])) {
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
        {"qosar eval align GOLD PROPOSED\n       qosar eval segment GOLD PROPOSED|--lang LANG",
         "align: compares ladders with ladders made by hand: two files, or two folders in which NAME.gold\n"
         "meets NAME.ladder or NAME.align. Prints strict and lax precision, recall and F1, the same for\n"
         "sentences without a counterpart (null), and recall by type of the gold bead.\n"
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
