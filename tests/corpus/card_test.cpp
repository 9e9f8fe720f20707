#include "qosar/corpus/card.hpp"

#include <gtest/gtest.h>

#include "sample_documents.hpp"

namespace qosar {
namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string front_matter(const std::string& card) {
    EXPECT_TRUE(card.starts_with("---\n"));
    const std::size_t end = card.find("\n---\n", 4);
    EXPECT_NE(end, std::string::npos);
    return card.substr(4, end - 3);
}

TEST(DatasetCard, front_matter_names_languages_and_files) {
    const std::string matter = front_matter(dataset_card({}, {}));
    for (const char* line : {"language:\n- en\n- kk\n", "- config_name: pairs\n", "  data_files: pairs.jsonl\n",
                             "- config_name: documents\n", "  data_files: documents.jsonl\n"}) {
        EXPECT_TRUE(holds(matter, line)) << line << "in\n" << matter;
    }
    EXPECT_EQ(matter.find('\t'), std::string::npos) << "YAML has no tabs";
    EXPECT_TRUE(holds(front_matter(dataset_card({}, {"ky", "tr"})), "language:\n- ky\n- tr\n"));
}

TEST(DatasetCard, shows_all_counts_and_what_flags_mean) {
    CorpusCounts counts;
    counts.add(paired_document());
    counts.add(unsourced_document());
    counts.rejects = 40;
    counts.items = 44;
    const std::string card = dataset_card(counts, {});
    for (const char* part :
         {"44 items", "2 documents", "40 rejects", "3 pairs", "| paired | 1 |", "| no_source_url | 1 |",
          "| headline | 1 |", "| body | 2 |", "| 1-2 | 1 |", "| 1-0 | 1 |", "| ok | 2 |", "| warn | 1 |"}) {
        EXPECT_TRUE(holds(card, part)) << part;
    }
    for (const FlagKind& kind : flag_registry()) {
        const std::string name(kind.name);
        const bool set = counts.document_flags.contains(name) || counts.pair_flags.contains(name);
        EXPECT_EQ(holds(card, "| " + name + " | 1 | " + std::string(kind.meaning) + " |"), set) << name;
    }
}

TEST(DatasetCard, is_the_same_for_the_same_counts) {
    CorpusCounts counts;
    counts.add(paired_document());
    EXPECT_EQ(dataset_card(counts, {}), dataset_card(counts, {}));
    EXPECT_NE(dataset_card(counts, {}), dataset_card({}, {}));
    EXPECT_TRUE(dataset_card({}, {}).ends_with('\n'));
}

} // namespace
} // namespace qosar
