#include "qosar/language/pack.hpp"

#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>

#include "embedded.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"
#include "qosar/language/stem.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/cldr.hpp"

namespace qosar {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t data_file_limit = 64U << 20U;

std::string& languages_folder() {
    static std::string folder;
    return folder;
}

double number_in(const std::string& text, const std::string& file) {
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0') {
        throw Error("languages/" + file + ": '" + text + "' is not a number");
    }
    return value;
}

/// The value of a word in a table file, of which there must be one.
template <typename Role>
Role role_in(const std::map<std::string, Role>& roles, const std::string& text, const std::string& file) {
    const auto found = roles.find(text);
    if (found == roles.end()) {
        throw Error("languages/" + file + ": '" + text + "' is nothing that a word does there");
    }
    return found->second;
}

const std::map<std::string, NumberRole> number_roles{{"alone", NumberRole::alone},
                                                     {"multiplies", NumberRole::multiplies},
                                                     {"also_multiplies", NumberRole::also_multiplies},
                                                     {"part", NumberRole::part},
                                                     {"article", NumberRole::article},
                                                     {"half", NumberRole::half},
                                                     {"joins", NumberRole::joins},
                                                     {"ordinal", NumberRole::ordinal},
                                                     {"ordinal_ending", NumberRole::ordinal_ending},
                                                     {"percent", NumberRole::percent},
                                                     {"percentage_point", NumberRole::percentage_point},
                                                     {"indefinite", NumberRole::indefinite},
                                                     {"numbered", NumberRole::numbered}};

const std::map<std::string, DateRole> date_roles{{"month", DateRole::month},
                                                 {"short_month", DateRole::short_month},
                                                 {"doubtful_month", DateRole::doubtful_month},
                                                 {"month_word", DateRole::month_word},
                                                 {"year", DateRole::year},
                                                 {"year_unit", DateRole::year_unit},
                                                 {"before_year", DateRole::before_year},
                                                 {"joins", DateRole::joins},
                                                 {"clock", DateRole::clock},
                                                 {"behind_hour", DateRole::behind_hour},
                                                 {"forenoon", DateRole::forenoon},
                                                 {"afternoon", DateRole::afternoon},
                                                 {"night", DateRole::night}};

void need_columns(const std::vector<std::string>& row, std::size_t count, const std::string& file) {
    if (row.size() < count) {
        throw Error("languages/" + file + ": the line '" + row.front() + "' lacks a column");
    }
}

AbbreviationKind abbreviation_kind(const std::string& name, const std::string& file) {
    constexpr std::string_view names[] = {"inside", "number", "unit", "either"};
    const auto* const found = std::find(std::begin(names), std::end(names), name);
    if (found == std::end(names)) {
        throw Error("languages/" + file + ": '" + name +
                    "' is no kind of abbreviation; inside, number, unit and either are");
    }
    return static_cast<AbbreviationKind>(found - std::begin(names));
}

LanguagePack load(const std::string& code) {
    LanguagePack pack;
    pack.code = code;
    std::string file = code + "/irregular.tsv";
    for_each_row(language_data(file), [&](const auto& row) {
        need_columns(row, 2, file);
        pack.irregular.emplace(row[0], row[1]);
    });
    file = code + "/numbers.tsv";
    for_each_row(language_data(file), [&](const auto& row) {
        need_columns(row, 3, file);
        const NumberRole role = role_in(number_roles, row[2], file);
        NumberWord& word =
            pack.number_words.try_emplace(row[0], NumberWord{number_in(row[1], file), role}).first->second;
        word.numbered = word.numbered || role == NumberRole::numbered;
    });
    file = code + "/dates.tsv";
    for_each_row(language_data(file), [&](const auto& row) {
        need_columns(row, 3, file);
        pack.date_words[row[0]] = {static_cast<int>(number_in(row[1], file)), role_in(date_roles, row[2], file)};
    });
    for (const MonthName& month : month_names(code)) {
        pack.date_words.try_emplace(month.name,
                                    DateWord{month.number, month.is_short ? DateRole::short_month : DateRole::month});
    }
    file = code + "/abbreviations.tsv";
    for_each_row(language_data(file), [&](const auto& row) {
        need_columns(row, 2, file);
        const bool needs_capital = lower(row[0], code) != row[0];
        pack.abbreviations[lower(row[0], code)] = {abbreviation_kind(row[1], file), needs_capital};
    });
    for_each_row(language_data(code + "/starters.tsv"), [&](const auto& row) { pack.starters.insert(row[0]); });
    file = code + "/said.tsv";
    for_each_row(language_data(file), [&](const auto& row) {
        need_columns(row, 2, file);
        pack.said[row[0]] = row[1] == "any";
    });
    file = code + "/frequency.tsv"; // last: its keys are stems, which need the tables above
    for_each_row(language_data(file), [&](const auto& row) {
        need_columns(row, 2, file);
        double& documents = pack.frequency[match_key(pack, row[0])];
        documents = std::max(documents, number_in(row[1], file));
    });
    return pack;
}

} // namespace

const LanguagePack& language_pack(const std::string& code) {
    static std::mutex mutex;
    static std::map<std::string, LanguagePack> packs;
    const std::lock_guard lock(mutex);
    const auto found = packs.find(code);
    return found != packs.end() ? found->second : packs.emplace(code, load(code)).first->second;
}

void use_languages_folder(const std::string& folder) {
    if (!fs::is_directory(folder)) {
        throw UsageError("--languages: there is no folder " + folder);
    }
    languages_folder() = folder;
}

bool has_languages_folder() { return !languages_folder().empty(); }

std::string language_data(const std::string& name) {
    const fs::path path = fs::path(languages_folder()) / name;
    if (!languages_folder().empty() && fs::exists(path)) {
        return read_file(path, data_file_limit);
    }
    for (std::size_t i = 0; i < embedded_file_count; ++i) {
        if (name == embedded_files[i].name) {
            return {embedded_files[i].begin, embedded_files[i].end};
        }
    }
    return {};
}

std::vector<std::string> language_data_names(std::string_view prefix) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < embedded_file_count; ++i) {
        const std::string_view name = embedded_files[i].name;
        if (name.substr(0, prefix.size()) == prefix) {
            names.emplace(name);
        }
    }
    if (!languages_folder().empty()) {
        for (const auto& entry : fs::recursive_directory_iterator(languages_folder())) {
            const std::string name = entry.path().lexically_relative(languages_folder()).generic_string();
            if (entry.is_regular_file() && name.substr(0, prefix.size()) == prefix) {
                names.insert(name);
            }
        }
    }
    return {names.begin(), names.end()};
}

} // namespace qosar
