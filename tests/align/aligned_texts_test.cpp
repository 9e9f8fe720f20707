#include "qosar/align/aligned_texts.hpp"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "texts.hpp"

namespace qosar {
namespace {

/// The sentences of a range joined by blanks, and where each begins.
std::string joined(const Sentences& sentences, Range range, std::vector<std::size_t>& begins) {
    std::string text;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        text += text.empty() ? "" : " ";
        begins.push_back(text.size());
        text += sentences[i];
    }
    return text;
}

TEST(Anchors, are_the_words_that_match) {
    const AlignedTexts texts = align_as("en", english_text, "kk", kazakh_text);
    std::set<std::string> found;
    for (const Bead& bead : texts.ladder) {
        std::vector<std::size_t> first_begins;
        std::vector<std::size_t> second_begins;
        const std::string first = joined(english_text, bead.first, first_begins);
        const std::string second = joined(kazakh_text, bead.second, second_begins);
        double last = 1e9;
        for (const Anchor& anchor : anchors_of(texts, bead, first_begins, second_begins)) {
            ASSERT_LE(anchor.first.end, first.size());
            ASSERT_LE(anchor.second.end, second.size());
            EXPECT_GT(anchor.weight, 0);
            EXPECT_LE(anchor.weight, last);
            last = anchor.weight;
            found.insert(first.substr(anchor.first.begin, anchor.first.size()) + "=" +
                         second.substr(anchor.second.begin, anchor.second.size()));
        }
    }
    for (const char* wanted : {"bridge=көпір", "Astana=Астанада", "2.5 billion=2,5 миллиард", "18=18", "40=40",
                               "companies=компания", "Omarov=Омаров", "school=мектепке", "minutes=минутта"}) {
        EXPECT_TRUE(found.contains(wanted)) << wanted;
    }
}

TEST(AlignedTexts, keeps_working_after_a_move) {
    AlignedTexts texts = align_as("en", english_text, "kk", kazakh_text);
    const double before = texts.scorer->search_score({0, 1}, {0, 1});
    const AlignedTexts moved = std::move(texts);
    EXPECT_EQ(moved.scorer->search_score({0, 1}, {0, 1}), before);
}

TEST(AlignedTexts, works_for_languages_without_data) {
    const Sentences german{"Die Brücke in Astana kostete 120 Tenge.", "Omarow kam am 15. August."};
    const Sentences french{"Le pont à Astana a coûté 120 tenge.", "Omarov est venu le 15 août."};
    EXPECT_EQ(types_of(align_as("de", german, "fr", french).ladder), "1-1 1-1");
    EXPECT_EQ(types_of(align_as("xx", german, "yy", french).ladder), "1-1 1-1");
}

} // namespace
} // namespace qosar
