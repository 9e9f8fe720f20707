// The lexicon's files, line by line: what a reader of them may rely on. Each failure names file and line.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "qosar/base/file.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/words/translation.hpp"

namespace qosar {
namespace {

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
    for (const Row& row : rows()) {
        ASSERT_EQ(row.columns.size(), 3U) << row.place << ": " << row.line;
        const auto known = std::find(parts_of_speech.begin(), parts_of_speech.end(), row.columns[2]);
        EXPECT_TRUE(known != parts_of_speech.end() && !known->empty()) << row.place << ": " << row.line;
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

bool begins_with_capital(const std::string& text) {
    std::size_t position = 0;
    const char32_t first = text.empty() ? U' ' : next_code_point(text, position);
    return is_upper(first) || is_digit(first);
}

TEST(LexiconFiles, do_not_give_one_translation_both_as_noun_and_as_name) {
    std::map<std::pair<std::string, std::string>, const Row*> seen;
    for (const Row& row : rows()) {
        if (row.columns.at(2) != "n" && row.columns[2] != "name") {
            continue;
        }
        for (const std::string& translation : translations_of(row)) {
            const auto [found, is_new] = seen.emplace(std::pair(lower(row.columns[0]), lower(translation)), &row);
            EXPECT_TRUE(is_new) << row.place << " and " << found->second->place << ": " << row.line;
        }
    }
}

TEST(LexiconFiles, write_names_with_capitals) {
    for (const Row& row : rows()) {
        if (row.columns.at(2) == "name") {
            EXPECT_TRUE(begins_with_capital(row.columns[0])) << row.place << ": " << row.line;
            EXPECT_TRUE(begins_with_capital(translations_of(row).at(0))) << row.place << ": " << row.line;
        }
    }
}

TEST(LexiconFiles, give_verbs_as_verbs) {
    for (const Row& row : rows()) {
        if (row.columns.at(2) == "v" && !row.place.starts_with("function.tsv")) { // that one has finite modal forms
            const std::string verb = translations_of(row).at(0);
            EXPECT_TRUE(verb.ends_with("у") || verb.ends_with("ю")) << row.place << ": " << row.line;
        }
    }
}

TEST(LexiconFiles, write_capitals_inside_of_words_in_names_only) {
    for (const Row& row : rows()) {
        bool after_small = false;
        for (std::size_t i = 0; i < row.columns.at(1).size();) {
            const char32_t c = next_code_point(row.columns[1], i);
            EXPECT_FALSE(after_small && is_upper(c) && row.columns[2] != "name")
                << row.place << " lacks a blank: " << row.line;
            after_small = is_lower(c);
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
