#include "qosar/corpus/card.hpp"

#include <sstream>
#include <string_view>

#include "qosar/quality/registry.hpp"

namespace qosar {

namespace {

std::string_view meaning_of(const std::string& flag) {
    for (const FlagKind& kind : flag_registry()) {
        if (kind.name == flag) {
            return kind.meaning;
        }
    }
    return "";
}

void write_table(std::ostream& out, const char* head, const std::map<std::string, std::size_t>& counts) {
    out << "| " << head << " | number |\n|---|--:|\n";
    for (const auto& [name, count] : counts) {
        out << "| " << name << " | " << count << " |\n";
    }
    out << '\n';
}

void write_flags(std::ostream& out, const char* head, const std::map<std::string, std::size_t>& flags) {
    if (flags.empty()) {
        return;
    }
    out << "| flag on " << head << " | number | meaning |\n|---|--:|---|\n";
    for (const auto& [name, count] : flags) {
        out << "| " << name << " | " << count << " | " << meaning_of(name) << " |\n";
    }
    out << '\n';
}

} // namespace

std::string dataset_card(const CorpusCounts& counts, const Languages& languages) {
    std::ostringstream out;
    out << "---\nlanguage:\n- " << languages.from << "\n- " << languages.to
        << "\nlicense: other\nlicense_name: see-sources\ntask_categories:\n- translation\nconfigs:\n"
           "- config_name: pairs\n  default: true\n  data_files: pairs.jsonl\n"
           "- config_name: documents\n  data_files: documents.jsonl\n---\n\n";
    out << "# Parallel corpus " << languages.from << "–" << languages.to << "\n\n"
        << "News articles and the pages that they cite, aligned sentence by sentence by Qosar. Every pair carries a\n"
           "score (the probability that its sides translate each other) and flags; `evidence.jsonl` says why.\n"
           "The texts belong to their publishers; each record names its page.\n\n";
    out << counts.items << " items came in: " << counts.documents << " documents, " << counts.duplicates
        << " duplicates of these, " << counts.rejects << " rejects. " << counts.pairs << " pairs came out.\n\n";
    write_table(out, "documents by status", counts.statuses);
    write_table(out, "pairs by role", counts.roles);
    write_table(out, "pairs by quality", counts.qualities);
    write_table(out, "beads by type", counts.beads);
    write_flags(out, "documents", counts.document_flags);
    write_flags(out, "pairs", counts.pair_flags);
    out << "`qosar verify` checks every file of this folder against `manifest.json` and against each other.\n";
    return out.str();
}

} // namespace qosar
