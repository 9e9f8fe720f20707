// Ids that depend on what a record says, never on where it stands.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "qosar/model/article.hpp"

namespace qosar {

/// `d_` and XXH3-128 of the canonical keys of the cited pages, title and body.
std::string document_id(const Article& article);

/// Gives ids to the pairs of one document, in order: `p_` and XXH3-128 of the document's id, both texts, and how many
/// pairs with the same texts came before.
class PairIds {
public:
    explicit PairIds(std::string document) : m_document(std::move(document)) {}
    std::string next(std::string_view first, std::string_view second);

private:
    std::string m_document;
    std::map<std::string, int> m_occurrences; ///< by hash of both texts
};

} // namespace qosar
