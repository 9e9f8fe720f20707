// What a person reads at the end of a run.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "qosar/corpus/counts.hpp"
#include "qosar/corpus/records.hpp"

namespace qosar {

/// The first example of each flag, kept while documents pass by.
struct FlagExample {
    std::string id; ///< of the pair or document
    std::string message;
    std::string first; ///< what stands on the first side, shortened
    std::string second;
};

struct RunSummary {
    Languages languages;
    std::filesystem::path corpus;
    CorpusCounts counts;
    std::map<std::string, FlagExample> examples; ///< by flag
    std::vector<std::string> missing_pages;      ///< the first few addresses that the store lacks
    double seconds = 0;
    std::size_t threads = 1;

    void add(const Document& document, const DocumentLines& lines);
};

/// Written to stderr, in colour where that is a terminal.
void print_summary(const RunSummary& summary);

} // namespace qosar
