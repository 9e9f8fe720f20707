#include "qosar/corpus/counts.hpp"

#include "qosar/quality/registry.hpp"

namespace qosar {

void CorpusCounts::add(const Document& document) {
    ++documents;
    duplicates += document.duplicates.size();
    ++statuses[to_string(document.status)];
    for (const Flag& flag : document.flags) {
        ++document_flags[flag.name];
    }
    if (document.status == DocumentStatus::paired) {
        first_sentences += document.first.sentences.size();
        second_sentences += document.second.sentences.size();
    }
    for (const Bead& bead : document.ladder) {
        ++beads[bead_type(bead)];
        first_in_beads += bead.first.size();
        second_in_beads += bead.second.size();
    }
    for (const AlignedPair& pair : document.pairs) {
        ++pairs;
        ++roles[to_string(pair.role)];
        ++qualities[to_string(worst_severity(pair.flags))];
        for (const Flag& flag : pair.flags) {
            ++pair_flags[flag.name];
        }
    }
}

std::string CorpusCounts::imbalance() const {
    const auto text = [](std::size_t a, std::size_t b) { return std::to_string(a) + " against " + std::to_string(b); };
    if (items != documents + duplicates + rejects) {
        return "items of the input against documents, duplicates and rejects: " +
               text(items, documents + duplicates + rejects);
    }
    if (first_sentences != first_in_beads || second_sentences != second_in_beads) {
        return "sentences of paired documents against sentences in beads: " +
               text(first_sentences + second_sentences, first_in_beads + second_in_beads);
    }
    return "";
}

} // namespace qosar
