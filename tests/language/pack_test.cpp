#include "qosar/language/pack.hpp"

#include <algorithm>
#include <thread>

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"
#include "qosar/language/stem.hpp"

namespace qosar {
namespace {

std::string rows_of(std::string_view text) {
    std::string out;
    for_each_row(text, [&](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += (i > 0 ? "|" : "") + row[i];
        }
        out += ";";
    });
    return out;
}

TEST(Rows, are_lines_of_columns) {
    const struct {
        const char* name;
        std::string_view text;
        std::string_view rows;
    } cases[] = {
        {"nothing", "", ""},
        {"one column", "a\n", "a;"},
        {"last line without its end", "a\nb", "a;b;"},
        {"columns", "a\tb\tc\n", "a|b|c;"},
        {"empty columns", "\ta\t\t\n", "|a||;"},
        {"only a tab", "\t", "|;"},
        {"blank lines", "\n\na\n\n", "a;"},
        {"comments", "# x\ty\na\n#", "a;"},
        {"comment sign inside", "a\t#b\n", "a|#b;"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(rows_of(c.text), c.rows) << c.name;
    }
}

TEST(LanguagePack, holds_what_the_tables_say) {
    const LanguagePack& english = language_pack("en");
    EXPECT_EQ(english.code, "en");
    EXPECT_EQ(english.irregular.at("went"), "go");
    EXPECT_EQ(english.number_words.at("five").value, 5);
    EXPECT_EQ(english.number_words.at("five").role, NumberRole::alone);
    EXPECT_EQ(english.date_words.at("september").value, 9);
    const LanguagePack& kazakh = language_pack("kk");
    EXPECT_EQ(kazakh.number_words.at("млн").value, 1e6);
    EXPECT_EQ(kazakh.number_words.at("млн").role, NumberRole::multiplies);
    EXPECT_EQ(kazakh.irregular.at("маған"), "мен");
    EXPECT_EQ(english.abbreviations.at("mr").kind, AbbreviationKind::inside);
    EXPECT_EQ(english.abbreviations.at("no").kind, AbbreviationKind::number);
    EXPECT_FALSE(english.abbreviations.at("no").needs_capital);
    EXPECT_TRUE(english.abbreviations.at("sun").needs_capital);
    EXPECT_TRUE(english.starters.contains("the"));
    EXPECT_FALSE(english.said.at("added"));
    EXPECT_EQ(kazakh.abbreviations.at("т.б").kind, AbbreviationKind::either);
    EXPECT_EQ(kazakh.abbreviations.at("млн").kind, AbbreviationKind::unit);
    EXPECT_TRUE(kazakh.starters.contains("ол"));
    EXPECT_TRUE(kazakh.said.at("деп"));
}

TEST(LanguagePack, frequency_is_kept_by_match_key) {
    for (const char* code : {"en", "kk"}) {
        const LanguagePack& pack = language_pack(code);
        EXPECT_FALSE(pack.frequency.empty());
        for (const auto& [key, documents] : pack.frequency) {
            EXPECT_GE(documents, 0) << key;
            EXPECT_LE(documents, 1000) << key;
        }
    }
}

TEST(LanguagePack, number_words_are_lower_case_and_positive) {
    for (const char* code : {"en", "kk"}) {
        for (const auto& [word, number] : language_pack(code).number_words) {
            EXPECT_GT(number.value, 0) << word;
            EXPECT_FALSE(word.empty());
        }
    }
}

TEST(LanguagePack, is_empty_for_a_language_without_data) {
    for (const char* code : {"xx", "", "../kk", "kk/abbreviations.tsv"}) {
        const LanguagePack& pack = language_pack(code);
        EXPECT_EQ(pack.code, code);
        EXPECT_TRUE(pack.irregular.empty() && pack.frequency.empty() && pack.number_words.empty() &&
                    pack.abbreviations.empty());
    }
}

TEST(LanguagePack, is_the_same_one_for_all_threads) {
    std::vector<const LanguagePack*> packs(8);
    std::vector<std::thread> threads;
    for (auto& pack : packs) {
        threads.emplace_back([&pack] { pack = &language_pack("ru"); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const LanguagePack* pack : packs) {
        EXPECT_EQ(pack, packs.front());
    }
}

TEST(LanguageData, is_found_by_name) {
    EXPECT_NE(language_data("kk/numbers.tsv").find("млн"), std::string::npos);
    EXPECT_EQ(language_data("kk/no-such.tsv"), "");
    EXPECT_EQ(language_data(""), "");
    EXPECT_EQ(language_data("../CMakeLists.txt"), "");
    const auto names = language_data_names("en-kk/lexicon/");
    EXPECT_FALSE(names.empty());
    for (const std::string& name : names) {
        EXPECT_EQ(name.substr(0, 14), "en-kk/lexicon/");
        EXPECT_FALSE(language_data(name).empty()) << name;
    }
    EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
    EXPECT_TRUE(language_data_names("no-such/").empty());
}

// The folder stays in use to the program's end, so its languages are none that other tests read.
TEST(LanguagesFolder, is_read_before_the_built_in_data) {
    static const Scratch scratch;
    EXPECT_THROW(use_languages_folder((scratch.path() / "absent").string()), UsageError);
    EXPECT_THROW(use_languages_folder(scratch.write("file", "").string()), UsageError);
    scratch.write("q1/numbers.tsv", "# comment\ntest\t7\talone\nbig\t1e6\tmultiplies\n");
    scratch.write("q2/numbers.tsv", "test\tseven\talone\n");
    scratch.write("q3/numbers.tsv", "test\t7\n");
    scratch.write("q4/irregular.tsv", "went");
    scratch.write("q5/frequency.tsv", "test\t\n");
    scratch.write("q6/abbreviations.tsv", std::string_view("\0\teither\n\xFF\tnumber", 17));
    scratch.write("ru/q.tsv", "own\n");
    use_languages_folder(scratch.path().string());
    EXPECT_EQ(language_pack("q1").number_words.at("test").value, 7);
    EXPECT_EQ(language_pack("q1").number_words.at("big").role, NumberRole::multiplies);
    for (const char* code : {"q2", "q3", "q4", "q5"}) {
        EXPECT_THROW(language_pack(code), Error) << code;
    }
    scratch.write("q7/numbers.tsv", "test\t7\tdances\n");
    scratch.write("q8/dates.tsv", "test\t7\talone\n");
    for (const char* code : {"q7", "q8"}) {
        EXPECT_THROW(language_pack(code), Error) << code;
    }
    EXPECT_EQ(language_pack("q6").abbreviations.size(), 2U);
    EXPECT_EQ(language_data("ru/q.tsv"), "own\n");
    EXPECT_FALSE(language_data("ru/abbreviations.tsv").empty()) << "the built-in data shows through";
    EXPECT_EQ(language_data_names("ru/"),
              (std::vector<std::string>{"ru/abbreviations.tsv", "ru/dates.tsv", "ru/numbers.tsv", "ru/q.tsv",
                                        "ru/said.tsv", "ru/starters.tsv"}));
}

} // namespace
} // namespace qosar
