#include "side_flags.hpp"

#include <string>

#include "qosar/language/dates.hpp"
#include "qosar/language/identify.hpp"
#include "qosar/quality/registry.hpp"
#include "qosar/text/characters.hpp"

namespace qosar {

void flag_headline_language(const LanguagePack& pack, std::string_view title, double confidence, std::size_t letters,
                            std::vector<Flag>& flags) {
    if (count_scripts(title).letters < letters) {
        return;
    }
    const Identified found = identify_language(title);
    if (!found.language.empty() && found.language != pack.code && found.confidence >= confidence) {
        flags.push_back(make_flag("headline_other_language", pack.code,
                                  "the headline should be " + pack.code + " but reads as " + found.language, confidence,
                                  {{pack.code, {0, title.size()}, std::string(title), true}}));
    }
}

void flag_date(const LanguagePack& pack, std::string_view date, std::vector<Flag>& flags) {
    if (date.empty() || !parse_date(date).empty()) {
        return;
    }
    const std::string written = "the date is written \"" + std::string(date) + "\", ";
    const bool in_digits = looks_like_date(date);
    flags.push_back(
        make_flag("impossible_date", pack.code,
                  written + (in_digits ? "a day that does not exist" : "which names no day of the calendar")));
}

} // namespace qosar
