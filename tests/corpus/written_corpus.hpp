// A small corpus on disk, to be read, verified and damaged.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

#include "../scratch.hpp"
#include "qosar/base/file.hpp"
#include "qosar/base/hash.hpp"
#include "qosar/corpus/writer.hpp"
#include "sample_documents.hpp"

namespace qosar {

inline constexpr const char* corpus_files[] = {"documents.jsonl", "pairs.jsonl", "evidence.jsonl", "rejects.jsonl",
                                               "README.md"};

inline ManifestFacts sample_facts() {
    return {{}, {{"listing.txt", std::string(64, 'b')}}, {}, {{"qosar", "0.0.0"}}, {{"threads", "1"}}};
}

/// Writes the sample documents and one reject into `folder`.
inline CorpusCounts write_samples(const std::filesystem::path& folder, const ManifestFacts& facts = sample_facts()) {
    std::filesystem::create_directories(folder);
    CorpusCounts counts;
    CorpusWriter writer(folder, facts.languages);
    writer.add(sample_reject());
    for (const Document& document : {paired_document(), unsourced_document(), headline_document()}) {
        counts.add(document);
        writer.add(document_lines(document, facts.languages));
    }
    counts.rejects = 1;
    counts.items = counts.documents + counts.duplicates + counts.rejects;
    writer.finish(counts, facts);
    return counts;
}

inline std::string bytes_of(const std::filesystem::path& path) { return read_file(path, std::size_t{1} << 28U); }

inline void put_bytes(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// Makes the manifest agree with the bytes of the files again, as somebody would who edits a corpus on purpose.
inline void seal(const std::filesystem::path& corpus) {
    auto manifest = nlohmann::ordered_json::parse(bytes_of(corpus / "manifest.json"));
    for (const char* name : corpus_files) {
        const std::string bytes = bytes_of(corpus / name);
        manifest["files"][name] = {{"bytes", bytes.size()},
                                   {"lines", std::count(bytes.begin(), bytes.end(), '\n')},
                                   {"sha256", sha256_hex(bytes)}};
    }
    put_bytes(corpus / "manifest.json", manifest.dump(2) + "\n");
}

} // namespace qosar
