// What a person reads at the end of a run.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "excerpt.hpp"
#include "qosar/corpus/counts.hpp"
#include "qosar/corpus/records.hpp"

namespace qosar {

/// The first example of a flag, kept while documents pass by.
struct FlagExample {
    std::string id; ///< of the pair or document
    std::string message;
    Excerpt first; ///< what stands on the first side, with the words that the flag is about
    Excerpt second;
};

struct RunSummary {
    Languages languages;
    std::filesystem::path corpus;
    std::filesystem::path pages; ///< the store
    CorpusCounts counts;
    std::map<std::string, FlagExample> examples; ///< by flag
    std::vector<std::string> missing_pages;      ///< the first few addresses that the store lacks
    std::string learned;                         ///< what `--adapt` came to; empty without
    double seconds = 0;
    std::size_t threads = 1;

    void add(const Document& document, const DocumentLines& lines);
};

/// Written to stderr, in colour where that is a terminal.
void print_summary(const RunSummary& summary);

} // namespace qosar
