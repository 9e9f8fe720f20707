#include "qosar/corpus/writer.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include <nlohmann/json.hpp>

#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"
#include "qosar/base/hash.hpp"
#include "qosar/corpus/card.hpp"

namespace qosar {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// One file of records, hashed and counted while it is written.
class RecordFile {
public:
    explicit RecordFile(fs::path path) : m_path(std::move(path)), m_stream(m_path, std::ios::binary | std::ios::trunc) {
        check();
    }

    void write(std::string_view lines) {
        m_stream.write(lines.data(), static_cast<std::streamsize>(lines.size()));
        check();
        m_sha.add(lines);
        m_bytes += lines.size();
        m_lines += static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
    }

    Json finish() {
        m_stream.close();
        check();
        sync_to_disk(m_path);
        return {{"bytes", m_bytes}, {"lines", m_lines}, {"sha256", m_sha.hex()}};
    }

private:
    void check() const {
        if (m_stream.fail()) {
            throw Error("cannot write " + m_path.string() + ": " + std::strerror(errno));
        }
    }

    fs::path m_path;
    std::ofstream m_stream;
    Sha256 m_sha;
    std::size_t m_bytes = 0;
    std::size_t m_lines = 0;
};

Json json_of(const CorpusCounts& counts, const Languages& languages) {
    const auto sides = [&](std::size_t first, std::size_t second) {
        return Json{{languages.from, first}, {languages.to, second}};
    };
    return {{"items", counts.items},
            {"documents", counts.documents},
            {"duplicates", counts.duplicates},
            {"rejects", counts.rejects},
            {"pairs", counts.pairs},
            {"sentences", sides(counts.first_sentences, counts.second_sentences)},
            {"sentences_in_beads", sides(counts.first_in_beads, counts.second_in_beads)},
            {"statuses", counts.statuses},
            {"roles", counts.roles},
            {"beads", counts.beads},
            {"qualities", counts.qualities},
            {"document_flags", counts.document_flags},
            {"pair_flags", counts.pair_flags}};
}

} // namespace

struct CorpusWriter::State {
    State(fs::path part_, Languages languages_)
        : part(std::move(part_)), languages(std::move(languages_)), documents(part / "documents.jsonl"),
          pairs(part / "pairs.jsonl"), evidence(part / "evidence.jsonl"), rejects(part / "rejects.jsonl") {}

    fs::path part;
    Languages languages;
    RecordFile documents;
    RecordFile pairs;
    RecordFile evidence;
    RecordFile rejects;
};

CorpusWriter::CorpusWriter(fs::path part, Languages languages)
    : m_state(std::make_unique<State>(std::move(part), std::move(languages))) {}

CorpusWriter::~CorpusWriter() = default;

void CorpusWriter::add(const DocumentLines& lines) {
    m_state->documents.write(lines.document);
    m_state->pairs.write(lines.pairs);
    m_state->evidence.write(lines.evidence);
}

void CorpusWriter::add(const Reject& reject) { m_state->rejects.write(reject_line(reject)); }

void CorpusWriter::finish(const CorpusCounts& counts, const ManifestFacts& facts) {
    if (const std::string problem = counts.imbalance(); !problem.empty()) {
        throw Error("the counts do not balance, so the corpus is not published: " + problem);
    }
    const auto listed = [](const std::vector<InputFile>& files) {
        Json list = Json::array();
        for (const InputFile& file : files) {
            list.push_back({{"file", file.name}, {"sha256", file.sha256}});
        }
        return list;
    };
    RecordFile card(m_state->part / "README.md");
    card.write(dataset_card(counts, m_state->languages));
    Json files;
    files["documents.jsonl"] = m_state->documents.finish();
    files["pairs.jsonl"] = m_state->pairs.finish();
    files["evidence.jsonl"] = m_state->evidence.finish();
    files["rejects.jsonl"] = m_state->rejects.finish();
    files["README.md"] = card.finish();
    const Json manifest{{"format", "qosar-corpus/1"},
                        {"languages", {{"from", facts.languages.from}, {"to", facts.languages.to}}},
                        {"versions", facts.versions},
                        {"inputs", listed(facts.inputs)},
                        {"lexicons", listed(facts.lexicons)},
                        {"counts", json_of(counts, m_state->languages)},
                        {"files", std::move(files)},
                        {"run", facts.run}};
    publish_file(m_state->part / "manifest.json", manifest.dump(2) + "\n");
}

} // namespace qosar
