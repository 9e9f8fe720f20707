// One pair of texts that `align` works on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "qosar/align/aligned_texts.hpp"

namespace qosar {

/// The files of a job.
struct JobFiles {
    std::string first;
    std::string second;
    std::string ladder;         ///< to write
    std::string anchors;        ///< a file of fixed beads, or empty
    std::string first_vectors;  ///< one row for each line of the first text, or empty
    std::string second_vectors; ///< given if the other is
};

/// Two texts, one sentence a line, with their alignment.
struct Job {
    JobFiles files;
    std::vector<std::string> first;
    std::vector<std::string> second;
    FixedBeads fixed;
    AlignedTexts aligned;
};

inline std::vector<std::string_view> views(const std::vector<std::string>& lines) {
    return {lines.begin(), lines.end()};
}

} // namespace qosar
