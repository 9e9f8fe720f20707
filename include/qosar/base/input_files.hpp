// The files behind the arguments of a command.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace qosar {

/// A file to be read, or the reason why something found in a folder cannot be.
struct InputPath {
    std::filesystem::path path; ///< "-" is standard input
    std::string name;           ///< what records call it, see input_names
    bool given = true;          ///< named as an argument, not found in a folder
    std::string problem;        ///< why it cannot be read, one sentence; empty if it can, as far as is known
};

/// A folder stands for all files below it, sorted by their path byte by byte, part by part; what begins with `.` is
/// passed over. Links are followed, but no folder or file is taken a second time, so links in a ring do no harm.
/// What is neither file nor folder, and folders that may not be entered, have a `problem`.
/// Throws Error for an argument that does not exist, or that is a folder that may not be entered.
std::vector<InputPath> find_input_files(const std::vector<std::string>& arguments);

/// How each file is called in records: its path relative to the folder that all of them share, with `/`.
/// A single file is called by its own name; standard input is called `-`.
std::vector<std::string> input_names(const std::vector<std::filesystem::path>& files);

} // namespace qosar
