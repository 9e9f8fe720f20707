#include "qosar/corpus/counts.hpp"

#include <functional>

#include <gtest/gtest.h>

#include "sample_documents.hpp"

namespace qosar {
namespace {

using Table = std::map<std::string, std::size_t>;

CorpusCounts sample_counts() {
    CorpusCounts counts;
    counts.add(paired_document());
    counts.add(unsourced_document());
    counts.add(headline_document());
    counts.rejects = 1;
    counts.items = 6; // three documents, two duplicates, one reject
    return counts;
}

TEST(CorpusCounts, count_what_documents_hold) {
    const CorpusCounts counts = sample_counts();
    EXPECT_EQ(counts.documents, 3U);
    EXPECT_EQ(counts.duplicates, 2U);
    EXPECT_EQ(counts.pairs, 4U);
    EXPECT_EQ(counts.first_sentences, 3U) << "of paired documents only";
    EXPECT_EQ(counts.second_sentences, 4U);
    EXPECT_EQ(counts.first_in_beads, 3U);
    EXPECT_EQ(counts.second_in_beads, 4U);
    EXPECT_EQ(counts.statuses, (Table{{"paired", 1}, {"no_source_url", 1}, {"headline_only", 1}}));
    EXPECT_EQ(counts.roles, (Table{{"headline", 2}, {"body", 2}}));
    EXPECT_EQ(counts.beads, (Table{{"1-1", 1}, {"1-2", 1}, {"1-0", 1}, {"0-1", 1}}));
    EXPECT_EQ(counts.qualities, (Table{{"ok", 3}, {"warn", 1}}));
    EXPECT_EQ(counts.document_flags, (Table{{"headline_mismatch", 1}, {"headline_all_caps", 1}}));
    EXPECT_EQ(counts.pair_flags, (Table{{"number_one_sided", 1}, {"number_conflict", 1}}));
}

TEST(CorpusCounts, do_not_depend_on_order) {
    CorpusCounts other;
    other.add(headline_document());
    other.add(unsourced_document());
    other.add(paired_document());
    other.rejects = 1;
    other.items = 6;
    EXPECT_EQ(other, sample_counts());
}

TEST(CorpusCounts, balance_when_nothing_is_lost) {
    EXPECT_EQ(CorpusCounts().imbalance(), "");
    EXPECT_EQ(sample_counts().imbalance(), "");
}

TEST(CorpusCounts, say_what_does_not_balance) {
    const struct {
        const char* name;
        std::function<void(CorpusCounts&)> spoil;
        const char* about;
    } cases[] = {
        {"an item lost", [](CorpusCounts& c) { ++c.items; }, "items"},
        {"an item too many", [](CorpusCounts& c) { --c.items; }, "items"},
        {"a document lost", [](CorpusCounts& c) { --c.documents; }, "documents"},
        {"a duplicate too many", [](CorpusCounts& c) { ++c.duplicates; }, "duplicates"},
        {"a reject lost", [](CorpusCounts& c) { --c.rejects; }, "rejects"},
        {"a first sentence without bead", [](CorpusCounts& c) { --c.first_in_beads; }, "sentences"},
        {"a second sentence without bead", [](CorpusCounts& c) { --c.second_in_beads; }, "sentences"},
        {"a sentence in two beads", [](CorpusCounts& c) { ++c.second_in_beads; }, "sentences"},
        {"one side's loss hidden by the other's gain", [](CorpusCounts& c) { --c.first_in_beads, ++c.second_in_beads; },
         "sentences"},
    };
    for (const auto& c : cases) {
        CorpusCounts counts = sample_counts();
        c.spoil(counts);
        EXPECT_NE(counts.imbalance().find(c.about), std::string::npos) << c.name << ": " << counts.imbalance();
    }
}

TEST(CorpusCounts, a_ladder_that_leaves_a_sentence_out_does_not_balance) {
    Document document = paired_document();
    document.ladder.pop_back();
    CorpusCounts counts;
    counts.items = 2;
    counts.add(document);
    EXPECT_NE(counts.imbalance(), "");
}

} // namespace
} // namespace qosar
