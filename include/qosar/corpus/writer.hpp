// Writing a corpus: six files in a folder that appears whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "qosar/corpus/counts.hpp"
#include "qosar/corpus/records.hpp"

namespace qosar {

/// A file that went into a run.
struct InputFile {
    std::string name; ///< relative to the inputs' common folder
    std::string sha256;
};

/// What a manifest holds beside counts and files. `run` may differ between runs that give the same corpus.
struct ManifestFacts {
    Languages languages;
    std::vector<InputFile> inputs;
    std::vector<InputFile> lexicons;             ///< beside the built-in one; of a learned one the hash of its text
    std::map<std::string, std::string> versions; ///< of the program and what results rest on
    std::map<std::string, std::string> run;      ///< options, host, times, threads
};

/// Writes into the folder `part`, which must exist. Nothing is to be read there before `finish`.
class CorpusWriter {
public:
    CorpusWriter(std::filesystem::path part, Languages languages);
    ~CorpusWriter();
    CorpusWriter(const CorpusWriter&) = delete;
    CorpusWriter& operator=(const CorpusWriter&) = delete;

    void add(const DocumentLines& lines);
    void add(const Reject& reject);

    /// Brings all files to the disk and writes README.md and, last, manifest.json. Throws Error where the counts do
    /// not balance or the disk does not take the bytes.
    void finish(const CorpusCounts& counts, const ManifestFacts& facts);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace qosar
