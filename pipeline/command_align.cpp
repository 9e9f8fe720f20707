#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <iostream>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "interrupt.hpp"
#include "qosar/align/adapt.hpp"
#include "qosar/align/aligned_texts.hpp"
#include "qosar/align/ladder_file.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"
#include "qosar/base/hash.hpp"
#include "qosar/corpus/records.hpp"
#include "qosar/language/pack.hpp"
#include "text_input.hpp"

namespace qosar {

namespace {

namespace po = boost::program_options;

enum class Format { ladder, tsv, jsonl, hunalign };

constexpr std::size_t most_rounds = 4; ///< of learning, where there is no lexicon

struct Options {
    std::string from = "en";
    std::string to = "kk";
    std::string format = "ladder";
    std::string batch;
    std::string anchors;
    bool adapt = false;
    bool no_adapt = false;
    bool explain = false;
};

/// Two texts, one sentence a line, with their alignment.
struct Job {
    std::vector<std::string> first;
    std::vector<std::string> second;
    FixedBeads fixed;
    AlignedTexts aligned;
};

Format format_of(const std::string& name) {
    for (const auto& [known, format] : {std::pair{"ladder", Format::ladder}, std::pair{"tsv", Format::tsv},
                                        std::pair{"jsonl", Format::jsonl}, std::pair{"hunalign", Format::hunalign}}) {
        if (name == known) {
            return format;
        }
    }
    throw UsageError("--format is ladder, tsv, jsonl or hunalign, not '" + name + "'");
}

/// The files of a job.
struct JobFiles {
    std::string first;
    std::string second;
    std::string ladder;  ///< to write
    std::string anchors; ///< a file of fixed beads, or empty
};

std::vector<std::string_view> views(const std::vector<std::string>& lines) { return {lines.begin(), lines.end()}; }

Job read_job(const JobFiles& files) {
    Job job{read_lines(files.first), read_lines(files.second), {}, {}};
    if (!files.anchors.empty()) {
        job.fixed = parse_fixed_beads(read_text(files.anchors), files.anchors, job.first.size(), job.second.size());
    }
    return job;
}

void align_job(Job& job, const Options& options, const Adaptation& adaptation) {
    AlignOptions align = adaptation.align;
    align.fixed = job.fixed;
    job.aligned = align_texts(language_pack(options.from), views(job.first), language_pack(options.to),
                              views(job.second), adaptation.lexicon, align);
}

/// Aligns all texts again and again with what the time before has taught, until the ladders stay as they are, or what
/// is learned does not help. `read(i)` gives the texts of job number `i`.
Adaptation adapted(std::size_t jobs, const std::function<Job(std::size_t)>& read, const Options& options) {
    const LanguagePack& first_pack = language_pack(options.from);
    const LanguagePack& second_pack = language_pack(options.to);
    Adaptation adaptation = unadapted(first_pack, second_pack);
    const bool learns = options.adapt || (!options.no_adapt && !has_words(adaptation.lexicon));
    const std::size_t rounds = has_words(adaptation.lexicon) ? 1 : most_rounds;
    std::vector<std::uint64_t> before;
    for (std::size_t round = 0; learns && round < rounds; ++round) {
        BeadCollector beads;
        std::vector<std::uint64_t> ladders; // as hashes
        for (std::size_t i = 0; i < jobs; ++i) {
            stop_if_interrupted();
            Job job = read(i);
            align_job(job, options, adaptation);
            beads.add(views(job.first), views(job.second), job.aligned.ladder);
            ladders.push_back(hash64(ladder_text(job.aligned.ladder)));
        }
        Adaptation next = learn_from(std::move(beads), first_pack, second_pack);
        const bool last = ladders == before || (round > 0 && !next.helps);
        if (last) {
            break;
        }
        adaptation = std::move(next);
        before = std::move(ladders);
        if (!adaptation.helps) {
            break;
        }
    }
    if (learns) {
        std::cerr << "qosar: " << adaptation.report() << '\n';
    }
    return adaptation;
}

std::string joined(const std::vector<std::string>& lines, Range range) {
    std::string text;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        text += (i == range.begin ? "" : " ") + lines[i];
    }
    return text;
}

std::vector<std::size_t> numbers_of(Range range) {
    std::vector<std::size_t> numbers;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        numbers.push_back(i);
    }
    return numbers;
}

nlohmann::ordered_json json_of(const Job& job, const Bead& bead, const Options& options) {
    nlohmann::ordered_json record;
    record["sentences"] = {{options.from, numbers_of(bead.first)}, {options.to, numbers_of(bead.second)}};
    record["bead"] = bead_type(bead);
    record["score"] = rounded(bead.score);
    record["translation"] = {{options.from, joined(job.first, bead.first)},
                             {options.to, joined(job.second, bead.second)}};
    return record;
}

/// `#   runner-up [2]:[3] 0.2345 margin 0.7301`: what the sentences would have made next, and by how much it is worse.
void print_runner_up(std::ostream& out, const Bead& bead, const std::optional<RunnerUp>& other) {
    if (!other) {
        return;
    }
    std::string line = ladder_text({{other->first, other->second, other->score}});
    line.pop_back();
    line[line.rfind(':')] = ' ';
    out << "#   runner-up " << line;
    if (bead.is_pair()) {
        char margin[32];
        std::snprintf(margin, sizeof margin, "%.4f", bead.score - other->score);
        out << " margin " << margin;
    }
    out << '\n';
}

void print_explained(std::ostream& out, const Job& job, std::size_t number) {
    const Bead& bead = job.aligned.ladder[number];
    print_runner_up(out, bead, job.aligned.posteriors[number].runner_up);
    if (!bead.is_pair()) {
        return;
    }
    for (const ScorePart& part : job.aligned.scorer->parts(bead.first, bead.second)) {
        out << "#   " << part.name << " " << part.value << '\n';
    }
    for (const WordMatch& match : job.aligned.scorer->matches_in(bead.first, bead.second)) {
        const Word& a = job.aligned.words->first.words[match.first];
        const Word& b = job.aligned.words->second.words[match.second];
        out << "#   " << to_string(match.kind) << " " << job.first[a.sentence].substr(a.bytes.begin, a.bytes.size())
            << " = " << job.second[b.sentence].substr(b.bytes.begin, b.bytes.size()) << " "
            << job.aligned.scorer->weight_of(match) << '\n';
    }
}

/// hunalign's ladder names the points between beads: sentences passed on each side, then the next bead's score.
void print_hunalign(std::ostream& out, const Ladder& ladder) {
    std::size_t first = 0;
    std::size_t second = 0;
    for (const Bead& bead : ladder) {
        out << first << '\t' << second << '\t' << bead.score << '\n';
        first = bead.first.end;
        second = bead.second.end;
    }
    out << first << '\t' << second << "\t0\n";
}

void print(std::ostream& out, const Job& job, const Options& options, Format format) {
    if (format == Format::hunalign) {
        print_hunalign(out, job.aligned.ladder);
        return;
    }
    for (std::size_t number = 0; number < job.aligned.ladder.size(); ++number) {
        const Bead& bead = job.aligned.ladder[number];
        switch (format) {
        case Format::ladder: out << ladder_text({bead}); break;
        case Format::tsv:
            out << joined(job.first, bead.first) << '\t' << joined(job.second, bead.second) << '\t' << bead.score
                << '\n';
            break;
        case Format::jsonl: out << json_of(job, bead, options).dump() << '\n'; break;
        case Format::hunalign: break;
        }
        if (options.explain && format == Format::ladder) {
            print_explained(out, job, number);
        }
    }
}

std::vector<JobFiles> read_jobs(const std::string& path) {
    std::vector<JobFiles> jobs;
    std::size_t number = 0;
    for (const std::string& line : read_lines(path)) {
        ++number;
        for_each_row(line, [&](const auto& columns) {
            if (columns.size() != 3 && columns.size() != 4) {
                throw Error(path + ":" + std::to_string(number) +
                            ": a job has three columns: file A, file B, ladder file to write; and maybe a file of "
                            "anchors");
            }
            jobs.push_back({columns[0], columns[1], columns[2], columns.size() == 4 ? columns[3] : ""});
        });
    }
    return jobs;
}

void run_batch(const Options& options) {
    const std::vector<JobFiles> jobs = read_jobs(options.batch);
    const Adaptation adaptation = adapted(
        jobs.size(), [&](std::size_t i) { return read_job(jobs[i]); }, options);
    PublishedFiles ladders;
    try {
        for (const JobFiles& files : jobs) {
            stop_if_interrupted();
            Job job = read_job(files);
            align_job(job, options, adaptation);
            ladders.add(files.ladder, ladder_text(job.aligned.ladder));
        }
    } catch (...) {
        ladders.publish(); // what is done is done
        throw;
    }
    ladders.publish();
    std::cerr << "qosar: " << jobs.size() << " pairs of texts aligned\n";
}

void run_single(const JobFiles& files, const Options& options, Format format) {
    Job job = read_job(files);
    const Adaptation adaptation = adapted(
        1,
        [&](std::size_t) {
            return Job{job.first, job.second, job.fixed, {}};
        },
        options);
    align_job(job, options, adaptation);
    print(std::cout, job, options, format);
}

} // namespace

void command_align(const Arguments& arguments) {
    Options options;
    CommandLine line({"qosar align --from en --to kk A B   or   qosar align --batch JOBS.tsv",
                      "Aligns two texts that hold one sentence a line, and prints one bead a line:\n"
                      "sentence numbers of A, of B, and the probability that they translate each other.",
                      "qosar align --from en --to kk corpora/sample/gold/1152310.en corpora/sample/gold/1152310.kk"});
    line.add_options()("from", po::value(&options.from)->default_value(options.from),
                       "language of A")("to", po::value(&options.to)->default_value(options.to), "language of B")(
        "format", po::value(&options.format)->default_value(options.format), "ladder, tsv, jsonl or hunalign")(
        "batch", po::value(&options.batch),
        "file of jobs; each line: file A, file B, ladder file to write (one that exists is replaced), and maybe a file "
        "of anchors")("anchors", po::value(&options.anchors),
                      "file of beads that must hold (+[3]:[4,5]) and that must not (-[7]:[7])")(
        "adapt", po::bool_switch(&options.adapt),
        "learn words from the texts themselves, then align them again; kept only where it helps")(
        "no-adapt", po::bool_switch(&options.no_adapt),
        "learn nothing even for a pair of languages without a lexicon, which else goes by what it learns")(
        "explain", po::bool_switch(&options.explain),
        "below each bead, the runner-up, the parts of its score and the words that matched");
    line.add_lexicon_option();
    if (!line.parse(arguments)) {
        return;
    }
    if (options.adapt && options.no_adapt) {
        throw UsageError("--adapt and --no-adapt exclude each other");
    }
    const Format format = format_of(options.format);
    catch_interrupts();
    if (!options.batch.empty()) {
        line.need_operands(0, 0, "with --batch the files stand in the jobs");
        if (!options.anchors.empty()) {
            throw UsageError("with --batch the anchors stand in the jobs, as a fourth column");
        }
        run_batch(options);
        return;
    }
    line.need_operands(2, 2, "two texts are needed");
    run_single({line.operands[0], line.operands[1], "", options.anchors}, options, format);
}

} // namespace qosar
