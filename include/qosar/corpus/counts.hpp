// What went in and what came out, counted: nothing may get lost on the way.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "qosar/model/document.hpp"

namespace qosar {

struct CorpusCounts {
    std::size_t items = 0; ///< articles and rejects of the input
    std::size_t documents = 0;
    std::size_t duplicates = 0;
    std::size_t rejects = 0;
    std::size_t pairs = 0;
    std::size_t first_sentences = 0; ///< of paired documents
    std::size_t second_sentences = 0;
    std::size_t first_in_beads = 0; ///< sentences of paired documents that stand in a bead
    std::size_t second_in_beads = 0;
    std::map<std::string, std::size_t> statuses;
    std::map<std::string, std::size_t> roles;     ///< of pairs
    std::map<std::string, std::size_t> beads;     ///< by type, null beads too
    std::map<std::string, std::size_t> qualities; ///< of pairs
    std::map<std::string, std::size_t> document_flags;
    std::map<std::string, std::size_t> pair_flags;

    void add(const Document& document);

    /// Empty if every item is in exactly one of documents, duplicates and rejects and every sentence of a paired
    /// document in exactly one bead; else a sentence that says what does not balance.
    [[nodiscard]] std::string imbalance() const;

    bool operator==(const CorpusCounts&) const = default;
};

} // namespace qosar
