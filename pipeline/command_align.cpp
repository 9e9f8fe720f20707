#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>
#include <utility>

#include <nlohmann/json.hpp>

#include "align_job.hpp"
#include "align_vectors.hpp"
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

struct Options {
    std::string from = "en";
    std::string to = "kk";
    std::string format = "ladder";
    std::string batch;
    std::string anchors;
    bool adapt = false;
    bool no_adapt = false;
    bool explain = false;
    VectorOptions vectors;
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

Job read_job(const JobFiles& files) {
    Job job{files, read_lines(files.first), read_lines(files.second), {}, {}};
    if (!files.anchors.empty()) {
        job.fixed = parse_fixed_beads(read_text(files.anchors), files.anchors, job.first.size(), job.second.size());
    }
    return job;
}

/// `vectors` may be null.
void align_job(Job& job, const Options& options, const Adaptation& adaptation, const AlignVectors* vectors) {
    AlignOptions align = adaptation.align;
    align.fixed = job.fixed;
    if (vectors != nullptr) {
        align.similarity = vectors->similarity(job);
    }
    job.aligned = align_texts(language_pack(options.from), views(job.first), language_pack(options.to),
                              views(job.second), adaptation.lexicon, align);
}

/// What all texts teach, if they are asked. `read(i)` gives the texts of job number `i`.
Adaptation adapted(std::size_t jobs, const std::function<Job(std::size_t)>& read, const Options& options) {
    const LanguagePack& first_pack = language_pack(options.from);
    const LanguagePack& second_pack = language_pack(options.to);
    Adaptation unlearned = unadapted(first_pack, second_pack);
    if (options.no_adapt || (!options.adapt && has_words(unlearned.lexicon))) {
        return unlearned;
    }
    const auto pass = [&](const Adaptation& adaptation, BeadCollector& beads) {
        for (std::size_t i = 0; i < jobs; ++i) {
            stop_if_interrupted();
            Job job = read(i);
            align_job(job, options, adaptation, nullptr);
            beads.add(views(job.first), views(job.second), job.aligned.ladder);
        }
    };
    Adaptation adaptation = adapt(pass, first_pack, second_pack);
    std::cerr << "qosar: " << adaptation.report() << '\n';
    return adaptation;
}

/// All there is to align by beside the texts themselves.
struct Knowledge {
    std::unique_ptr<AlignVectors> vectors; ///< null where nobody gives any
    Adaptation adaptation;
};

/// Vectors are read or asked for first, so that what is wrong with them is told at once. What they tell is learned from
/// ladders without them, as words are, so that neither echoes the other.
Knowledge knowledge(std::size_t jobs, const std::function<Job(std::size_t)>& read, const Options& options,
                    bool vectors_in_jobs) {
    std::unique_ptr<AlignVectors> vectors;
    if (vectors_in_jobs || !options.vectors.from_vectors.empty() || !options.vectors.service.url.empty()) {
        vectors = std::make_unique<AlignVectors>(options.vectors, jobs, read);
    }
    Knowledge known{std::move(vectors), adapted(jobs, read, options)};
    if (known.vectors) {
        known.vectors->learn([&](Job& job) {
            align_job(job, options, known.adaptation, nullptr);
            return job.aligned.ladder;
        });
    }
    return known;
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
            if (columns.size() != 3 && columns.size() != 4 && columns.size() != 6) {
                throw Error(path + ":" + std::to_string(number) +
                            ": a job has three columns: file A, file B, ladder file to write; and maybe a file of "
                            "anchors; and maybe two of vectors");
            }
            const auto column = [&](std::size_t i) { return i < columns.size() ? columns[i] : std::string(); };
            jobs.push_back({columns[0], columns[1], columns[2], column(3), column(4), column(5)});
            if (jobs.back().first_vectors.empty() != jobs.back().second_vectors.empty()) {
                throw Error(path + ":" + std::to_string(number) + ": vectors are given for one of the two texts only");
            }
        });
    }
    return jobs;
}

void run_batch(const Options& options) {
    const std::vector<JobFiles> jobs = read_jobs(options.batch);
    const auto read = [&](std::size_t i) { return read_job(jobs[i]); };
    const bool in_jobs =
        std::any_of(jobs.begin(), jobs.end(), [](const JobFiles& files) { return !files.first_vectors.empty(); });
    const Knowledge known = knowledge(jobs.size(), read, options, in_jobs);
    PublishedFiles ladders;
    try {
        for (const JobFiles& files : jobs) {
            stop_if_interrupted();
            Job job = read_job(files);
            align_job(job, options, known.adaptation, known.vectors.get());
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
    const auto read = [&](std::size_t) { return Job{job.files, job.first, job.second, job.fixed, {}}; };
    const Knowledge known = knowledge(1, read, options, false);
    align_job(job, options, known.adaptation, known.vectors.get());
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
        "file of jobs; each line: file A, file B, ladder file to write (one that exists is replaced), maybe a file of "
        "anchors, and maybe the vectors of A and of B")(
        "anchors", po::value(&options.anchors),
        "file of beads that must hold (+[3]:[4,5]) and that must not (-[7]:[7])")(
        "adapt", po::bool_switch(&options.adapt),
        "learn words from the texts themselves, then align them again; kept only where it helps")(
        "no-adapt", po::bool_switch(&options.no_adapt),
        "learn nothing even for a pair of languages without a lexicon, which else goes by what it learns")(
        "explain", po::bool_switch(&options.explain),
        "below each bead, the runner-up, the parts of its score and the words that matched");
    line.add_lexicon_option();
    options.vectors.add_to(line);
    if (!line.parse(arguments)) {
        return;
    }
    if (options.adapt && options.no_adapt) {
        throw UsageError("--adapt and --no-adapt exclude each other");
    }
    options.vectors.check(!options.batch.empty());
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
    run_single({line.operands[0], line.operands[1], "", options.anchors, "", ""}, options, format);
}

} // namespace qosar
