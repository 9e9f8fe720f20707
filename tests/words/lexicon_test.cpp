#include "qosar/words/lexicon.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "qosar/base/file.hpp"
#include "qosar/language/stem.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {
namespace {

const LanguagePack& en() { return language_pack("en"); }
const LanguagePack& kk() { return language_pack("kk"); }

/// Translations of one word of the first language as terms of the second, each as `key key`.
bool translates(const Lexicon& lexicon, const LanguagePack& first, const std::string& word, const LanguagePack& second,
                const std::string& translation) {
    const KeyId wanted = lexicon.second_key(match_key(second, translation));
    for (const Lexicon::Entry& entry : lexicon.entries(lexicon.first_key(match_key(first, word)))) {
        for (const Term& term : entry.second) {
            if (entry.first.size() == 1 && wanted != no_key && term == Term{wanted}) {
                return true;
            }
        }
    }
    return false;
}

TEST(Lexicon, knows_what_was_added) {
    Lexicon lexicon;
    lexicon.add(en(), "garden", kk(), "бақша", "n");
    lexicon.add(en(), "garden", kk(), "бақша", "n");
    lexicon.add(en(), "garden", kk(), "көгалдандыру", "v");
    lexicon.add(en(), "draft law", kk(), "заң жобасы", "n");
    lexicon.add(en(), "–", kk(), "сызық", "n");
    lexicon.add(en(), "fire", kk(), " ", "n");
    lexicon.add(en(), "", kk(), "", "n");
    EXPECT_EQ(lexicon.size(), 2U);
    EXPECT_TRUE(translates(lexicon, en(), "gardens", kk(), "бақшаларды"));
    EXPECT_FALSE(translates(lexicon, en(), "law", kk(), "заң"));
    EXPECT_EQ(lexicon.first_key("fire"), no_key);
    EXPECT_TRUE(lexicon.entries(no_key).empty());
    EXPECT_TRUE(lexicon.entries(lexicon.first_key("law")).empty());
    EXPECT_EQ(lexicon.second_key(match_key(kk(), "сызық")), no_key);
    const auto& garden = lexicon.entries(lexicon.first_key(match_key(en(), "garden")));
    ASSERT_EQ(garden.size(), 1U);
    EXPECT_EQ(garden.front().second.size(), 2U);
    const auto& draft = lexicon.entries(lexicon.first_key(match_key(en(), "draft")));
    ASSERT_EQ(draft.size(), 1U);
    EXPECT_EQ(draft.front().first.size(), 2U);
    EXPECT_EQ(draft.front().second.front().size(), 2U);
}

TEST(Lexicon, keeps_translations_in_their_order) {
    Lexicon lexicon;
    for (const char* word : {"үй", "баспана", "тұрғын үй"}) {
        lexicon.add(en(), "house", kk(), word);
    }
    const auto& entry = lexicon.entries(lexicon.first_key(match_key(en(), "house"))).at(0);
    ASSERT_EQ(entry.second.size(), 3U);
    EXPECT_EQ(entry.second[0], Term{lexicon.second_key(match_key(kk(), "үй"))});
    EXPECT_EQ(entry.second[1], Term{lexicon.second_key(match_key(kk(), "баспана"))});
}

TEST(Lexicon, tells_things_and_names) {
    Lexicon lexicon;
    lexicon.add(en(), "water", kk(), "су", "n");
    lexicon.add(en(), "quickly", kk(), "тез", "adv");
    lexicon.add(en(), "Kazakhstan", kk(), "Қазақстан", "name");
    lexicon.add(en(), "Black Sea", kk(), "Қара теңіз", "name");
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
    Lexicon lexicon;
    lexicon.add(en(), "\xFF\xC3", kk(), "су\xD0");
    lexicon.add(en(), std::string(3, '\0'), kk(), "су");
    lexicon.add(en(), std::string(200'000, 'a'), kk(), std::string(200'000, ' '));
    EXPECT_LE(lexicon.size(), 1U);
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

// The data itself.

struct Row {
    std::string place; ///< `file:line`
    std::string line;
    std::vector<std::string> columns;
};

std::vector<std::string> parts_of(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        if (end == text.size()) {
            return parts;
        }
        begin = end + separator.size();
    }
}

std::vector<std::filesystem::path> lexicon_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(QOSAR_SOURCE_DIR "/languages/en-kk/lexicon")) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

const std::vector<Row>& rows() {
    static const std::vector<Row> all = [] {
        std::vector<Row> read;
        for (const auto& file : lexicon_files()) {
            std::size_t number = 0;
            for (const std::string& line : parts_of(read_file(file, 1U << 24U), "\n")) {
                ++number;
                if (!line.empty() && line.front() != '#') {
                    read.push_back(
                        {file.filename().string() + ":" + std::to_string(number), line, parts_of(line, "\t")});
                }
            }
        }
        return read;
    }();
    return all;
}

/// The translations of a row; none where it lacks the column.
std::vector<std::string> translations_of(const Row& row) {
    return row.columns.size() < 2 ? std::vector<std::string>{} : parts_of(row.columns[1], "; ");
}

TEST(LexiconFiles, begin_with_a_sentence_and_end_with_a_newline) {
    EXPECT_GE(lexicon_files().size(), 20U);
    for (const auto& file : lexicon_files()) {
        const std::string text = read_file(file, 1U << 24U);
        EXPECT_TRUE(is_utf8(text)) << file;
        EXPECT_TRUE(text.starts_with("# ")) << file;
        EXPECT_TRUE(text.ends_with("\n") && !text.ends_with("\n\n")) << file;
        EXPECT_EQ(text.find('\r'), std::string::npos) << file;
        EXPECT_EQ(text.find("\n\n"), std::string::npos) << file;
        EXPECT_EQ(file.extension(), ".tsv") << file;
    }
}

TEST(LexiconFiles, have_three_columns_and_known_parts_of_speech) {
    const std::set<std::string> known{"n", "v", "adj", "adv", "pron", "prep", "conj", "num", "part", "phrase", "name"};
    for (const Row& row : rows()) {
        ASSERT_EQ(row.columns.size(), 3U) << row.place << ": " << row.line;
        EXPECT_TRUE(known.contains(row.columns[2])) << row.place << ": " << row.line;
    }
}

TEST(LexiconFiles, hold_no_blanks_too_many) {
    for (const Row& row : rows()) {
        EXPECT_EQ(row.line.find("  "), std::string::npos) << row.place << ": " << row.line;
        for (const std::string& column : row.columns) {
            EXPECT_EQ(trimmed(column), column) << row.place << ": " << row.line;
            EXPECT_FALSE(column.empty()) << row.place << ": " << row.line;
        }
        for (const std::string& translation : translations_of(row)) {
            EXPECT_FALSE(translation.empty()) << row.place << ": " << row.line;
            EXPECT_EQ(trimmed(translation), translation) << row.place << ": " << row.line;
            EXPECT_EQ(translation.find(';'), std::string::npos) << row.place << ": " << row.line;
        }
    }
}

TEST(LexiconFiles, hold_each_word_once_as_each_part_of_speech) {
    std::map<std::string, std::string> seen;
    for (const Row& row : rows()) {
        ASSERT_EQ(row.columns.size(), 3U) << row.place;
        const auto [found, is_new] = seen.emplace(lower(row.columns[0]) + "\t" + row.columns[2], row.place);
        EXPECT_TRUE(is_new) << row.place << " repeats " << found->second << ": " << row.line;
    }
    EXPECT_GT(seen.size(), 10'000U);
}

TEST(LexiconFiles, hold_one_to_five_translations_without_repetition) {
    for (const Row& row : rows()) {
        const std::vector<std::string> translations = translations_of(row);
        EXPECT_TRUE(!translations.empty() && translations.size() <= 5) << row.place << ": " << row.line;
        std::set<std::string> seen;
        for (const std::string& translation : translations) {
            EXPECT_TRUE(seen.insert(lower(translation)).second) << row.place << ": " << row.line;
        }
    }
}

/// The first character of `text` that is not among `letters`, as text; empty if there is none.
std::string first_stranger(const std::string& text, const std::string& letters) {
    const std::string small = lower(text);
    for (std::size_t i = 0; i < small.size();) {
        const std::size_t begin = i;
        next_code_point(small, i);
        const std::string character = small.substr(begin, i - begin);
        if (letters.find(character) == std::string::npos) {
            return character;
        }
    }
    return {};
}

TEST(LexiconFiles, write_kazakh_with_kazakh_letters) {
    const std::string alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя -0123456789";
    for (const Row& row : rows()) {
        for (const std::string& translation : translations_of(row)) {
            EXPECT_EQ(first_stranger(translation, alphabet), "") << row.place << ": " << row.line;
            EXPECT_GT(count_scripts(translation).cyrillic, 0U) << row.place << ": " << row.line;
        }
    }
}

TEST(LexiconFiles, write_english_with_latin_letters) {
    for (const Row& row : rows()) {
        const ScriptCount count = count_scripts(row.columns.front());
        EXPECT_TRUE(count.latin > 0 && count.latin == count.letters) << row.place << ": " << row.line;
    }
}

TEST(LexiconFiles, strangers_are_found) {
    EXPECT_EQ(first_stranger("cу", "су"), "c"); // a Latin c
    EXPECT_EQ(first_stranger("су", "су"), "");
}

} // namespace
} // namespace qosar
