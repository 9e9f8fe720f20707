#include "qosar/align/bead_model.hpp"

#include <gtest/gtest.h>

#include "qosar/base/error.hpp"

namespace qosar {
namespace {

TEST(BeadModel, is_that_of_the_pair_whichever_side_comes_first) {
    const BeadModel& model = bead_model("en", "kk");
    EXPECT_EQ(model.weights.values, bead_model("kk", "en").weights.values);
    EXPECT_GT(model.words.term.found, model.words.term.missing);
    EXPECT_GT(model.words.name.found, model.words.name.missing);
    EXPECT_GT(model.words.number.found + 4 * model.words.number.surprise, model.words.number.missing);
    EXPECT_GT(model.weights[BeadFeature::one_one], model.weights[BeadFeature::one_two]);
    EXPECT_LT(model.weights[BeadFeature::question_one_sided], 0);
}

TEST(BeadModel, of_other_pairs_is_the_one_without_a_lexicon) {
    EXPECT_EQ(bead_model("de", "fr").weights.values, bead_model("tr", "ru").weights.values);
    EXPECT_NE(bead_model("de", "fr").weights.values, bead_model("en", "kk").weights.values);
}

TEST(BeadModel, of_pairs_gives_no_bead_of_several_sentences_a_weight) {
    EXPECT_EQ(pair_model("en", "kk").weights[BeadFeature::one_two], 0);
    EXPECT_NE(pair_model("en", "kk").offset, 0);
}

TEST(WordModel, names_a_weight_that_is_missing) {
    try {
        (void)word_model({{"term_found", 1.0}});
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("term_surprise"), std::string::npos) << error.what();
    }
}

} // namespace
} // namespace qosar
