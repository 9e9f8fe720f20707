// Runs a fuzz target on files and folders of files, without libFuzzer: `segment_fuzz tests/fuzz/corpus/segment`.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz.hpp"

namespace {

namespace fs = std::filesystem;

/// Each input lies in a buffer of just its size, so that a sanitizer sees what reads behind it.
void replay(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::vector<char> read((std::istreambuf_iterator<char>(file)), {});
    const std::vector<std::uint8_t> bytes(read.begin(), read.end());
    std::cerr << path.filename().string() << std::endl; // the last one named is the one that failed
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

} // namespace

int main(int count, char** arguments) {
    std::vector<fs::path> paths;
    for (const fs::path argument : std::vector<std::string>(arguments + 1, arguments + count)) {
        if (fs::is_directory(argument)) {
            std::copy(fs::directory_iterator(argument), {}, std::back_inserter(paths));
        } else {
            paths.push_back(argument);
        }
    }
    std::sort(paths.begin(), paths.end());
    std::for_each(paths.begin(), paths.end(), replay);
    std::cout << paths.size() << " inputs\n";
    return paths.empty() ? 1 : 0;
}
