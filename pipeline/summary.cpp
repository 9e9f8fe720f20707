#include "summary.hpp"

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

#include "qosar/quality/registry.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::size_t example_characters = 72;
constexpr std::size_t named_pages = 5;

/// Escape sequences, or nothing where stderr is no terminal.
struct Colours {
    const char* bold = "";
    const char* dim = "";
    const char* error = "";
    const char* warn = "";
    const char* info = "";
    const char* off = "";
};

Colours colours() {
    const bool wanted = ::isatty(STDERR_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
    return wanted ? Colours{"\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[0m"} : Colours{};
}

const char* colour_of(const Colours& colours, Severity severity) {
    switch (severity) {
    case Severity::error: return colours.error;
    case Severity::warn: return colours.warn;
    case Severity::info:
    case Severity::ok: break;
    }
    return colours.info;
}

void print_counts(const char* title, const std::map<std::string, std::size_t>& counts, const Colours& c) {
    std::fprintf(stderr, "%s%s%s\n", c.bold, title, c.off);
    for (const auto& [name, count] : counts) {
        std::fprintf(stderr, "  %6zu  %s\n", count, name.c_str());
    }
}

std::size_t number_of(const std::map<std::string, std::size_t>& counts, const std::string& name) {
    const auto found = counts.find(name);
    return found == counts.end() ? 0 : found->second;
}

void print_flags(const RunSummary& summary, const Colours& c) {
    std::fprintf(stderr, "%sflags%s, with one example each\n", c.bold, c.off);
    for (const FlagKind& kind : flag_registry()) {
        const std::string name(kind.name);
        const std::size_t count =
            number_of(summary.counts.document_flags, name) + number_of(summary.counts.pair_flags, name);
        const auto example = summary.examples.find(name);
        if (count == 0 || example == summary.examples.end()) {
            continue;
        }
        std::fprintf(stderr, "  %6zu  %s%-26s%s %s\n", count, colour_of(c, kind.severity), name.c_str(), c.off,
                     shortened(example->second.message, 2 * example_characters).c_str());
        std::fprintf(stderr, "          %s%s%s\n", c.dim, example->second.first.c_str(), c.off);
        if (!example->second.second.empty()) {
            std::fprintf(stderr, "          %s%s%s\n", c.dim, example->second.second.c_str(), c.off);
        }
    }
}

void print_missing_pages(const RunSummary& summary, const Colours& c) {
    if (summary.missing_pages.empty()) {
        return;
    }
    std::fprintf(stderr, "%spages that the store lacks%s: save them there as ENTITY/ID.%s.json, .html or .txt\n",
                 c.bold, c.off, summary.languages.to.c_str());
    for (const std::string& url : summary.missing_pages) {
        std::fprintf(stderr, "          %s\n", url.c_str());
    }
}

} // namespace

void RunSummary::add(const Document& document, const DocumentLines& lines) {
    for (const Flag& flag : document.flags) {
        examples.try_emplace(flag.name,
                             FlagExample{lines.id, flag.message, shortened(document.article.title, example_characters),
                                         shortened(document.page.title, example_characters)});
    }
    for (const AlignedPair& pair : document.pairs) {
        for (const Flag& flag : pair.flags) {
            examples.try_emplace(flag.name,
                                 FlagExample{lines.id, flag.message, shortened(pair.first, example_characters),
                                             shortened(pair.second, example_characters)});
        }
    }
    if (document.status == DocumentStatus::page_missing && missing_pages.size() < named_pages) {
        missing_pages.push_back(document.page.url);
    }
}

void print_summary(const RunSummary& summary) {
    const Colours c = colours();
    const CorpusCounts& counts = summary.counts;
    const std::string corpus = summary.corpus.string();
    std::fprintf(stderr,
                 "\n%s%zu items%s in %.2f s on %zu threads: %zu documents, %zu duplicates of these, %zu rejects\n\n",
                 c.bold, counts.items, c.off, summary.seconds, summary.threads, counts.documents, counts.duplicates,
                 counts.rejects);
    print_counts("documents by status", counts.statuses, c);
    std::fprintf(stderr, "%spairs%s: %zu, of them %zu headlines\n", c.bold, c.off, counts.pairs,
                 number_of(counts.roles, "headline"));
    print_counts("beads of the bodies", counts.beads, c);
    print_counts("pairs by quality", counts.qualities, c);
    print_flags(summary, c);
    print_missing_pages(summary, c);
    std::fprintf(stderr, "\n%sthe corpus%s is in %s\n", c.bold, c.off, corpus.c_str());
    std::fprintf(stderr, "  pairs.jsonl      the aligned pairs, with score and flags\n"
                         "  documents.jsonl  where each comes from and what became of it\n"
                         "  evidence.jsonl   why: score parts, anchors, flags with their spans\n"
                         "  rejects.jsonl    what could not be used, with place and reason\n"
                         "  manifest.json    inputs, versions, counts, hashes      README.md  dataset card\n");
    std::fprintf(stderr, "next: qosar verify %s      head -n 3 %s/pairs.jsonl\n", corpus.c_str(), corpus.c_str());
}

} // namespace qosar
