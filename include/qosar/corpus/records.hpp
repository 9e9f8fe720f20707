// Records of a corpus as JSON lines. docs/formats.md describes them field by field.
//
// All keys are always there, in the same order and with the same types; offsets are Unicode code points; scores have
// four decimals. The same document always gives the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "qosar/model/article.hpp"
#include "qosar/model/document.hpp"

namespace qosar {

/// Codes of the article's and the page's language: the sides of every record.
struct Languages {
    std::string from = "en";
    std::string to = "kk";
};

/// The lines of one document, each with its `\n`.
struct DocumentLines {
    std::string id;
    std::string document;
    std::string pairs;
    std::string evidence; ///< of each pair, then of the document if it has flags
};

DocumentLines document_lines(const Document& document, const Languages& languages);
std::string reject_line(const Reject& reject);
std::string article_line(const Article& article); ///< as `qosar listing` prints it
std::string page_line(const Page& page);          ///< as `qosar page` prints it

/// The texts that spans refer to.
struct BothSides {
    std::string_view first;
    std::string_view second;
};

/// Flags as an array, as `qosar flag` prints them; spans in code points of the texts or titles given.
std::string flags_json(const std::vector<Flag>& flags, const Languages& languages, const BothSides& texts,
                       const BothSides& titles);

/// A score as records hold it.
double rounded(double score);

} // namespace qosar
