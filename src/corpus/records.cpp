#include "qosar/corpus/records.hpp"

#include <cmath>
#include <map>

#include <nlohmann/json.hpp>

#include "qosar/corpus/ids.hpp"
#include "qosar/quality/registry.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

using Json = nlohmann::ordered_json;

std::string line_of(const Json& record) { return record.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

Json numbers(Range range) {
    Json list = Json::array();
    for (std::size_t i = range.begin; i < range.end; ++i) {
        list.push_back(i);
    }
    return list;
}

Json both(const Languages& languages, Json first, Json second) {
    return {{languages.from, std::move(first)}, {languages.to, std::move(second)}};
}

Json pair_of(Range range) { return Json::array({range.begin, range.end}); }

Json sentences_of(const SegmentedText& side) {
    const CodePoints points(side.text);
    Json list = Json::array();
    for (const Sentence& sentence : side.sentences) {
        list.push_back(pair_of(points.of(sentence.bytes)));
    }
    return list;
}

Json origin_of(const Origin& origin) {
    return {{"file", origin.file}, {"item", origin.item}, {"start", origin.bytes.begin}, {"end", origin.bytes.end}};
}

Json names_of(const std::vector<Flag>& flags) {
    Json names = Json::array();
    for (const Flag& flag : flags) {
        names.push_back(flag.name);
    }
    return names;
}

Json duplicate_of(const Duplicate& duplicate) {
    Json differing = Json::array();
    for (const DifferingWord& word : duplicate.differing) {
        differing.push_back({{"kept", word.kept}, {"dropped", word.dropped}});
    }
    return {{"kind", duplicate.kind == DuplicateKind::exact ? "exact" : "near"},
            {"origin", origin_of(duplicate.origin)},
            {"date", duplicate.date},
            {"sections", duplicate.sections},
            {"source_urls", duplicate.source_urls},
            {"differing", std::move(differing)}};
}

Json relation_of(const Relation& relation) {
    Json differing = Json::array();
    for (const DifferingWord& word : relation.differing) {
        differing.push_back({{"here", word.kept}, {"there", word.dropped}});
    }
    return {{"kind", to_string(relation.kind)},
            {"document", relation.document},
            {"origin", origin_of(relation.origin)},
            {"differing", std::move(differing)}};
}

Json page_of(const Page& page, const std::string& language, const std::string& script) {
    return {{"url", page.url},
            {"key", page.key},
            {"retrieved", page.retrieved ? Json(*page.retrieved) : Json(nullptr)},
            {"sha256", page.sha256},
            {"language", language},
            {"script", script},
            {"reader", page.reader},
            {"place", page.place},
            {"problem", page.problem}};
}

Json pairing_of(const Document& document) {
    if (document.page.status != PageStatus::good) {
        return nullptr;
    }
    if (document.discovered) {
        return {{"method", "discovered"}, {"confidence", rounded(*document.discovered)}};
    }
    return {{"method", "url"}, {"confidence", 1.0}};
}

Json counts_of(const Document& document, const Languages& languages) {
    std::map<std::string, std::size_t> types;
    for (const Bead& bead : document.ladder) {
        ++types[bead_type(bead)];
    }
    return {{"sentences", both(languages, document.first.sentences.size(), document.second.sentences.size())},
            {"beads", types},
            {"pairs", document.pairs.size()}};
}

Json beads_of(const Ladder& ladder, const Languages& languages) {
    Json beads = Json::array();
    for (const Bead& bead : ladder) {
        beads.push_back({{languages.from, numbers(bead.first)},
                         {languages.to, numbers(bead.second)},
                         {"score", rounded(bead.score)}});
    }
    return beads;
}

Json document_record(const Document& document, const std::string& id, const Languages& languages) {
    Json duplicates = Json::array();
    for (const Duplicate& duplicate : document.duplicates) {
        duplicates.push_back(duplicate_of(duplicate));
    }
    Json related = Json::array();
    for (const Relation& relation : document.relations) {
        related.push_back(relation_of(relation));
    }
    const Article& article = document.article;
    const bool has_page = document.discovered || !article.source_urls.empty();
    return {{"id", id},
            {"status", to_string(document.status)},
            {"pairing", pairing_of(document)},
            {"flags", names_of(document.flags)},
            {"title", both(languages, article.title, document.page.title)},
            {"date", both(languages, article.date, document.page.date)},
            {"text", both(languages, document.first.text, document.second.text)},
            {"sentences", both(languages, sentences_of(document.first), sentences_of(document.second))},
            {"sections", article.sections},
            {"source_urls", article.source_urls},
            {"page", has_page ? page_of(document.page, document.page_language, document.page_script) : Json(nullptr)},
            {"origin", origin_of(article.origin)},
            {"duplicates", std::move(duplicates)},
            {"related", std::move(related)},
            {"beads", beads_of(document.ladder, languages)},
            {"counts", counts_of(document, languages)}};
}

Json pair_record(const Document& document, const std::string& document_id, const AlignedPair& pair,
                 const std::string& id, std::size_t index, const Languages& languages) {
    const bool headline = pair.role == Role::headline;
    const Json none = Json::array();
    return {{"id", id},
            {"document", document_id},
            {"index", index},
            {"role", to_string(pair.role)},
            {"translation", both(languages, pair.first, pair.second)},
            {"sentences", headline ? both(languages, none, none)
                                   : both(languages, numbers(pair.bead.first), numbers(pair.bead.second))},
            {"bead", bead_type(pair.bead)},
            {"score", rounded(pair.bead.score)},
            {"quality", to_string(worst_severity(pair.flags))},
            {"flags", names_of(pair.flags)},
            {"url", document.page.url},
            {"date", document.article.date},
            {"sections", document.article.sections}};
}

/// Turns byte ranges of either side, or of its title, into code points.
class SpanWriter {
public:
    SpanWriter(const Languages& languages, const BothSides& texts, const BothSides& titles)
        : m_from(languages.from), m_first(texts.first), m_second(texts.second), m_first_title(titles.first),
          m_second_title(titles.second) {}

    [[nodiscard]] Json write(const FlagSpan& span) const {
        const bool first = span.side == m_from;
        const CodePoints& points =
            span.of_title ? (first ? m_first_title : m_second_title) : (first ? m_first : m_second);
        const Range range = points.of(span.bytes);
        return {{"side", span.side},
                {"in", span.of_title ? "title" : "text"},
                {"start", range.begin},
                {"end", range.end},
                {"text", span.text}};
    }

    [[nodiscard]] Json flags(const std::vector<Flag>& flags) const {
        Json list = Json::array();
        for (const Flag& flag : flags) {
            Json spans = Json::array();
            for (const FlagSpan& span : flag.spans) {
                spans.push_back(write(span));
            }
            list.push_back({{"name", flag.name},
                            {"severity", to_string(flag.severity)},
                            {"side", flag.side},
                            {"message", flag.message},
                            {"rule", flag.rule},
                            {"threshold", flag.threshold ? Json(*flag.threshold) : Json(nullptr)},
                            {"spans", std::move(spans)}});
        }
        return list;
    }

private:
    std::string m_from;
    CodePoints m_first;
    CodePoints m_second;
    CodePoints m_first_title;
    CodePoints m_second_title;
};

Json anchors_of(const AlignedPair& pair, const Languages& languages) {
    const CodePoints first(pair.first);
    const CodePoints second(pair.second);
    Json anchors = Json::array();
    for (const Anchor& anchor : pair.anchors) {
        anchors.push_back({{"kind", to_string(anchor.kind)},
                           {languages.from, pair_of(first.of(anchor.first))},
                           {languages.to, pair_of(second.of(anchor.second))},
                           {"weight", rounded(anchor.weight)}});
    }
    return anchors;
}

Json evidence_record(const AlignedPair& pair, const std::string& id, const Languages& languages) {
    Json parts = Json::object();
    for (const ScorePart& part : pair.score_parts) {
        parts[part.name] = rounded(part.value);
    }
    Json runner_up = nullptr;
    if (pair.runner_up) {
        runner_up = {{"sentences", both(languages, numbers(pair.runner_up->first), numbers(pair.runner_up->second))},
                     {"score", rounded(pair.runner_up->score)}};
    }
    return {{"id", id},
            {"score_parts", std::move(parts)},
            {"runner_up", std::move(runner_up)},
            {"anchors", anchors_of(pair, languages)},
            {"flags", SpanWriter(languages, {pair.first, pair.second}, {}).flags(pair.flags)}};
}

Json document_evidence(const Document& document, const std::string& id, const Languages& languages) {
    const SpanWriter spans(languages, {document.first.text, document.second.text},
                           {document.article.title, document.page.title});
    return {{"id", id},
            {"score_parts", Json::object()},
            {"runner_up", nullptr},
            {"anchors", Json::array()},
            {"flags", spans.flags(document.flags)}};
}

} // namespace

double rounded(double score) {
    const double value = std::round(score * 10'000) / 10'000;
    return value == 0 ? 0 : value; // never -0
}

DocumentLines document_lines(const Document& document, const Languages& languages) {
    DocumentLines lines;
    lines.id = document_id(document.article);
    lines.document = line_of(document_record(document, lines.id, languages));
    PairIds ids(lines.id);
    std::size_t index = 0;
    for (const AlignedPair& pair : document.pairs) {
        const std::string id = ids.next(pair.first, pair.second);
        lines.pairs += line_of(pair_record(document, lines.id, pair, id, index++, languages));
        lines.evidence += line_of(evidence_record(pair, id, languages));
    }
    if (!document.flags.empty()) {
        lines.evidence += line_of(document_evidence(document, lines.id, languages));
    }
    return lines;
}

std::string reject_line(const Reject& reject) {
    return line_of({{"origin", origin_of(reject.origin)},
                    {"reason", reject.reason},
                    {"message", reject.message},
                    {"snippet", reject.snippet}});
}

std::string article_line(const Article& article) {
    return line_of({{"title", article.title},
                    {"date", article.date},
                    {"body", article.body},
                    {"sections", article.sections},
                    {"source_urls", article.source_urls},
                    {"url", article.url},
                    {"language", article.language},
                    {"title_language", article.title_language},
                    {"origin", origin_of(article.origin)}});
}

std::string page_line(const Page& page) {
    const char* status = page.status == PageStatus::good      ? "good"
                         : page.status == PageStatus::missing ? "missing"
                                                              : "unusable";
    return line_of({{"status", status},
                    {"problem", page.problem},
                    {"url", page.url},
                    {"key", page.key},
                    {"language", page.language},
                    {"title", page.title},
                    {"date", page.date},
                    {"text", page.text},
                    {"reader", page.reader},
                    {"place", page.place},
                    {"sha256", page.sha256}});
}

std::string flags_json(const std::vector<Flag>& flags, const Languages& languages, const BothSides& texts,
                       const BothSides& titles) {
    const SpanWriter spans(languages, texts, titles);
    return spans.flags(flags).dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace qosar
