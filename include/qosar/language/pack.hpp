// A language pack: what Qosar knows about a language beyond ICU. Packs are data (`languages/`), compiled in.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace qosar {

/// What a word does to the number that it stands in or beside.
enum class NumberRole {
    alone,           ///< `five`
    multiplies,      ///< `million`, only behind a number
    also_multiplies, ///< `мың`: a thousand, and multiplies what stands before it
    part,            ///< `one`, `бір`: a number only together with others, since it mostly means something else
    article,         ///< `a hundred`: one, before what multiplies
    half,            ///< `жарым`: one half more
    joins,           ///< `and` of `two hundred and five`
    ordinal,         ///< `third`
    ordinal_ending,  ///< `rd` of `3rd`, `ші` of `3-ші`
    percent,
    percentage_point,
    indefinite, ///< `бірнеше`: what follows multiplies nothing
    numbered    ///< `century`, `ғасыр`: beside it a single letter is a Roman numeral
};

/// A number word: `млн` multiplies what stands before it by 10^6, `five` is 5. A word without a value has 1.
struct NumberWord {
    double value = 0;
    NumberRole role = NumberRole::alone;
    bool numbered = false; ///< has that role too: тоқсан is 90, and a quarter of a year
};

/// What a word does in a date or a time of day.
enum class DateRole {
    month,
    short_month,    ///< `Sep`: a month only with a day or a year
    doubtful_month, ///< `May`: a month only with a day, a year or a preposition
    month_word,     ///< `айы` of `қыркүйек айы`
    year,           ///< `жылы`: makes a year of the number before it
    year_unit,      ///< `жыл`: closes a date with a year
    before_year,    ///< `in`: makes a year of the number behind it
    joins,          ///< `of` of `the 8th of September`
    clock,          ///< `сағат`: before an hour
    behind_hour,    ///< `o'clock`
    forenoon,
    afternoon,
    night
};

struct DateWord {
    int value = 0; ///< of months, from 1
    DateRole role = DateRole::month;
};

/// Where the full stop of an abbreviation may stand.
enum class AbbreviationKind {
    inside, ///< never at the end of a sentence: `Mr. Smith`, `т.ғ.д. Қайдаров`
    number, ///< an abbreviation only before a number: `No. 5`, `сағ. 18.30`
    unit,   ///< an abbreviation only behind a number: `16 млн.`, `2025 ж.`; it may end a sentence
    either  ///< it may end a sentence: `Apple Inc.`, `т.б.`
};

struct Abbreviation {
    AbbreviationKind kind = AbbreviationKind::either;
    bool needs_capital = false; ///< `Sun.` is a day, `sun.` is the sun
};

/// Any ICU language has a pack; without data its tables are empty and everything still works.
struct LanguagePack {
    std::string code;
    std::unordered_map<std::string, std::string> irregular;   ///< lower-case form → its base form
    std::unordered_map<std::string, double> frequency;        ///< match key → documents per 1,000 that hold it
    std::unordered_map<std::string, NumberWord> number_words; ///< lower-case words → value
    std::unordered_map<std::string, DateWord> date_words;     ///< lower-case word → role; CLDR's months included
    /// Lower case, with inner but without final full stop. `0` stands for all numbers of one or two digits and `iv`
    /// for all Roman ones, in languages whose ordinals take a full stop.
    std::unordered_map<std::string, Abbreviation> abbreviations;
    std::unordered_set<std::string> starters; ///< lower case: begin sentences, and are no part of names
    /// Lower case: words that take up a quotation, such as `деп` → whether they do so without quotation marks too.
    std::unordered_map<std::string, bool> said;
};

/// The pack of a language such as `kk`, loaded at first use and kept. Safe to call from several threads.
const LanguagePack& language_pack(const std::string& code);

/// Reads packs and lexicons from this folder before the built-in ones. To be called before any pack is loaded.
void use_languages_folder(const std::string& folder);

[[nodiscard]] bool has_languages_folder();

/// Text of a data file such as `kk/abbreviations.tsv`; empty if there is none.
std::string language_data(const std::string& name);

/// Names of the data files whose name begins with `prefix`, sorted.
std::vector<std::string> language_data_names(std::string_view prefix);

/// Calls `row` with the columns of each line of a TSV text; comment lines (`#`) and blank lines are skipped.
template <typename Row>
void for_each_row(std::string_view text, Row&& row) {
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::vector<std::string> columns;
        for (std::size_t begin = 0; begin <= line.size();) {
            const std::size_t end = std::min(line.find('\t', begin), line.size());
            columns.emplace_back(line.substr(begin, end - begin));
            begin = end + 1;
        }
        row(columns);
    }
}

} // namespace qosar
