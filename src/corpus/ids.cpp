#include "qosar/corpus/ids.hpp"

#include "qosar/base/hash.hpp"
#include "qosar/web/url.hpp"

namespace qosar {

namespace {

/// Fields with their lengths before them, so that no two lists of fields give the same bytes.
void add_field(std::string& bytes, std::string_view field) {
    bytes += std::to_string(field.size());
    bytes += ':';
    bytes += field;
}

} // namespace

std::string document_id(const Article& article) {
    std::string bytes;
    for (const std::string& url : article.source_urls) {
        const auto canonical = canonical_url(url);
        add_field(bytes, canonical ? canonical->key : url);
    }
    add_field(bytes, article.title);
    add_field(bytes, article.body);
    return "d_" + hex(hash128(bytes));
}

std::string PairIds::next(std::string_view first, std::string_view second) {
    std::string bytes;
    add_field(bytes, m_document);
    add_field(bytes, first);
    add_field(bytes, second);
    const int occurrence = m_occurrences[hex(hash128(bytes))]++;
    add_field(bytes, std::to_string(occurrence));
    return "p_" + hex(hash128(bytes));
}

} // namespace qosar
