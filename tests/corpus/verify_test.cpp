#include "qosar/corpus/verify.hpp"

#include <functional>

#include <gtest/gtest.h>

#include "qosar/base/error.hpp"
#include "written_corpus.hpp"

namespace qosar {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string first_problem(const VerifyReport& report) { return report.problems.empty() ? "" : report.problems[0]; }

/// One file of a corpus as lines with their ends.
std::vector<std::string> lines_of(const fs::path& path) {
    std::vector<std::string> lines;
    const std::string bytes = bytes_of(path);
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
        lines.push_back(bytes.substr(begin, end - begin));
        begin = end;
    }
    return lines;
}

void put_lines(const fs::path& path, const std::vector<std::string>& lines) {
    std::string bytes;
    for (const std::string& line : lines) {
        bytes += line;
    }
    put_bytes(path, bytes);
}

TEST(Verify, finds_a_sound_corpus_sound) {
    const Scratch scratch;
    write_samples(scratch.path());
    const VerifyReport report = verify_corpus(scratch.path());
    EXPECT_TRUE(report.problems.empty()) << first_problem(report);
    EXPECT_EQ(report.documents, 3U);
    EXPECT_EQ(report.pairs, 4U);
    seal(scratch.path());
    EXPECT_TRUE(verify_corpus(scratch.path()).problems.empty()) << "sealing alone changes nothing";
}

TEST(Verify, finds_an_empty_corpus_sound) {
    const Scratch scratch;
    CorpusWriter(scratch.path(), {}).finish({}, {});
    EXPECT_EQ(first_problem(verify_corpus(scratch.path())), "");
}

TEST(Verify, needs_a_corpus) {
    const Scratch scratch;
    EXPECT_THROW(verify_corpus(scratch.path()), Error) << "an empty folder";
    EXPECT_THROW(verify_corpus(scratch.path() / "absent"), Error);
    EXPECT_THROW(verify_corpus(scratch.write("file", "")), Error);
    write_samples(scratch / "corpus");
    const fs::path manifest = scratch.path() / "corpus" / "manifest.json";
    const std::string bytes = bytes_of(manifest);
    for (const std::string& text :
         {std::string(), std::string("null"), std::string("[]"), std::string("{}"), std::string("\xFF"),
          bytes.substr(0, bytes.size() / 2), std::string("{\"format\":1}"),
          std::string("{\"format\":\"qosar-corpus/2\"}"), std::string(1'000'000, '['), std::string("a\0b", 3)}) {
        put_bytes(manifest, text);
        EXPECT_THROW(verify_corpus(manifest.parent_path()), Error) << text.substr(0, 40);
    }
    fs::remove(manifest);
    EXPECT_THROW(verify_corpus(manifest.parent_path()), Error) << "without manifest";
}

TEST(Verify, notices_every_damage_to_bytes) {
    const std::pair<const char*, std::function<void(std::string&)>> damages[] = {
        {"first byte", [](std::string& b) { b[0] = static_cast<char>(b[0] ^ 1); }},
        {"middle byte", [](std::string& b) { b[b.size() / 2] = static_cast<char>(b[b.size() / 2] ^ 4); }},
        {"last byte", [](std::string& b) { b.back() = ' '; }},
        {"cut by one", [](std::string& b) { b.pop_back(); }},
        {"cut in half", [](std::string& b) { b.resize(b.size() / 2); }},
        {"emptied", [](std::string& b) { b.clear(); }},
        {"one more line end", [](std::string& b) { b += '\n'; }},
        {"doubled", [](std::string& b) { b += b; }},
        {"not UTF-8", [](std::string& b) { b[b.size() / 3] = '\xFF'; }},
        {"NUL byte", [](std::string& b) { b[b.size() / 3] = '\0'; }},
        {"two bytes swapped", [](std::string& b) { std::swap(b[1], b[7]); }},
    };
    for (const char* name : corpus_files) {
        const Scratch scratch;
        write_samples(scratch.path());
        const fs::path path = scratch.path() / name;
        const std::string sound = bytes_of(path);
        for (const auto& [damage, apply] : damages) {
            std::string bytes = sound;
            apply(bytes);
            ASSERT_NE(bytes, sound) << name << ": " << damage;
            put_bytes(path, bytes);
            const VerifyReport report = verify_corpus(scratch.path());
            EXPECT_NE(first_problem(report).find(name), std::string::npos)
                << name << ": " << damage << ": " << first_problem(report);
        }
        put_bytes(path, sound);
        EXPECT_TRUE(verify_corpus(scratch.path()).problems.empty()) << name;
    }
}

TEST(Verify, notices_missing_files) {
    for (const char* name : corpus_files) {
        const Scratch scratch;
        write_samples(scratch.path());
        fs::remove(scratch.path() / name);
        EXPECT_NE(first_problem(verify_corpus(scratch.path())).find(name), std::string::npos) << name;
        fs::create_directory(scratch.path() / name);
        EXPECT_NE(first_problem(verify_corpus(scratch.path())).find(name), std::string::npos) << name << " is a folder";
    }
}

TEST(Verify, notices_lines_moved_in_a_sealed_corpus) {
    for (const char* name : {"documents.jsonl", "pairs.jsonl", "evidence.jsonl", "rejects.jsonl"}) {
        const Scratch scratch;
        write_samples(scratch.path());
        const fs::path path = scratch.path() / name;
        const std::vector<std::string> sound = lines_of(path);
        for (std::size_t i = 0; i < sound.size(); ++i) {
            std::vector<std::string> dropped = sound;
            dropped.erase(dropped.begin() + static_cast<std::ptrdiff_t>(i));
            std::vector<std::string> doubled = sound;
            doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(i), sound[i]);
            std::vector<std::string> blank = sound;
            blank[i] = "\n";
            std::vector<std::string> no_object = sound;
            no_object[i] = "[1]\n";
            std::vector<std::vector<std::string>> damages{dropped, doubled, blank, no_object};
            if (i > 0 && std::string_view(name) != "documents.jsonl") {
                damages.push_back(sound);
                std::swap(damages.back()[i], damages.back()[i - 1]);
            }
            for (std::size_t d = 0; d < damages.size(); ++d) {
                if (std::string_view(name) == "rejects.jsonl" && d == 3) {
                    continue; // what a reject says is nowhere else
                }
                put_lines(path, damages[d]);
                seal(scratch.path());
                EXPECT_FALSE(verify_corpus(scratch.path()).problems.empty())
                    << name << " line " << i << ", damage " << d;
            }
        }
    }
}

TEST(Verify, notices_edits_in_a_sealed_corpus) {
    const struct {
        const char* name;
        const char* file;
        std::size_t line;
        std::function<void(Json&)> edit;
    } cases[] = {
        {"English of a pair", "pairs.jsonl", 1,
         [](Json& r) { r["translation"]["en"] = "Thirteen horses were brought."; }},
        {"Kazakh of a pair", "pairs.jsonl", 2,
         [](Json& r) { r["translation"]["kk"] = "Көктемге дейін оларға шөп беріледі."; }},
        {"headline of a pair", "pairs.jsonl", 0, [](Json& r) { r["translation"]["kk"] = "Жабайы жылқылар оралды"; }},
        {"id of a pair", "pairs.jsonl", 1, [](Json& r) { r["id"] = "p_" + std::string(32, '0'); }},
        {"document of a pair", "pairs.jsonl", 1, [](Json& r) { r["document"] = "d_" + std::string(32, '0'); }},
        {"index of a pair", "pairs.jsonl", 2, [](Json& r) { r["index"] = 7; }},
        {"role of a pair", "pairs.jsonl", 1, [](Json& r) { r["role"] = "headline"; }},
        {"sentences of a pair", "pairs.jsonl", 1, [](Json& r) { r["sentences"]["en"] = {1}; }},
        {"sentence that is not there", "pairs.jsonl", 1, [](Json& r) { r["sentences"]["en"] = {99}; }},
        {"bead type of a pair", "pairs.jsonl", 2, [](Json& r) { r["bead"] = "2-1"; }},
        {"quality of a pair", "pairs.jsonl", 1, [](Json& r) { r["quality"] = "ok"; }},
        {"flag added to a pair", "pairs.jsonl", 2, [](Json& r) { r["flags"] = {"number_conflict"}; }},
        {"flags of a pair emptied", "pairs.jsonl", 1, [](Json& r) { r["flags"] = Json::array(); }},
        {"key of a pair dropped", "pairs.jsonl", 1, [](Json& r) { r.erase("quality"); }},
        {"key of a wrong type", "pairs.jsonl", 1, [](Json& r) { r["translation"] = "text"; }},
        {"id of evidence", "evidence.jsonl", 1, [](Json& r) { r["id"] = "p_" + std::string(32, '0'); }},
        {"severity in evidence", "evidence.jsonl", 1, [](Json& r) { r["flags"][1]["severity"] = "error"; }},
        {"unknown severity", "evidence.jsonl", 1, [](Json& r) { r["flags"][0]["severity"] = "fatal"; }},
        {"flag dropped from evidence", "evidence.jsonl", 1, [](Json& r) { r["flags"].erase(0); }},
        {"flag of a document dropped", "evidence.jsonl", 3, [](Json& r) { r["flags"] = Json::array(); }},
        {"title of a document", "documents.jsonl", 1, [](Json& r) { r["title"]["en"] = "Library night"; }},
        {"text of a document", "documents.jsonl", 1,
         [](Json& r) { r["text"]["en"] = "The library is closed. Sorry."; }},
        {"Kazakh text of a document", "documents.jsonl", 0, [](Json& r) { r["text"]["kk"] = "Мүлде басқа мәтін."; }},
        {"sources of a document", "documents.jsonl", 0, [](Json& r) { r["source_urls"] = Json::array(); }},
        {"id of a document", "documents.jsonl", 1, [](Json& r) { r["id"] = "d_" + std::string(32, '0'); }},
        {"flag of a document", "documents.jsonl", 1, [](Json& r) { r["flags"] = Json::array(); }},
        {"status of a document", "documents.jsonl", 1, [](Json& r) { r["status"] = "no_text"; }},
        {"duplicate dropped", "documents.jsonl", 1, [](Json& r) { r["duplicates"] = Json::array(); }},
        {"bead dropped", "documents.jsonl", 0, [](Json& r) { r["beads"].erase(3); }},
        {"beads emptied", "documents.jsonl", 0, [](Json& r) { r["beads"] = Json::array(); }},
        {"sentence in two beads", "documents.jsonl", 0, [](Json& r) { r["beads"][2]["en"] = {1}; }},
        {"beads out of order", "documents.jsonl", 0, [](Json& r) { std::swap(r["beads"][0], r["beads"][1]); }},
        {"sentence behind its text", "documents.jsonl", 0,
         [](Json& r) {
             r["sentences"]["kk"][3] = {90, 9999};
         }},
        {"sentence behind the text without pairs", "documents.jsonl", 1,
         [](Json& r) {
             r["sentences"]["en"][1] = {40, 9999};
         }},
        {"sentence upside down", "documents.jsonl", 1,
         [](Json& r) {
             r["sentences"]["en"][1] = {50, 40};
         }},
        {"sentences that overlap", "documents.jsonl", 1,
         [](Json& r) {
             r["sentences"]["en"][1] = {10, 40};
         }},
        {"sentence moved", "documents.jsonl", 0,
         [](Json& r) {
             r["sentences"]["en"][0] = {0, 12};
         }},
        {"count of pairs", "documents.jsonl", 0, [](Json& r) { r["counts"]["pairs"] = 4; }},
        {"count of sentences", "documents.jsonl", 0, [](Json& r) { r["counts"]["sentences"]["kk"] = 5; }},
        {"count of beads", "documents.jsonl", 0, [](Json& r) { r["counts"]["beads"]["1-1"] = 2; }},
        {"document that is nothing", "documents.jsonl", 1, [](Json& r) { r = Json::object(); }},
    };
    for (const auto& c : cases) {
        const Scratch scratch;
        write_samples(scratch.path());
        std::vector<std::string> lines = lines_of(scratch.path() / c.file);
        ASSERT_LT(c.line, lines.size()) << c.name;
        Json record = Json::parse(lines[c.line]);
        const Json before = record;
        c.edit(record);
        ASSERT_NE(record, before) << c.name;
        lines[c.line] = record.dump() + "\n";
        put_lines(scratch.path() / c.file, lines);
        seal(scratch.path());
        EXPECT_FALSE(verify_corpus(scratch.path()).problems.empty()) << c.name;
    }
}

TEST(Verify, notices_a_sentence_left_out_with_all_counts_made_anew) {
    const Scratch scratch;
    write_samples(scratch.path());
    std::vector<std::string> lines = lines_of(scratch.path() / "documents.jsonl");
    Json record = Json::parse(lines[0]);
    record["beads"].erase(3);
    record["counts"]["beads"].erase("0-1");
    lines[0] = record.dump() + "\n";
    put_lines(scratch.path() / "documents.jsonl", lines);
    Json manifest = Json::parse(bytes_of(scratch / "manifest.json"));
    manifest["counts"]["beads"].erase("0-1");
    manifest["counts"]["sentences_in_beads"]["kk"] = 3;
    put_bytes(scratch / "manifest.json", manifest.dump());
    seal(scratch.path());
    const VerifyReport report = verify_corpus(scratch.path());
    ASSERT_EQ(report.problems.size(), 1U) << first_problem(report);
    EXPECT_TRUE(report.problems[0].starts_with("documents.jsonl:1: ")) << report.problems[0];
}

TEST(Verify, names_file_and_line) {
    const Scratch scratch;
    write_samples(scratch.path());
    std::vector<std::string> lines = lines_of(scratch.path() / "pairs.jsonl");
    Json record = Json::parse(lines[2]);
    record["index"] = 9;
    lines[2] = record.dump() + "\n";
    put_lines(scratch.path() / "pairs.jsonl", lines);
    seal(scratch.path());
    EXPECT_TRUE(first_problem(verify_corpus(scratch.path())).starts_with("pairs.jsonl:3: "))
        << first_problem(verify_corpus(scratch.path()));
}

TEST(Verify, notices_edits_of_the_manifest) {
    const std::pair<const char*, std::function<void(Json&)>> edits[] = {
        {"items", [](Json& m) { m["counts"]["items"] = 7; }},
        {"documents", [](Json& m) { m["counts"]["documents"] = 2; }},
        {"duplicates", [](Json& m) { m["counts"]["duplicates"] = 0; }},
        {"rejects", [](Json& m) { m["counts"]["rejects"] = 0; }},
        {"pairs", [](Json& m) { m["counts"]["pairs"] = 5; }},
        {"sentences", [](Json& m) { m["counts"]["sentences"]["en"] = 30; }},
        {"sentences in beads", [](Json& m) { m["counts"]["sentences_in_beads"]["kk"] = 3; }},
        {"status", [](Json& m) { m["counts"]["statuses"]["paired"] = 2; }},
        {"role", [](Json& m) { m["counts"]["roles"].erase("body"); }},
        {"bead", [](Json& m) { m["counts"]["beads"]["2-2"] = 1; }},
        {"quality", [](Json& m) { m["counts"]["qualities"]["ok"] = 0; }},
        {"document flag", [](Json& m) { m["counts"]["document_flags"] = Json::object(); }},
        {"pair flag", [](Json& m) { m["counts"]["pair_flags"]["number_conflict"] = 2; }},
        {"a count of a wrong type", [](Json& m) { m["counts"]["pairs"] = "4"; }},
        {"no counts", [](Json& m) { m.erase("counts"); }},
        {"bytes of a file", [](Json& m) { m["files"]["pairs.jsonl"]["bytes"] = 1; }},
        {"lines of a file", [](Json& m) { m["files"]["pairs.jsonl"]["lines"] = 1; }},
        {"hash of a file", [](Json& m) { m["files"]["README.md"]["sha256"] = std::string(64, '0'); }},
        {"a file left out", [](Json& m) { m["files"].erase("evidence.jsonl"); }},
        {"languages", [](Json& m) { m["languages"]["to"] = "ky"; }},
        {"languages the other way round", [](Json& m) { std::swap(m["languages"]["from"], m["languages"]["to"]); }},
        {"no languages", [](Json& m) { m.erase("languages"); }},
        {"files of a wrong type", [](Json& m) { m["files"] = Json::array({1}); }},
    };
    const Scratch scratch;
    write_samples(scratch.path());
    const Json sound = Json::parse(bytes_of(scratch / "manifest.json"));
    for (const auto& [name, edit] : edits) {
        Json manifest = sound;
        edit(manifest);
        ASSERT_NE(manifest, sound) << name;
        put_bytes(scratch / "manifest.json", manifest.dump());
        EXPECT_FALSE(verify_corpus(scratch.path()).problems.empty()) << name;
    }
}

TEST(Verify, looks_at_the_pages_when_given_a_store) {
    const Scratch scratch;
    const fs::path page = scratch.write("pages/ecogeo/500123.kk.json", "{}");
    Document document = paired_document();
    document.page.sha256 = sha256_hex("{}");
    const fs::path corpus = scratch / "corpus";
    fs::create_directories(corpus);
    CorpusWriter writer(corpus, {});
    CorpusCounts counts;
    counts.items = 2;
    counts.add(document);
    writer.add(document_lines(document, {}));
    writer.finish(counts, {});
    const auto problems = [&](const fs::path& pages) { return verify_corpus(corpus, pages).problems.size(); };
    EXPECT_EQ(problems(scratch / "pages"), 0U);
    put_bytes(page, "{ }");
    EXPECT_EQ(problems(scratch / "pages"), 1U) << "changed";
    fs::remove(page);
    EXPECT_EQ(problems(scratch / "pages"), 1U) << "gone";
    EXPECT_EQ(problems(""), 0U) << "not asked for";
}

TEST(Verify, reports_a_bounded_number_of_problems) {
    const Scratch scratch;
    CorpusWriter writer(scratch.path(), {});
    CorpusCounts counts;
    for (int i = 0; i < 300; ++i) {
        Document document = unsourced_document();
        document.duplicates.clear();
        document.article.title += std::to_string(i);
        counts.add(document);
        DocumentLines lines = document_lines(document, {});
        lines.document.replace(lines.document.find("midnight"), 8, "mid-noon");
        writer.add(lines);
    }
    counts.items = counts.documents;
    writer.finish(counts, {});
    EXPECT_EQ(verify_corpus(scratch.path()).problems.size(), max_problems);
}

TEST(Verify, survives_deep_nesting) {
    const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
    for (const char* name : {"documents.jsonl", "pairs.jsonl", "evidence.jsonl"}) {
        const Scratch scratch;
        write_samples(scratch.path());
        put_bytes(scratch.path() / name, "{\"id\":" + deep + ",\"document\":" + deep + ",\"flags\":" + deep + "}\n");
        seal(scratch.path());
        EXPECT_FALSE(verify_corpus(scratch.path()).problems.empty()) << name;
    }
    const Scratch scratch;
    write_samples(scratch.path());
    std::string manifest = bytes_of(scratch / "manifest.json");
    const std::size_t place = manifest.find("\"items\": 6");
    ASSERT_NE(place, std::string::npos);
    manifest.replace(place, 10, "\"items\": " + deep);
    put_bytes(scratch / "manifest.json", manifest);
    EXPECT_FALSE(verify_corpus(scratch.path()).problems.empty());
}

} // namespace
} // namespace qosar
