#include "qosar/words/lexicon_file.hpp"

#include <string>

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"
#include "qosar/words/lexicon_text.hpp"

namespace qosar {
namespace {

constexpr const char* text = "# languages: en kk\n# source: mine\n# licence: CC0-1.0\nlaw\tзаң; құқық\tn\n";

TEST(LexiconFile, may_be_text_or_image) {
    const Scratch scratch;
    const auto as_text = scratch.write("law.tsv", text);
    const Translations translations = read_lexicon(as_text, "en", "kk");
    const auto as_image =
        scratch.write("law.lex", lexicon_image(language_pack("en"), language_pack("kk"), translations));
    EXPECT_EQ(lexicon_text(translations), text);
    EXPECT_EQ(lexicon_text(read_lexicon(as_image, "en", "kk")), text);
    for (const auto& path : {as_text, as_image}) {
        const auto image = open_lexicon(path, "de", "fr");
        EXPECT_EQ(image->first_language(), "en") << "it says so itself";
        EXPECT_EQ(image->size(), 2U);
    }
}

TEST(LexiconFile, without_languages_is_of_those_that_are_needed) {
    const Scratch scratch;
    const auto image = open_lexicon(scratch.write("water.tsv", "су\twater\n"), "kk", "en");
    EXPECT_EQ(image->first_language(), "kk");
}

TEST(LexiconFile, names_what_is_wrong) {
    const Scratch scratch;
    const auto image = scratch.write("cut.lex", "QOSARLEX and then nothing");
    for (const auto& path : {scratch / "none.tsv", scratch.write("bad.tsv", "one column\n"), image, scratch.path()}) {
        try {
            open_lexicon(path, "en", "kk");
            ADD_FAILURE() << path;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(path.string()), std::string::npos) << error.what();
        }
    }
}

} // namespace
} // namespace qosar
