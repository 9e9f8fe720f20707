#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>

#include "commands.hpp"
#include "qosar/align/evaluate.hpp"
#include "qosar/base/error.hpp"
#include "text_input.hpp"

namespace qosar {

namespace {

namespace fs = std::filesystem;

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

void print_score(const AlignmentScore& score) {
    print_row("strict", share(score.precision.strict, score.precision.total),
              share(score.recall.strict, score.recall.total));
    print_row("lax", share(score.precision.lax, score.precision.total), share(score.recall.lax, score.recall.total));
    print_row("null", share(score.null_hits, score.null_proposed), share(score.null_hits, score.null_gold));
    for (const auto& [type, hits] : score.by_type) {
        std::printf("%-10s strict recall %.4f  lax recall %.4f  of %zu\n", type.c_str(), share(hits.strict, hits.total),
                    share(hits.lax, hits.total), hits.total);
    }
    if (std::fflush(stdout) != 0) {
        throw Error("cannot write to standard output");
    }
}

} // namespace

void command_eval(const Arguments& arguments) {
    CommandLine line({"qosar eval align GOLD PROPOSED",
                      "Compares ladders with ladders made by hand: two files, or two folders in which NAME.gold meets\n"
                      "NAME.ladder or NAME.align. Prints strict and lax precision, recall and F1, the same for\n"
                      "sentences without a counterpart (null), and recall by type of the gold bead.",
                      "qosar eval align corpora/sample/gold out/ladders"});
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(3, 3, "what to evaluate, the gold ladders and the proposed ones are needed");
    if (line.operands[0] != "align") {
        throw UsageError("`qosar eval` knows align, not '" + line.operands[0] + "'");
    }
    AlignmentScore sum;
    for (const auto& [gold, proposed] : ladder_files(line.operands[1], line.operands[2])) {
        sum += evaluate(parse_ladder(read_text(gold.string()), gold.string()),
                        parse_ladder(read_text(proposed.string()), proposed.string()));
    }
    print_score(sum);
}

} // namespace qosar
