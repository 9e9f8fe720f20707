#include "qosar/corpus/verify.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"
#include "qosar/base/hash.hpp"
#include "qosar/corpus/ids.hpp"
#include "record_reader.hpp"

namespace qosar {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t manifest_limit = 256U << 20U;

constexpr const char* file_names[] = {"documents.jsonl", "pairs.jsonl", "evidence.jsonl", "rejects.jsonl", "README.md"};

/// Texts that the spans of some evidence point into, by side.
struct Spanned {
    std::map<std::string, SlicedText> texts;
    std::map<std::string, SlicedText> titles;
};

/// The counts of a manifest, made again from the records.
struct Recount {
    std::map<std::string, std::size_t> numbers;
    std::map<std::string, std::map<std::string, std::size_t>> tables;
    std::map<std::string, std::size_t> sentences; ///< of paired documents, by side
    std::map<std::string, std::size_t> in_beads;
};

class Verifier {
public:
    Verifier(fs::path corpus, fs::path pages)
        : m_corpus(std::move(corpus)), m_pages(std::move(pages)), m_documents(m_corpus, "documents.jsonl"),
          m_pairs(m_corpus, "pairs.jsonl"), m_evidence(m_corpus, "evidence.jsonl"),
          m_rejects(m_corpus, "rejects.jsonl") {}

    VerifyReport run() {
        m_manifest = parse_record(read_file(m_corpus / "manifest.json", manifest_limit));
        if (!m_manifest.is_object() || !m_manifest.contains("format") || m_manifest["format"] != "qosar-corpus/1") {
            throw Error((m_corpus / "manifest.json").string() + " is no manifest of a Qosar corpus");
        }
        try {
            m_from = m_manifest.at("languages").at("from").get<std::string>();
            m_to = m_manifest.at("languages").at("to").get<std::string>();
            m_recount.sentences = m_recount.in_beads = {{m_from, 0}, {m_to, 0}};
            check_files();
            check_records();
            check_lines();
            check_counts();
        } catch (const nlohmann::json::exception& error) {
            problem(m_place + "a key is missing or has the wrong type (" + error.what() + ")");
        } catch (const Error& error) {
            problem(error.what());
        }
        return m_report;
    }

private:
    void problem(const std::string& text) {
        if (m_report.problems.size() < max_problems) {
            m_report.problems.push_back(text);
        }
    }

    void expect(bool holds, const std::string& text) {
        if (!holds) {
            problem(m_place + text);
        }
    }

    void check_files() {
        for (const char* name : file_names) {
            const Json& facts = m_manifest.at("files").at(name);
            const fs::path path = m_corpus / name;
            if (fs::file_size(path) != facts.at("bytes").get<std::uintmax_t>()) {
                problem(std::string(name) + " has " + std::to_string(fs::file_size(path)) +
                        " bytes; the manifest says " + facts.at("bytes").dump());
            } else if (sha256_of_file(path) != facts.at("sha256").get<std::string>()) {
                problem(std::string(name) + " has other bytes than the manifest says: its SHA-256 differs");
            }
        }
    }

    void check_lines() {
        m_place = "manifest.json: ";
        const auto check = [&](const std::string& name, std::size_t lines) {
            expect(m_manifest.at("files").at(name).at("lines") == lines,
                   "it gives another number of lines for " + name + ", which has " + std::to_string(lines));
        };
        for (const RecordReader* file : {&m_documents, &m_pairs, &m_evidence, &m_rejects}) {
            check(file->name(), file->count());
        }
        const std::string card = read_file(m_corpus / "README.md", manifest_limit);
        check("README.md", static_cast<std::size_t>(std::count(card.begin(), card.end(), '\n')));
    }

    void check_records() {
        std::optional<Json> pair = m_pairs.next();
        while (const std::optional<Json> document = m_documents.next()) {
            m_place = m_documents.place();
            check_document(*document);
            const std::string id = document->at("id").get<std::string>();
            const Spanned spanned{sliced(document->at("text")), sliced(document->at("title"))};
            check_sentences(*document, spanned);
            const SlicedText& first = spanned.texts.at(m_from);
            const SlicedText& second = spanned.texts.at(m_to);
            PairIds ids(id);
            std::size_t index = 0;
            for (; pair && pair->at("document") == id; pair = m_pairs.next()) {
                m_place = m_pairs.place();
                expect(pair->at("index") == index++, "its index is out of order");
                check_pair(*document, *pair, first, second, ids);
            }
            m_place = m_documents.place();
            expect(document->at("counts").at("pairs") == index, "it counts other pairs than pairs.jsonl holds");
            if (!document->at("flags").empty()) {
                check_evidence(id, document->at("flags"), spanned);
            }
        }
        if (pair) {
            problem(m_pairs.place() + "the pair stands behind the pairs of its document, or has none");
        }
        if (m_evidence.next()) {
            problem(m_evidence.place() + "there is no record that this is the evidence of");
        }
        while (m_rejects.next()) {
            ++m_recount.numbers["rejects"];
        }
    }

    [[nodiscard]] std::map<std::string, SlicedText> sliced(const Json& sides) const {
        std::map<std::string, SlicedText> texts;
        for (const std::string& side : {m_from, m_to}) {
            texts.emplace(side, SlicedText(sides.at(side).get<std::string>()));
        }
        return texts;
    }

    void check_document(const Json& document) {
        ++m_report.documents;
        const std::string id = document.at("id").get<std::string>();
        expect(m_ids.insert(id).second, "the id " + id + " stands here a second time");
        Article article;
        article.title = document.at("title").at(m_from).get<std::string>();
        article.body = document.at("text").at(m_from).get<std::string>();
        article.source_urls = document.at("source_urls").get<std::vector<std::string>>();
        expect(document_id(article) == id, "its id is not that of its text");
        check_beads(document);
        check_page(document);
        m_recount.numbers["duplicates"] += document.at("duplicates").size();
        ++m_recount.tables["statuses"][document.at("status").get<std::string>()];
        count_names("document_flags", document.at("flags"));
    }

    void check_sentences(const Json& document, const Spanned& spanned) {
        for (const auto& [side, text] : spanned.texts) {
            std::size_t before = 0;
            for (const Json& range : document.at("sentences").at(side)) {
                expect(range.at(0).get<std::size_t>() >= before && text.slice(range),
                       "a sentence of " + side + " overlaps another or does not lie in the text");
                before = range.at(1).get<std::size_t>();
            }
        }
    }

    void check_beads(const Json& document) {
        const Json& beads = document.at("beads");
        for (const std::string& side : {m_from, m_to}) {
            std::size_t next = 0;
            for (const Json& bead : beads) {
                for (const Json& sentence : bead.at(side)) {
                    expect(sentence == next++, "a bead skips or repeats a sentence of " + side);
                }
            }
            const std::size_t sentences = document.at("sentences").at(side).size();
            const bool paired = document.at("status") == "paired";
            expect(next == (paired ? sentences : 0),
                   "its beads leave sentences of " + side + " out, or it should have none");
            expect(document.at("counts").at("sentences").at(side) == sentences, "it counts other sentences of " + side);
            m_recount.sentences[side] += paired ? sentences : 0;
            m_recount.in_beads[side] += next;
        }
        std::map<std::string, std::size_t> types;
        for (const Json& bead : beads) {
            ++types[type_of(bead.at(m_from), bead.at(m_to))];
        }
        expect(document.at("counts").at("beads") == Json(types), "it counts other beads than it holds");
        for (const auto& [type, number] : types) {
            m_recount.tables["beads"][type] += number;
        }
    }

    static std::string type_of(const Json& first, const Json& second) {
        return std::to_string(first.size()) + "-" + std::to_string(second.size());
    }

    void check_page(const Json& document) {
        const Json& page = document.at("page");
        if (m_pages.empty() || page.is_null() || page.at("sha256") == "") {
            return;
        }
        const fs::path path = m_pages / page.at("place").get<std::string>();
        expect(fs::is_regular_file(path) && sha256_of_file(path) == page.at("sha256"),
               "its page " + page.at("place").get<std::string>() + " is missing in the store or has changed");
    }

    static std::optional<std::string> joined(const SlicedText& text, const Json& sentences, const Json& numbers) {
        std::string out;
        for (const Json& number : numbers) {
            const auto piece = text.slice(sentences.at(number.get<std::size_t>()));
            if (!piece) {
                return std::nullopt;
            }
            out += (out.empty() ? "" : " ") + *piece;
        }
        return out;
    }

    void check_pair(const Json& document, const Json& pair, const SlicedText& first, const SlicedText& second,
                    PairIds& ids) {
        ++m_report.pairs;
        const bool headline = pair.at("role") == "headline";
        const Json& numbers = pair.at("sentences");
        const auto check_side = [&](const std::string& side, const SlicedText& text) {
            const Json& said = pair.at("translation").at(side);
            const auto found = headline ? document.at("title").at(side).get<std::string>()
                                        : joined(text, document.at("sentences").at(side), numbers.at(side));
            expect(found && said == *found, "its " + side + " text is not what its document has there");
        };
        check_side(m_from, first);
        check_side(m_to, second);
        const std::string type = headline ? "1-1" : type_of(numbers.at(m_from), numbers.at(m_to));
        expect(pair.at("bead") == type, "its bead type is not that of its sentences");
        const std::string id = ids.next(pair.at("translation").at(m_from).get<std::string>(),
                                        pair.at("translation").at(m_to).get<std::string>());
        expect(pair.at("id") == id, "its id is not that of its text");
        check_origin(document, pair);
        check_score(document, pair);
        check_evidence(pair.at("id").get<std::string>(), pair.at("flags"), {sliced(pair.at("translation")), {}},
                       &pair.at("quality"));
        ++m_recount.tables["roles"][pair.at("role").get<std::string>()];
        ++m_recount.tables["qualities"][pair.at("quality").get<std::string>()];
        count_names("pair_flags", pair.at("flags"));
    }

    void check_origin(const Json& document, const Json& pair) {
        expect(pair.at("url") == document.at("page").at("url") && pair.at("date") == document.at("date").at(m_from) &&
                   pair.at("sections") == document.at("sections"),
               "its url, date or sections are not those of its document");
    }

    void check_score(const Json& document, const Json& pair) {
        const double score = pair.at("score").get<double>();
        expect(score >= 0 && score <= 1, "its score is no probability");
        if (pair.at("role") == "headline") {
            return;
        }
        const Json& beads = document.at("beads");
        const Json& numbers = pair.at("sentences");
        const bool found = std::any_of(beads.begin(), beads.end(), [&](const Json& bead) {
            return bead.at(m_from) == numbers.at(m_from) && bead.at(m_to) == numbers.at(m_to) &&
                   bead.at("score") == score;
        });
        expect(found, "its document has no bead with its sentences and score");
    }

    void check_spans(const Json& flag, const Spanned& spanned) {
        for (const Json& span : flag.at("spans")) {
            const auto& sides = span.at("in") == "title" ? spanned.titles : spanned.texts;
            const auto text = sides.find(span.at("side").get<std::string>());
            const bool fits =
                text != sides.end() && span.at("text") == text->second.slice(span.at("start").get<std::size_t>(),
                                                                             span.at("end").get<std::size_t>());
            if (!fits) {
                problem(m_evidence.place() + "a span of " + flag.at("name").get<std::string>() +
                        " does not give the text that it says");
            }
        }
    }

    void check_evidence(const std::string& id, const Json& names, const Spanned& spanned,
                        const Json* quality = nullptr) {
        const std::optional<Json> evidence = m_evidence.next();
        if (!evidence || evidence->at("id") != id) {
            throw Error(m_evidence.place() + "the evidence of " + id + " should stand here");
        }
        static constexpr const char* severities[] = {"ok", "info", "warn", "error"};
        Json flagged = Json::array();
        std::size_t worst = 0;
        for (const Json& flag : evidence->at("flags")) {
            flagged.push_back(flag.at("name"));
            const auto severity = std::find(std::begin(severities), std::end(severities), flag.at("severity"));
            worst = std::max(worst, static_cast<std::size_t>(severity - std::begin(severities)));
            check_spans(flag, spanned);
        }
        expect(flagged == names, "its flags are not those of its evidence");
        expect(worst < 4 && (quality == nullptr || *quality == severities[worst]),
               "its quality is not the worst severity of its flags");
    }

    void count_names(const char* table, const Json& names) {
        for (const Json& name : names) {
            ++m_recount.tables[table][name.get<std::string>()];
        }
    }

    void check_counts() {
        m_place = "manifest.json: ";
        const Json& counts = m_manifest.at("counts");
        m_recount.numbers["documents"] = m_report.documents;
        m_recount.numbers["pairs"] = m_report.pairs;
        m_recount.numbers["items"] =
            m_report.documents + m_recount.numbers["duplicates"] + m_recount.numbers["rejects"];
        for (const auto& [name, number] : m_recount.numbers) {
            expect(counts.at(name) == number,
                   "it counts " + counts.at(name).dump() + " " + name + "; the files hold " + std::to_string(number));
        }
        expect(counts.at("sentences") == Json(m_recount.sentences) &&
                   counts.at("sentences_in_beads") == Json(m_recount.in_beads),
               "its counts of sentences are not those of the files");
        for (const char* table : {"statuses", "roles", "beads", "qualities", "document_flags", "pair_flags"}) {
            expect(counts.at(table) == Json(m_recount.tables[table]),
                   std::string("its counts of ") + table + " are not those of the files");
        }
    }

    fs::path m_corpus;
    fs::path m_pages;
    RecordReader m_documents;
    RecordReader m_pairs;
    RecordReader m_evidence;
    RecordReader m_rejects;
    Json m_manifest;
    std::string m_from;
    std::string m_to;
    std::string m_place;
    std::set<std::string> m_ids;
    Recount m_recount;
    VerifyReport m_report;
};

VerifyReport missing_files(const fs::path& corpus) {
    VerifyReport report;
    for (const char* name : file_names) {
        if (!fs::is_regular_file(corpus / name)) {
            report.problems.push_back(std::string(name) + " is missing");
        }
    }
    return report;
}

} // namespace

VerifyReport verify_corpus(const fs::path& corpus, const fs::path& pages) {
    if (!fs::is_directory(corpus)) {
        throw Error("there is no corpus " + corpus.string());
    }
    if (!fs::exists(corpus / "manifest.json")) {
        throw Error(corpus.string() + " holds no manifest.json: it is no corpus, or its run did not finish");
    }
    const VerifyReport missing = missing_files(corpus);
    return missing.problems.empty() ? Verifier(corpus, pages).run() : missing;
}

} // namespace qosar
