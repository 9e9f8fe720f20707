#include "qosar/words/lexicon_text.hpp"

#include <string>

#include <gtest/gtest.h>

#include "qosar/base/error.hpp"

namespace qosar {
namespace {

Translations read(std::string_view text) {
    Translations translations{"en", "kk", {}, {}};
    read_lexicon_text(text, "my.tsv", {"my.tsv", "CC0-1.0"}, translations);
    return translations;
}

TEST(LexiconText, has_a_term_and_its_translations_in_a_row) {
    const Translations t = read("# Words.\nlaw\tзаң; құқық\tn\n\ndraft law\tзаң жобасы\tn\nbill\tзаң жобасы\n");
    ASSERT_EQ(t.all.size(), 4U);
    EXPECT_EQ(t.all[0].first, "law");
    EXPECT_EQ(t.all[0].second, "заң");
    EXPECT_EQ(t.all[0].part_of_speech, "n");
    EXPECT_EQ(t.all[1].second, "құқық");
    EXPECT_DOUBLE_EQ(t.all[0].forward, 2.0 / 3);
    EXPECT_DOUBLE_EQ(t.all[1].forward, 1.0 / 3);
    EXPECT_DOUBLE_EQ(t.all[0].backward, 1);
    EXPECT_DOUBLE_EQ(t.all[2].backward, 0.5) << "two terms share this translation";
    EXPECT_EQ(t.all[3].part_of_speech, "");
    ASSERT_EQ(t.sources.size(), 1U);
    EXPECT_EQ(t.sources[0], (TranslationSource{"my.tsv", "CC0-1.0"}));
}

TEST(LexiconText, has_weights_in_six_columns) {
    const Translations t = read("law\tзаң\tn\t0.75\t0.5\t12\nlaw\tқұқық\t\t0.125\t1\t3\n");
    ASSERT_EQ(t.all.size(), 2U);
    EXPECT_EQ(t.all[0].forward, 0.75);
    EXPECT_EQ(t.all[0].backward, 0.5);
    EXPECT_EQ(t.all[0].count, 12U);
    EXPECT_EQ(t.all[1].part_of_speech, "");
}

TEST(LexiconText, names_its_sources) {
    const Translations t = read("a\tә\n# languages: en kk\n# source: One\n# licence: MIT\nb\tб\n# source: Two\nc\tв\n"
                                "# source: One\n# licence: MIT\nd\tг\n");
    ASSERT_EQ(t.sources.size(), 3U);
    EXPECT_EQ(t.sources[1], (TranslationSource{"One", "MIT"}));
    EXPECT_EQ(t.sources[2], (TranslationSource{"Two", ""}));
    EXPECT_EQ(t.all[1].source, 1U);
    EXPECT_EQ(t.all[2].source, 2U);
    EXPECT_EQ(t.all[3].source, 1U);
}

TEST(LexiconText, is_read_back_as_it_was) {
    const char* texts[] = {
        "# languages: en kk\n# source: One\n# licence: MIT\nlaw\tзаң; құқық\tn\nlegal\tзаңды\tadj\n",
        "# languages: kk en\n# source: One\n# licence: \nзаң\tlaw\t\n# source: Two\n# licence: CC0-1.0\nсу\twater\tn\n",
        "# languages: en kk\n# source: t\n# licence: \nlaw\tзаң\tn\t0.75\t0.5\t12\nlaw\tқұқық\t\t0.125\t1\t3\n"};
    for (const char* text : texts) {
        EXPECT_EQ(lexicon_text(read(text)), text);
    }
    EXPECT_EQ(lexicon_text({"en", "kk", {}, {}}), "# languages: en kk\n");
}

TEST(LexiconText, says_where_it_is_wrong) {
    const struct {
        const char* text;
        const char* says;
    } cases[] = {
        {"law\n", "my.tsv:1: "},
        {"law\tзаң\nlaw\tзаң\tn\t1\n", "my.tsv:2: "},
        {"law\tзаң\tnoun\n", "part of speech 'noun'"},
        {"\tзаң\tn\n", "missing"},
        {"law\t \tn\n", "missing"},
        {"law\tзаң;; құқық\tn\n", "empty"},
        {"law\tзаң;\tn\n", "empty"},
        {"law\tзаң\tn\t2\t0\t1\n", "'2' is no probability"},
        {"law\tзаң\tn\tnan\t0\t1\n", "'nan' is no probability"},
        {"law\tзаң\tn\t-1\t0\t1\n", "'-1' is no probability"},
        {"law\tзаң\tn\t1\t0.5x\t1\n", "'0.5x' is no probability"},
        {"law\tзаң\tn\t1\t1\t-1\n", "'-1' is no count"},
        {"law\tзаң\tn\t1\t1\t99999999999\n", "is no count"},
        {"# languages: en\n", "two languages"},
        {"law\tзаң\n# languages: kk en\n", "change"},
        {"law\t\xD0\n", "UTF-8"},
    };
    for (const auto& c : cases) {
        try {
            read(c.text);
            ADD_FAILURE() << c.text;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(c.says), std::string::npos) << error.what();
        }
    }
}

TEST(LexiconText, takes_odd_files) {
    EXPECT_TRUE(read("").all.empty());
    EXPECT_TRUE(read("\n\n# only: words\n").all.empty());
    EXPECT_EQ(read("law\tзаң\r\n").all.at(0).second, "заң");
    EXPECT_EQ(read("a\tә").all.size(), 1U);
    EXPECT_EQ(read(std::string(5'000'000, 'a') + "\tә\n").all.size(), 1U);
    std::string many;
    for (int i = 0; i < 100'000; ++i) {
        many += "a\tә; б; в\tn\n";
    }
    EXPECT_EQ(read(many).all.size(), 300'000U);
}

TEST(WrittenTranslations, are_the_files_of_languages) {
    const Translations t = written_translations("en", "kk");
    EXPECT_GT(t.all.size(), 15'000U);
    EXPECT_GE(t.sources.size(), 20U);
    EXPECT_EQ(t.sources.at(0).name, "abstract.tsv");
    EXPECT_TRUE(written_translations("en", "de").all.empty());
}

} // namespace
} // namespace qosar
