#include "qosar/corpus/records.hpp"

#include <cmath>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "qosar/corpus/ids.hpp"
#include "qosar/text/utf8.hpp"
#include "sample_documents.hpp"

namespace qosar {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::string keys_of(const Json& object) {
    std::string keys;
    for (const auto& [key, value] : object.items()) {
        keys += (keys.empty() ? "" : " ") + key;
    }
    return keys;
}

std::string slice(const std::string& text, std::size_t begin, std::size_t end) {
    std::size_t number = 0;
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++number) {
        const std::size_t start = i;
        next_code_point(text, i);
        out += number >= begin && number < end ? text.substr(start, i - start) : "";
    }
    return out;
}

std::vector<Document> samples() { return {paired_document(), unsourced_document(), headline_document(), Document()}; }

TEST(Records, have_all_keys_in_the_same_order) {
    for (const Document& document : samples()) {
        const DocumentLines lines = document_lines(document, {});
        const Json record = Json::parse(lines.document);
        EXPECT_EQ(keys_of(record), "id status pairing flags title date text sentences sections source_urls page origin "
                                   "duplicates related beads counts");
        for (const char* key : {"title", "date", "text", "sentences"}) {
            EXPECT_EQ(keys_of(record[key]), "en kk") << key;
        }
        EXPECT_EQ(keys_of(record["origin"]), "file item start end");
        EXPECT_EQ(keys_of(record["counts"]), "sentences beads pairs");
        EXPECT_TRUE(record["counts"]["beads"].is_object());
        for (const char* key : {"flags", "sections", "source_urls", "duplicates", "related", "beads"}) {
            EXPECT_TRUE(record[key].is_array()) << key;
        }
        if (!record["page"].is_null()) {
            EXPECT_EQ(keys_of(record["page"]), "url key retrieved sha256 language script reader place problem");
        }
        for (const std::string& line : lines_of(lines.pairs)) {
            EXPECT_EQ(keys_of(Json::parse(line)),
                      "id document index role translation sentences bead score quality flags url date sections");
        }
        for (const std::string& line : lines_of(lines.evidence)) {
            const Json evidence = Json::parse(line);
            EXPECT_EQ(keys_of(evidence), "id score_parts runner_up anchors flags");
            for (const Json& flag : evidence["flags"]) {
                EXPECT_EQ(keys_of(flag), "name severity side message rule threshold spans");
                for (const Json& span : flag["spans"]) {
                    EXPECT_EQ(keys_of(span), "side in start end text");
                }
            }
        }
    }
}

TEST(Records, are_null_only_where_the_formats_say) {
    EXPECT_TRUE(Json::parse(document_lines(unsourced_document(), {}).document)["page"].is_null()) << "nothing is cited";
    EXPECT_TRUE(Json::parse(document_lines(unsourced_document(), {}).document)["pairing"].is_null());
    Document missing = paired_document();
    missing.page = {};
    const Json record = Json::parse(document_lines(missing, {}).document);
    EXPECT_TRUE(record["page"].is_object());
    EXPECT_TRUE(record["page"]["retrieved"].is_null());
    EXPECT_TRUE(record["pairing"].is_null()) << "no good page";
    Document dated = paired_document();
    dated.page.retrieved = "2026-02-03T04:05:06Z";
    EXPECT_EQ(Json::parse(document_lines(dated, {}).document)["page"]["retrieved"], "2026-02-03T04:05:06Z");
    EXPECT_EQ(Json::parse(document_lines(dated, {}).document)["pairing"]["method"], "url");
}

TEST(Records, tell_of_a_discovered_page) {
    Document document = unsourced_document();
    document.page.status = PageStatus::good;
    document.page.place = "mod/17.kk.txt";
    document.discovered = 0.98765;
    const Json record = Json::parse(document_lines(document, {}).document);
    EXPECT_EQ(record["pairing"], (Json{{"method", "discovered"}, {"confidence", 0.9877}}));
    EXPECT_EQ(record["page"]["place"], "mod/17.kk.txt");
    EXPECT_EQ(record["page"]["url"], "");
}

TEST(Records, one_line_each) {
    Document document = paired_document();
    document.article.title = "line\nbreak\r\"quoted\"\t\u2028";
    document.pairs[0].first = document.article.title;
    const DocumentLines lines = document_lines(document, {});
    EXPECT_EQ(lines_of(lines.document).size(), 1U);
    EXPECT_EQ(lines_of(lines.pairs).size(), 3U);
    EXPECT_EQ(lines_of(lines.evidence).size(), 4U) << "of each pair, then of the document, which has flags";
    EXPECT_TRUE(lines.document.ends_with('\n') && lines.pairs.ends_with('\n') && lines.evidence.ends_with('\n'));
    EXPECT_EQ(Json::parse(lines.document)["title"]["en"], document.article.title);
    document.flags.clear();
    EXPECT_EQ(lines_of(document_lines(document, {}).evidence).size(), 3U);
}

TEST(Records, belong_together_by_id) {
    const Document document = paired_document();
    const DocumentLines lines = document_lines(document, {});
    EXPECT_EQ(lines.id, document_id(document.article));
    EXPECT_EQ(Json::parse(lines.document)["id"], lines.id);
    const std::vector<std::string> pairs = lines_of(lines.pairs);
    const std::vector<std::string> evidence = lines_of(lines.evidence);
    PairIds ids(lines.id);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const Json pair = Json::parse(pairs[i]);
        EXPECT_EQ(pair["document"], lines.id);
        EXPECT_EQ(pair["index"], i);
        EXPECT_EQ(pair["id"], ids.next(document.pairs[i].first, document.pairs[i].second));
        EXPECT_EQ(Json::parse(evidence[i])["id"], pair["id"]);
    }
    EXPECT_EQ(Json::parse(evidence.back())["id"], lines.id);
}

TEST(Records, offsets_are_code_points) {
    const Document document = paired_document();
    const DocumentLines lines = document_lines(document, {});
    const Json record = Json::parse(lines.document);
    const std::pair<const char*, const SegmentedText*> sides[] = {{"en", &document.first}, {"kk", &document.second}};
    for (const auto& [side, segmented] : sides) {
        const std::string text = record["text"][side];
        ASSERT_EQ(record["sentences"][side].size(), segmented->sentences.size());
        for (std::size_t i = 0; i < segmented->sentences.size(); ++i) {
            const Json& range = record["sentences"][side][i];
            EXPECT_EQ(slice(text, range[0], range[1]), text_of(*segmented, segmented->sentences[i]));
        }
    }
    EXPECT_EQ(record["sentences"]["en"][0], Json::array({0, 39})) << "the first letter is four bytes long";
    std::size_t spans = 0;
    for (const std::string& line : lines_of(lines.evidence)) {
        const Json evidence = Json::parse(line);
        const bool of_document = evidence["id"] == lines.id;
        std::string texts[2] = {document.first.text, document.second.text};
        for (std::size_t i = 0; i < document.pairs.size() && !of_document; ++i) {
            if (Json::parse(lines_of(lines.pairs)[i])["id"] == evidence["id"]) {
                texts[0] = document.pairs[i].first;
                texts[1] = document.pairs[i].second;
            }
        }
        for (const Json& flag : evidence["flags"]) {
            for (const Json& span : flag["spans"]) {
                const bool first = span["side"] == "en";
                const std::string text = span["in"] == "title" ? (first ? document.article.title : document.page.title)
                                                               : texts[first ? 0 : 1];
                EXPECT_EQ(slice(text, span["start"], span["end"]), span["text"]) << flag;
                ++spans;
            }
        }
    }
    EXPECT_EQ(spans, 4U);
    const Json anchor = Json::parse(lines_of(lines.evidence)[1])["anchors"][0];
    EXPECT_EQ(slice(document.pairs[1].first, anchor["en"][0], anchor["en"][1]), "Torgai");
    EXPECT_EQ(slice(document.pairs[1].second, anchor["kk"][0], anchor["kk"][1]), "Торғай");
    EXPECT_EQ(anchor["kind"], "name");
}

TEST(Records, origins_are_bytes_as_given) {
    const Json record = Json::parse(document_lines(paired_document(), {}).document);
    EXPECT_EQ(record["origin"].dump(), R"({"file":"day/listing.txt","item":3,"start":120,"end":480})");
    EXPECT_EQ(record["duplicates"][0].dump(),
              R"({"kind":"near","origin":{"file":"day/other.txt","item":9,"start":7,"end":99},"date":"2026-02-02",)"
              R"("sections":["Society"],"source_urls":[],"differing":[{"kept":"horses","dropped":"horse's"},)"
              R"({"kept":"","dropped":"very"}]})");
    EXPECT_EQ(
        record["related"][0].dump(),
        R"({"kind":"same_template","document":"d_1","origin":{"file":"day/third.txt","item":2,"start":3,"end":50},)"
        R"("differing":[{"here":"120","there":"130"}]})");
}

TEST(Records, show_beads_and_pairs_as_they_are) {
    const DocumentLines lines = document_lines(paired_document(), {});
    const Json record = Json::parse(lines.document);
    EXPECT_EQ(record["beads"].dump(), R"([{"en":[0],"kk":[0],"score":0.97},{"en":[1],"kk":[1,2],"score":0.8123},)"
                                      R"({"en":[2],"kk":[],"score":0.0},{"en":[],"kk":[3],"score":0.0}])");
    EXPECT_EQ(record["counts"].dump(),
              R"({"sentences":{"en":3,"kk":4},"beads":{"0-1":1,"1-0":1,"1-1":1,"1-2":1},"pairs":3})");
    EXPECT_EQ(record["status"], "paired");
    const Json headline = Json::parse(lines_of(lines.pairs)[0]);
    EXPECT_EQ(headline["role"], "headline");
    EXPECT_EQ(headline["sentences"].dump(), R"({"en":[],"kk":[]})");
    EXPECT_EQ(headline["bead"], "1-1");
    EXPECT_EQ(headline["score"], 0.6667);
    EXPECT_EQ(headline["quality"], "ok");
    const Json first = Json::parse(lines_of(lines.pairs)[1]);
    EXPECT_EQ(first["quality"], "warn");
    EXPECT_EQ(first["flags"].dump(), R"(["number_one_sided","number_conflict"])");
    const Json second = Json::parse(lines_of(lines.pairs)[2]);
    EXPECT_EQ(second["sentences"].dump(), R"({"en":[1],"kk":[1,2]})");
    EXPECT_EQ(second["bead"], "1-2");
    const Json evidence = Json::parse(lines_of(lines.evidence)[1]);
    EXPECT_EQ(evidence["runner_up"].dump(), R"({"sentences":{"en":[0],"kk":[0,1]},"score":0.25})");
    EXPECT_EQ(evidence["score_parts"].dump(), R"({"words_first":3.25,"words_second":2.5,"length":-0.125})");
    EXPECT_EQ(evidence["flags"][0]["threshold"], nullptr);
    EXPECT_EQ(evidence["flags"][1]["threshold"], 4.0);
}

TEST(Records, name_the_sides_by_their_languages) {
    const DocumentLines lines = document_lines(paired_document(), {"tr", "ky"});
    EXPECT_EQ(keys_of(Json::parse(lines.document)["text"]), "tr ky");
    EXPECT_EQ(keys_of(Json::parse(lines_of(lines.pairs)[0])["translation"]), "tr ky");
    EXPECT_EQ(keys_of(Json::parse(lines_of(lines.evidence)[1])["anchors"][0]), "kind tr ky weight");
}

TEST(Records, of_the_same_document_are_the_same_bytes) {
    for (const Document& document : samples()) {
        const DocumentLines once = document_lines(document, {});
        const DocumentLines twice = document_lines(document, {});
        EXPECT_EQ(once.document, twice.document);
        EXPECT_EQ(once.pairs, twice.pairs);
        EXPECT_EQ(once.evidence, twice.evidence);
        EXPECT_EQ(Json::parse(once.document).dump() + "\n", once.document) << "read and written again";
    }
}

TEST(Records, replace_what_is_not_utf8) {
    Document document = unsourced_document();
    document.article.title = "a\xFFz";
    EXPECT_EQ(Json::parse(document_lines(document, {}).document)["title"]["en"], "a\uFFFDz");
    document.article.title = std::string("a\0z", 3);
    EXPECT_EQ(Json::parse(document_lines(document, {}).document)["title"]["en"], document.article.title);
}

TEST(RejectLine, says_where_what_why) {
    EXPECT_EQ(reject_line(sample_reject()),
              "{\"origin\":{\"file\":\"day/listing.txt\",\"item\":6,\"start\":700,\"end\":720},\"reason\":\"not_utf8\","
              "\"message\":\"it holds bytes that are not UTF-8\",\"snippet\":\"Қар жау\uFFFD\"}\n");
}

TEST(ArticleLine, holds_the_article) {
    const Article article = paired_document().article;
    const Json record = Json::parse(article_line(article));
    EXPECT_EQ(keys_of(record), "title date body sections source_urls url language title_language origin");
    EXPECT_EQ(record["body"], article.body);
    EXPECT_EQ(keys_of(Json::parse(article_line({}))), keys_of(record));
}

TEST(PageLine, holds_the_page) {
    Page page = paired_document().page;
    const Json record = Json::parse(page_line(page));
    EXPECT_EQ(keys_of(record), "status problem url key language title date text reader place sha256");
    EXPECT_EQ(record["status"], "good");
    EXPECT_EQ(record["text"], page.text);
    page.status = PageStatus::unusable;
    EXPECT_EQ(Json::parse(page_line(page))["status"], "unusable");
    EXPECT_EQ(Json::parse(page_line({}))["status"], "missing");
}

TEST(FlagsJson, counts_in_the_text_or_title_that_the_span_names) {
    const std::vector<Flag> flags{
        make_flag("number_conflict", "", "differ", {}, {{"en", {4, 5}, "7", false}, {"kk", {6, 7}, "8", false}}),
        make_flag("headline_all_caps", "kk", "capitals", 0.9, {{"kk", {2, 6}, "ЖА", true}, {"en", {3, 4}, "A", true}})};
    const Json list = Json::parse(flags_json(flags, {}, {"🐎7", "Қар8"}, {"“A”", "«ЖА»"}));
    const auto place = [&](std::size_t flag, std::size_t span) {
        const Json& s = list[flag]["spans"][span];
        return s["side"].get<std::string>() + " " + s["in"].get<std::string>() + " " + s["start"].dump() + "-" +
               s["end"].dump();
    };
    EXPECT_EQ(place(0, 0), "en text 1-2");
    EXPECT_EQ(place(0, 1), "kk text 3-4");
    EXPECT_EQ(place(1, 0), "kk title 1-3");
    EXPECT_EQ(place(1, 1), "en title 1-2");
    EXPECT_EQ(flags_json({}, {}, {}, {}), "[]");
}

TEST(Rounded, has_four_decimals_and_no_negative_zero) {
    const struct {
        double score;
        double rounded;
    } cases[] = {
        {0, 0},
        {1, 1},
        {0.5, 0.5},
        {0.12344, 0.1234},
        {0.12346, 0.1235},
        {0.99996, 1},
        {-1.25, -1.25},
        {-0.00004, 0},
        {-0.0, 0},
        {0.00004, 0},
        {0.00006, 0.0001},
        {-0.00006, -0.0001},
        {1234.56789, 1234.5679},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(rounded(c.score), c.rounded) << c.score;
        EXPECT_FALSE(rounded(c.score) == 0 && std::signbit(rounded(c.score))) << c.score;
        EXPECT_EQ(rounded(rounded(c.score)), rounded(c.score)) << c.score;
    }
}

TEST(Records, never_hold_negative_zero) {
    Document document = paired_document();
    document.pairs[1].score_parts = {{"length", -0.0}, {"words_first", -1e-9}};
    document.pairs[1].bead.score = -1e-12;
    document.pairs[1].anchors[0].weight = -1e-12;
    document.ladder[2].score = -0.0;
    const DocumentLines lines = document_lines(document, {});
    for (const std::string& text : {lines.document, lines.pairs, lines.evidence}) {
        EXPECT_EQ(text.find(":-0.0"), std::string::npos) << text;
        EXPECT_EQ(text.find(":-0,"), std::string::npos) << text;
    }
}

} // namespace
} // namespace qosar
