#include "qosar/base/input_files.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "qosar/base/error.hpp"

namespace qosar {

namespace fs = std::filesystem;

namespace {

/// One name for a file, whichever links lead to it.
std::string identity_of(const fs::path& path) {
    std::error_code problem;
    const fs::path real = fs::canonical(path, problem);
    return problem ? fs::absolute(path).lexically_normal().string() : real.string();
}

/// What was found, each thing once.
class Finder {
public:
    void add_argument(const std::string& argument) {
        std::error_code problem;
        const fs::file_status status = fs::status(argument, problem);
        if (argument == "-") {
            add_file("-", true);
        } else if (!fs::exists(status)) {
            throw Error("there is no file or folder " + argument);
        } else if (fs::is_directory(status)) {
            const std::string trouble = add_folder(argument);
            if (!trouble.empty()) {
                throw Error("cannot read the folder " + argument + ": " + trouble);
            }
        } else {
            add_file(argument, true);
        }
    }

    std::vector<InputPath> take() { return std::move(m_found); }

private:
    void add_file(const fs::path& path, bool given) {
        if (m_seen.insert(path == "-" ? "-" : identity_of(path)).second) {
            m_found.push_back({path, {}, given, {}});
        }
    }

    void add_problem(const fs::path& path, std::string why) { m_found.push_back({path, {}, false, std::move(why)}); }

    /// Empty, or why the folder cannot be read.
    std::string add_folder(const fs::path& folder) {
        if (!m_seen.insert(identity_of(folder)).second) {
            return {};
        }
        std::error_code problem;
        fs::directory_iterator entries(folder, problem);
        std::vector<fs::path> paths;
        for (; !problem && entries != fs::directory_iterator(); entries.increment(problem)) {
            if (!entries->path().filename().native().starts_with('.')) {
                paths.push_back(entries->path());
            }
        }
        if (problem) {
            return problem.message();
        }
        std::sort(paths.begin(), paths.end());
        for (const fs::path& path : paths) {
            add_entry(path);
        }
        return {};
    }

    void add_entry(const fs::path& path) {
        std::error_code problem;
        const fs::file_status status = fs::status(path, problem);
        if (fs::is_directory(status)) {
            std::string trouble = add_folder(path);
            if (!trouble.empty()) {
                add_problem(path, "it is a folder that cannot be read: " + trouble);
            }
        } else if (fs::is_regular_file(status)) {
            add_file(path, false);
        } else if (fs::is_symlink(fs::symlink_status(path, problem))) {
            add_problem(path, "it is a link that leads nowhere");
        } else {
            add_problem(path, "it is neither a file nor a folder");
        }
    }

    std::vector<InputPath> m_found;
    std::set<std::string> m_seen;
};

} // namespace

std::vector<InputPath> find_input_files(const std::vector<std::string>& arguments) {
    Finder finder;
    for (const std::string& argument : arguments) {
        finder.add_argument(argument);
    }
    std::vector<InputPath> found = finder.take();
    std::vector<fs::path> paths;
    for (const InputPath& input : found) {
        paths.push_back(input.path);
    }
    std::vector<std::string> names = input_names(paths);
    for (std::size_t i = 0; i < found.size(); ++i) {
        found[i].name = std::move(names[i]);
    }
    return found;
}

std::vector<std::string> input_names(const std::vector<fs::path>& files) {
    fs::path common;
    bool first = true;
    for (const fs::path& file : files) {
        if (file == "-") {
            continue;
        }
        const fs::path folder = fs::absolute(file).lexically_normal().parent_path();
        if (first) {
            common = folder;
            first = false;
            continue;
        }
        const auto split = std::mismatch(common.begin(), common.end(), folder.begin(), folder.end());
        fs::path shared;
        for (auto part = common.begin(); part != split.first; ++part) {
            shared /= *part;
        }
        common = shared;
    }
    std::vector<std::string> names;
    for (const fs::path& file : files) {
        names.push_back(
            file == "-" ? "-" : fs::absolute(file).lexically_normal().lexically_relative(common).generic_string());
    }
    return names;
}

} // namespace qosar
