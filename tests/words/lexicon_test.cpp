#include "qosar/words/lexicon.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "qosar/language/stem.hpp"
#include "qosar/words/lexicon_file.hpp"
#include "qosar/words/lexicon_image.hpp"

namespace qosar {
namespace {

const LanguagePack& en() { return language_pack("en"); }
const LanguagePack& kk() { return language_pack("kk"); }

KeyId key_of(const LanguagePack& pack, const std::string& word) { return key_id(match_key(pack, word)); }

/// A lexicon of English–Kazakh translations; `part` is for all of them.
Lexicon small_lexicon(std::vector<Translation> translations) {
    Lexicon lexicon;
    lexicon.add(make_lexicon_image({"en", "kk", {{"test", ""}}, std::move(translations)}));
    return lexicon;
}

/// Whether a word of the first language has `translation`, both of a single word.
bool translates(const Lexicon& lexicon, const LanguagePack& first, const std::string& word, const LanguagePack& second,
                const std::string& translation) {
    bool found = false;
    lexicon.for_each(lexicon.first_key(match_key(first, word)), [&](const LexiconEntry& entry) {
        found = found || (entry.first.size() == 1 && entry.second.size() == 1 &&
                          entry.second.front() == key_of(second, translation));
    });
    return found;
}

std::vector<std::string> texts_of(const Lexicon& lexicon, const std::string& word) {
    std::vector<std::string> texts;
    lexicon.for_each(key_of(en(), word), [&](const LexiconEntry& entry) {
        texts.push_back(std::string(entry.first_text) + " " + std::string(entry.second_text));
    });
    return texts;
}

TEST(Lexicon, knows_what_was_added) {
    const Lexicon lexicon = small_lexicon({{"garden", "бақша", 0.7, 1, 0, "n"},
                                           {"garden", "көгалдандыру", 0.3, 1, 0, "v"},
                                           {"draft law", "заң жобасы", 1, 1, 0, "n"},
                                           {"–", "сызық", 1, 1, 0, "n"},
                                           {"fire", " ", 1, 1, 0, "n"},
                                           {"", "", 1, 1, 0, "n"}});
    EXPECT_EQ(lexicon.size(), 3U);
    EXPECT_TRUE(translates(lexicon, en(), "gardens", kk(), "бақшаларды"));
    EXPECT_FALSE(translates(lexicon, en(), "law", kk(), "заң"));
    EXPECT_EQ(lexicon.first_key("fire"), no_key);
    EXPECT_NE(lexicon.first_key("law"), no_key) << "it stands within a term";
    EXPECT_EQ(lexicon.second_key(match_key(kk(), "сызық")), no_key);
    EXPECT_EQ(texts_of(lexicon, "garden"), (std::vector<std::string>{"garden бақша", "garden көгалдандыру"}));
    EXPECT_EQ(texts_of(lexicon, "draft"), (std::vector<std::string>{"draft law заң жобасы"}));
    EXPECT_TRUE(texts_of(lexicon, "law").empty());
    lexicon.for_each(no_key, [](const LexiconEntry&) { ADD_FAILURE(); });
}

TEST(Lexicon, gives_the_likeliest_translation_first) {
    const Lexicon lexicon =
        small_lexicon({{"house", "баспана", 0.2}, {"house", "үй", 0.7}, {"house", "тұрғын үй", 0.1}});
    EXPECT_EQ(texts_of(lexicon, "house"), (std::vector<std::string>{"house үй", "house баспана", "house тұрғын үй"}));
}

TEST(Lexicon, lays_one_image_over_another) {
    Lexicon lexicon = small_lexicon({{"water", "су", 1, 1, 0, "n"}});
    lexicon.add(make_lexicon_image({"kk", "en", {{"user", "CC0-1.0"}}, {{"ылғал", "water", 0.5, 0.1, 7, "n"}}}), true);
    EXPECT_EQ(lexicon.size(), 2U);
    EXPECT_EQ(texts_of(lexicon, "water"), (std::vector<std::string>{"water су", "water ылғал"}));
    EXPECT_NE(lexicon.second_key(match_key(kk(), "ылғал")), no_key);
    lexicon.for_each(key_of(en(), "water"), [&](const LexiconEntry& entry) {
        if (entry.second_text == "ылғал") {
            EXPECT_FLOAT_EQ(static_cast<float>(entry.forward), 0.1F);
            EXPECT_FLOAT_EQ(static_cast<float>(entry.backward), 0.5F);
            EXPECT_EQ(entry.count, 7U);
            EXPECT_EQ(entry.image->source(entry.source), (TranslationSource{"user", "CC0-1.0"}));
        }
    });
}

TEST(Lexicon, tells_things_and_names) {
    const Lexicon lexicon = small_lexicon({{"water", "су", 1, 1, 0, "n"},
                                           {"quickly", "тез", 1, 1, 0, "adv"},
                                           {"Kazakhstan", "Қазақстан", 1, 1, 0, "name"},
                                           {"Black Sea", "Қара теңіз", 1, 1, 0, "name"}});
    const auto key = [&](const char* word) { return lexicon.first_key(match_key(en(), word)); };
    EXPECT_TRUE(lexicon.names_a_thing(key("water")));
    EXPECT_FALSE(lexicon.names_a_thing(key("quickly")));
    EXPECT_TRUE(lexicon.names_a_thing(key("Kazakhstan")));
    EXPECT_TRUE(lexicon.names_a_thing(no_key));
    EXPECT_TRUE(lexicon.is_name(key("Kazakhstan")));
    EXPECT_FALSE(lexicon.is_name(key("water")));
    EXPECT_FALSE(lexicon.is_name(key("Black")));
    EXPECT_FALSE(lexicon.is_name(no_key));
}

TEST(Lexicon, takes_any_text) {
    const Lexicon lexicon = small_lexicon({{std::string(3, '\0'), "су"},
                                           {std::string(200'000, 'a'), std::string(200'000, ' ')},
                                           {std::string(200'000, 'a'), std::string(200'000, 'b')}});
    EXPECT_EQ(lexicon.size(), 1U);
}

TEST(BuiltinLexicon, knows_everyday_words_in_both_directions) {
    const struct {
        const char* english;
        const char* kazakh;
    } pairs[] = {
        {"water", "су"},
        {"school", "мектеп"},
        {"schools", "мектептердің"},
        {"law", "заңды"},
        {"government", "Үкімет"},
        {"said", "айтты"},
        {"teacher", "мұғалім"},
        {"child", "бала"},
        {"children", "балалар"},
        {"region", "өңірлер"},
        {"year", "жыл"},
        {"road", "жолдар"},
        {"Kazakhstan", "Қазақстанда"},
        {"Germany", "Германияда"},
        {"February", "ақпан"},
        {"Monday", "дүйсенбі"},
        {"bridge", "көпір"},
        {"open", "ашылды"},
        {"hospital", "аурухана"},
        {"peace", "бейбітшілік"},
    };
    const Lexicon& forth = builtin_lexicon(en(), kk());
    const Lexicon& back = builtin_lexicon(kk(), en());
    for (const auto& pair : pairs) {
        EXPECT_TRUE(translates(forth, en(), pair.english, kk(), pair.kazakh)) << pair.english << " " << pair.kazakh;
        EXPECT_TRUE(translates(back, kk(), pair.kazakh, en(), pair.english)) << pair.kazakh << " " << pair.english;
    }
    EXPECT_FALSE(translates(forth, en(), "water", kk(), "заң"));
    EXPECT_GT(forth.size(), 9000U);
    EXPECT_EQ(&forth, &builtin_lexicon(en(), kk()));
}

TEST(BuiltinLexicon, is_only_names_where_there_are_no_files) {
    const Lexicon& lexicon = builtin_lexicon(language_pack("de"), kk());
    EXPECT_TRUE(translates(lexicon, language_pack("de"), "Deutschland", kk(), "Германия"));
    EXPECT_FALSE(translates(lexicon, language_pack("de"), "Wasser", kk(), "су"));
}

} // namespace
} // namespace qosar
