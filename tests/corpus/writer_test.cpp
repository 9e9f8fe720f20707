#include "qosar/corpus/writer.hpp"

#include <set>

#include <gtest/gtest.h>

#include "qosar/base/error.hpp"
#include "qosar/corpus/card.hpp"
#include "written_corpus.hpp"

namespace qosar {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

TEST(CorpusWriter, writes_six_files_with_all_records) {
    const Scratch scratch;
    const CorpusCounts counts = write_samples(scratch.path());
    EXPECT_EQ(names_in(scratch.path()), (std::set<std::string>{"documents.jsonl", "pairs.jsonl", "evidence.jsonl",
                                                               "rejects.jsonl", "README.md", "manifest.json"}));
    DocumentLines all;
    for (const Document& document : {paired_document(), unsourced_document(), headline_document()}) {
        const DocumentLines lines = document_lines(document, {});
        all.document += lines.document;
        all.pairs += lines.pairs;
        all.evidence += lines.evidence;
    }
    EXPECT_EQ(bytes_of(scratch / "documents.jsonl"), all.document);
    EXPECT_EQ(bytes_of(scratch / "pairs.jsonl"), all.pairs);
    EXPECT_EQ(bytes_of(scratch / "evidence.jsonl"), all.evidence);
    EXPECT_EQ(bytes_of(scratch / "rejects.jsonl"), reject_line(sample_reject()));
    EXPECT_EQ(bytes_of(scratch / "README.md"), dataset_card(counts, {}));
}

TEST(CorpusWriter, manifest_names_every_file_with_size_lines_and_hash) {
    const Scratch scratch;
    write_samples(scratch.path());
    const Json manifest = Json::parse(bytes_of(scratch / "manifest.json"));
    EXPECT_EQ(manifest["format"], "qosar-corpus/1");
    EXPECT_EQ(manifest["languages"].dump(), R"({"from":"en","to":"kk"})");
    EXPECT_EQ(manifest["versions"]["qosar"], "0.0.0");
    EXPECT_EQ(manifest["inputs"][0]["file"], "listing.txt");
    EXPECT_EQ(manifest["inputs"][0]["sha256"], std::string(64, 'b'));
    EXPECT_EQ(manifest["run"]["threads"], "1");
    EXPECT_EQ(manifest["counts"]["items"], 6);
    EXPECT_EQ(manifest["counts"]["sentences"].dump(), R"({"en":3,"kk":4})");
    EXPECT_EQ(manifest["counts"]["statuses"]["paired"], 1);
    EXPECT_EQ(manifest["files"].size(), std::size(corpus_files));
    for (const char* name : corpus_files) {
        const std::string bytes = bytes_of(scratch / name);
        const Json& facts = manifest["files"][name];
        EXPECT_EQ(facts["bytes"], bytes.size()) << name;
        EXPECT_EQ(facts["lines"], std::count(bytes.begin(), bytes.end(), '\n')) << name;
        EXPECT_EQ(facts["sha256"], sha256_hex(bytes)) << name;
    }
}

TEST(CorpusWriter, writes_the_same_twice) {
    const Scratch scratch;
    ManifestFacts facts = sample_facts();
    write_samples(scratch / "one", facts);
    facts.run["threads"] = "8";
    write_samples(scratch / "two", facts);
    for (const char* name : corpus_files) {
        EXPECT_EQ(bytes_of(scratch.path() / "one" / name), bytes_of(scratch.path() / "two" / name)) << name;
    }
    Json one = Json::parse(bytes_of(scratch.path() / "one" / "manifest.json"));
    Json two = Json::parse(bytes_of(scratch.path() / "two" / "manifest.json"));
    EXPECT_NE(one, two);
    one.erase("run");
    two.erase("run");
    EXPECT_EQ(one.dump(), two.dump()) << "only `run` may differ";
}

TEST(CorpusWriter, an_empty_corpus_is_one) {
    const Scratch scratch;
    CorpusWriter writer(scratch.path(), {});
    writer.finish({}, {});
    EXPECT_EQ(bytes_of(scratch / "pairs.jsonl"), "");
    const Json manifest = Json::parse(bytes_of(scratch / "manifest.json"));
    for (const char* table : {"statuses", "roles", "beads", "qualities", "document_flags", "pair_flags"}) {
        EXPECT_TRUE(manifest["counts"][table].is_object()) << table;
    }
    EXPECT_TRUE(manifest["inputs"].is_array());
    EXPECT_TRUE(manifest["versions"].is_object());
    EXPECT_TRUE(manifest["run"].is_object());
}

TEST(CorpusWriter, has_no_manifest_before_it_is_finished) {
    const Scratch scratch;
    {
        CorpusWriter writer(scratch.path(), {});
        writer.add(document_lines(paired_document(), {}));
        EXPECT_FALSE(names_in(scratch.path()).contains("manifest.json"));
    }
    EXPECT_FALSE(names_in(scratch.path()).contains("manifest.json")) << "nor when it is dropped";
}

TEST(CorpusWriter, refuses_counts_that_do_not_balance) {
    const Scratch scratch;
    CorpusCounts counts;
    counts.add(paired_document());
    counts.items = 77;
    CorpusWriter writer(scratch.path(), {});
    writer.add(document_lines(paired_document(), {}));
    EXPECT_THROW(writer.finish(counts, {}), Error);
    EXPECT_FALSE(names_in(scratch.path()).contains("manifest.json"));
}

TEST(CorpusWriter, needs_its_folder) {
    const Scratch scratch;
    EXPECT_THROW(CorpusWriter(scratch.path() / "absent", {}), Error);
    EXPECT_THROW(CorpusWriter(scratch.write("file", ""), {}), Error);
}

TEST(CorpusWriter, says_when_the_disk_is_full) {
    if (!fs::exists("/dev/full")) {
        GTEST_SKIP() << "no /dev/full here";
    }
    for (const char* name : corpus_files) {
        const Scratch scratch;
        fs::create_symlink("/dev/full", scratch.path() / name);
        try {
            write_samples(scratch.path());
            ADD_FAILURE() << name;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(name), std::string::npos) << error.what();
        }
        EXPECT_FALSE(names_in(scratch.path()).contains("manifest.json")) << name;
    }
}

} // namespace
} // namespace qosar
