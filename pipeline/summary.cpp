#include "summary.hpp"

#include <algorithm>
#include <cstdio>
#include <sstream>
#include <utility>

#include "qosar/quality/registry.hpp"
#include "qosar/text/utf8.hpp"
#include "terminal.hpp"

namespace qosar {

namespace {

constexpr std::size_t line_characters = 88; // with indentation and ellipses, lines fit into 100 columns
constexpr std::size_t named_pages = 5;
constexpr std::size_t bar_characters = 30;

using Counts = std::map<std::string, std::size_t>;

std::size_t number_of(const Counts& counts, const std::string& name) {
    const auto found = counts.find(name);
    return found == counts.end() ? 0 : found->second;
}

/// `1,234,567`.
std::string grouped(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3) {
        digits.insert(i - 3, 1, ',');
    }
    return digits;
}

/// `1 reject`, `2 rejects`.
std::string counted(std::size_t number, const std::string& noun) {
    return grouped(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string right(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::string left(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(width, text.size()), ' ');
}

/// A bar as long as the number's share of the largest one, at least one character.
std::string bar(std::size_t number, std::size_t largest) {
    std::string text;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, number * bar_characters / largest); ++i) {
        text += "▇";
    }
    return text;
}

struct Row {
    std::string name;
    std::size_t number = 0;
    std::string meaning;
    const char* colour = ""; ///< of the bar
};

/// One line for each row that counts anything: number, name, bar, meaning.
void write_rows(std::ostream& out, const std::vector<Row>& rows, const Colours& c) {
    std::size_t largest = 1;
    std::size_t widest = 0;
    for (const Row& row : rows) {
        largest = std::max(largest, row.number);
        widest = row.number > 0 ? std::max(widest, row.name.size()) : widest;
    }
    for (const Row& row : rows) {
        if (row.number == 0) {
            continue;
        }
        const std::string shape = bar(row.number, largest);
        out << right(grouped(row.number), 9) << "  " << left(row.name, widest) << "  " << row.colour << shape << c.off;
        if (!row.meaning.empty()) {
            out << std::string(bar_characters + 2 - count_code_points(shape), ' ') << c.dim << row.meaning << c.off;
        }
        out << '\n';
    }
}

void write_statuses(std::ostream& out, const RunSummary& summary, const Colours& c) {
    const Counts& counts = summary.counts.statuses;
    const std::pair<DocumentStatus, const char*> meanings[] = {
        {DocumentStatus::paired, "a body on both sides: aligned"},
        {DocumentStatus::headline_only, "a body on one side at most"},
        {DocumentStatus::page_unusable, "the stored page gives no text"},
        {DocumentStatus::page_missing, "the store lacks the cited page"},
        {DocumentStatus::no_source_url, "cites no page"},
        {DocumentStatus::no_text, "a headline and nothing else"},
    };
    std::vector<Row> rows;
    for (const auto& [status, meaning] : meanings) {
        const std::string name = to_string(status);
        rows.push_back({name, number_of(counts, name), meaning, status == DocumentStatus::paired ? c.good : c.dim});
    }
    out << '\n' << c.bold << "Documents" << c.off << '\n';
    write_rows(out, rows, c);
}

/// Beads with both sides, the frequent first, then the sentences that stand alone.
void write_pairs(std::ostream& out, const RunSummary& summary, const Colours& c) {
    const CorpusCounts& counts = summary.counts;
    std::vector<Row> rows{{"headlines", number_of(counts.roles, "headline"), "", c.good}};
    std::vector<Row> alone;
    for (const auto& [type, number] : counts.beads) {
        if (type.front() == '0' || type.back() == '0') {
            const std::string& language = type.front() == '0' ? summary.languages.to : summary.languages.from;
            alone.push_back({type, number, language + " sentences left alone", c.dim});
        } else {
            rows.push_back({type, number, "", c.good});
        }
    }
    std::stable_sort(rows.begin() + 1, rows.end(), [](const Row& a, const Row& b) { return a.number > b.number; });
    rows.insert(rows.end(), alone.begin(), alone.end());
    out << '\n' << c.bold << "Pairs by bead" << c.off << '\n';
    write_rows(out, rows, c);
    const std::pair<Severity, const char*> colours[] = {
        {Severity::ok, c.good}, {Severity::info, c.info}, {Severity::warn, c.warn}, {Severity::error, c.error}};
    out << "   quality";
    for (const auto& [severity, colour] : colours) {
        const std::string name = to_string(severity);
        out << "   " << colour << grouped(number_of(counts.qualities, name)) << ' ' << name << c.off;
    }
    out << '\n';
}

void write_example(std::ostream& out, const std::string& side, const Excerpt& excerpt, const char* colour,
                   const Colours& c) {
    if (excerpt.text.empty()) {
        return;
    }
    out << "      " << c.dim << side << c.off << "  ";
    std::size_t done = 0;
    for (const Range& range : excerpt.marked) {
        out << std::string_view(excerpt.text).substr(done, range.begin - done);
        out << colour << std::string_view(excerpt.text).substr(range.begin, range.size()) << c.off;
        done = range.end;
    }
    out << std::string_view(excerpt.text).substr(done) << '\n';
}

const char* colour_of(Severity severity, const Colours& c) {
    switch (severity) {
    case Severity::error: return c.error;
    case Severity::warn: return c.warn;
    case Severity::info:
    case Severity::ok: break;
    }
    return c.info;
}

void write_flags(std::ostream& out, const RunSummary& summary, const Colours& c) {
    if (summary.examples.empty()) {
        return;
    }
    out << '\n' << c.bold << "Flags" << c.off << ", with the first example of each\n";
    for (const FlagKind& kind : flag_registry()) {
        const std::string name(kind.name);
        const auto found = summary.examples.find(name);
        if (found == summary.examples.end()) {
            continue;
        }
        const FlagExample& example = found->second;
        const char* const colour = colour_of(kind.severity, c);
        const std::size_t number =
            number_of(summary.counts.document_flags, name) + number_of(summary.counts.pair_flags, name);
        out << "  " << colour << left(to_string(kind.severity), 5) << ' ' << name << c.off << " × " << grouped(number)
            << '\n'
            << "      " << c.dim << shortened(for_terminal(example.message), line_characters) << c.off << '\n';
        write_example(out, summary.languages.from, example.first, colour, c);
        write_example(out, summary.languages.to, example.second, colour, c);
    }
}

void write_missing_pages(std::ostream& out, const RunSummary& summary, const Colours& c) {
    if (summary.missing_pages.empty()) {
        return;
    }
    out << '\n'
        << c.bold << "Pages that the store lacks" << c.off << ": save them there as ENTITY/ID." << summary.languages.to
        << ".json, .html or .txt\n";
    for (const std::string& url : summary.missing_pages) {
        out << "      " << for_terminal(url) << '\n';
    }
    const std::size_t all = number_of(summary.counts.statuses, to_string(DocumentStatus::page_missing));
    if (all > summary.missing_pages.size()) {
        out << "      and " << counted(all - summary.missing_pages.size(), "other") << '\n';
    }
}

void write_files(std::ostream& out, const RunSummary& summary, const Colours& c) {
    out << '\n' << c.bold << "The corpus" << c.off << " is in " << summary.corpus.string() << '\n';
    const std::pair<const char*, const char*> files[] = {
        {"pairs.jsonl", "the aligned pairs, with score and flags"},
        {"documents.jsonl", "where each comes from and what became of it"},
        {"evidence.jsonl", "why: parts of the score, anchors, flags with their spans"},
        {"rejects.jsonl", "what could not be used, with place and reason"},
        {"manifest.json", "inputs, versions, counts, hashes"},
        {"README.md", "dataset card"},
    };
    for (const auto& [name, meaning] : files) {
        out << "      " << left(name, 17) << c.dim << meaning << c.off << '\n';
    }
}

bool marks_a_part(const Excerpt& excerpt) {
    return !excerpt.marked.empty() && excerpt.marked.front().size() < excerpt.text.size();
}

/// What is worth looking up: the first example of the gravest flag that sets words of both sides against each other.
const FlagExample* most_telling(const RunSummary& summary) {
    for (const FlagKind& kind : flag_registry()) {
        const auto found = summary.examples.find(std::string(kind.name));
        if (found != summary.examples.end() && marks_a_part(found->second.first) &&
            marks_a_part(found->second.second)) {
            return &found->second;
        }
    }
    return nullptr;
}

/// The path as a shell reads it back.
std::string shell_word(const std::filesystem::path& path) {
    const std::string text = path.string();
    constexpr const char* plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+,@%";
    if (text.find_first_not_of(plain) == std::string::npos) {
        return text;
    }
    std::string word = "'";
    for (const char c : text) {
        word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return word + "'";
}

void write_next(std::ostream& out, const RunSummary& summary, const Colours& c) {
    const std::string corpus = shell_word(summary.corpus);
    std::vector<std::pair<std::string, std::string>> steps{
        {"qosar verify " + corpus + " --pages " + shell_word(summary.pages), "is every byte as it was written?"},
        {"head -n 3 " + shell_word(summary.corpus / "pairs.jsonl"), "what does a pair look like?"}};
    if (const FlagExample* example = most_telling(summary)) {
        steps.emplace_back("grep " + example->id.substr(0, 14) + " " + corpus + "/evidence.jsonl",
                           "why is it flagged?");
    }
    std::size_t widest = 0;
    for (const auto& [command, purpose] : steps) {
        widest = std::max(widest, count_code_points(command));
    }
    out << '\n' << c.bold << "Next" << c.off << '\n';
    for (const auto& [command, purpose] : steps) {
        out << "      " << command << std::string(widest + 3 - count_code_points(command), ' ') << c.dim << purpose
            << c.off << '\n';
    }
}

std::string time_text(double seconds) {
    char buffer[64];
    const auto whole = static_cast<unsigned long>(seconds);
    if (whole < 60) {
        std::snprintf(buffer, sizeof buffer, "%.2f s", seconds);
    } else {
        std::snprintf(buffer, sizeof buffer, "%lu min %lu s", whole / 60, whole % 60);
    }
    return buffer;
}

} // namespace

void RunSummary::add(const Document& document, const DocumentLines& lines) {
    const auto keep = [&](const Flag& flag, std::string_view first, std::string_view second, bool titles) {
        if (examples.contains(flag.name)) {
            return;
        }
        examples[flag.name] = {lines.id, flag.message,
                               excerpt_of(first, flag.spans, languages.from, titles, line_characters),
                               excerpt_of(second, flag.spans, languages.to, titles, line_characters)};
    };
    for (const Flag& flag : document.flags) {
        keep(flag, document.article.title, document.page.title, true);
    }
    for (const AlignedPair& pair : document.pairs) {
        for (const Flag& flag : pair.flags) {
            keep(flag, pair.first, pair.second, false);
        }
    }
    if (document.status == DocumentStatus::page_missing && missing_pages.size() < named_pages) {
        missing_pages.push_back(document.page.url);
    }
}

void print_summary(const RunSummary& summary) {
    const Colours c = stderr_colours();
    const CorpusCounts& counts = summary.counts;
    std::ostringstream out;
    out << '\n'
        << c.bold << counted(counts.items, "item") << " in, " << counted(counts.pairs, "pair") << " out" << c.off
        << ", in " << time_text(summary.seconds) << " on " << counted(summary.threads, "thread") << '\n'
        << grouped(counts.items) << " = " << counted(counts.documents, "document") << " + "
        << counted(counts.duplicates, "duplicate") << " of these + " << counted(counts.rejects, "reject") << '\n';
    if (!summary.learned.empty()) {
        out << summary.learned << '\n';
    }
    write_statuses(out, summary, c);
    if (counts.pairs > 0) {
        write_pairs(out, summary, c);
    }
    write_flags(out, summary, c);
    write_missing_pages(out, summary, c);
    write_files(out, summary, c);
    write_next(out, summary, c);
    std::fputs(out.str().c_str(), stderr);
}

} // namespace qosar
