// Checking a corpus against its manifest and against itself.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace qosar {

struct VerifyReport {
    std::vector<std::string> problems; ///< each names file and line; at most `max_problems`
    std::size_t documents = 0;
    std::size_t pairs = 0;
};

inline constexpr std::size_t max_problems = 100;

/// Hashes and counts every file against manifest.json, cuts every sentence and pair out of its document again,
/// computes every id again, checks that each sentence is in one bead and that flags, qualities, evidence and counts
/// agree. With a page store, also that each page still has the hash that the corpus names; "" leaves that out.
/// Throws Error where there is no corpus.
VerifyReport verify_corpus(const std::filesystem::path& corpus, const std::filesystem::path& pages = "");

} // namespace qosar
