#include "qosar/text/cldr.hpp"

#include <algorithm>
#include <string_view>

#include <memory>
#include <unicode/dtfmtsym.h>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>

#include "qosar/text/characters.hpp"

namespace qosar {

namespace {

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    return text.toUTF8String(out);
}

/// Display names fall back on the code itself where CLDR has none.
void add(std::vector<NamePair>& names, const std::string& code, const std::string& first, const std::string& second) {
    if (!first.empty() && !second.empty() && first != code && second != code && first != second) {
        names.emplace_back(first, second);
    }
}

void add_regions(std::vector<NamePair>& names, const icu::LocaleDisplayNames& from, const icu::LocaleDisplayNames& to) {
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
        icu::UnicodeString first;
        icu::UnicodeString second;
        add(names, *code, utf8(from.regionDisplayName(*code, first)), utf8(to.regionDisplayName(*code, second)));
    }
}

void add_languages(std::vector<NamePair>& names, const icu::LocaleDisplayNames& from,
                   const icu::LocaleDisplayNames& to) {
    for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
        icu::UnicodeString first;
        icu::UnicodeString second;
        add(names, *code, utf8(from.languageDisplayName(*code, first)), utf8(to.languageDisplayName(*code, second)));
    }
}

std::string currency_name(const char16_t* code, const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    const char16_t* name = ucurr_getName(code, language.c_str(), UCURR_LONG_NAME, nullptr, &length, &status);
    return U_SUCCESS(status) ? utf8(icu::UnicodeString(name, length)) : "";
}

void add_currencies(std::vector<NamePair>& names, const std::string& from, const std::string& to) {
    for (const char* currency : {"KZT", "USD", "EUR", "RUB", "CNY", "GBP", "TRY", "JPY", "KGS", "UZS", "AED", "INR"}) {
        const icu::UnicodeString code(currency);
        const std::u16string terminated(code.getBuffer(), static_cast<std::size_t>(code.length()));
        add(names, currency, currency_name(terminated.c_str(), from), currency_name(terminated.c_str(), to));
    }
}

std::vector<std::string> calendar_words(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language.c_str()), status);
    std::vector<std::string> words;
    std::int32_t count = 0;
    const icu::UnicodeString* months = symbols.getMonths(count);
    for (std::int32_t i = 0; i < count; ++i) {
        words.push_back(lower(utf8(months[i]), language));
    }
    const icu::UnicodeString* days = symbols.getWeekdays(count);
    for (std::int32_t i = 1; i < count; ++i) { // days count from 1
        words.push_back(lower(utf8(days[i]), language));
    }
    return words;
}

} // namespace

std::vector<NamePair> cldr_names(const std::string& from, const std::string& to) {
    const std::unique_ptr<icu::LocaleDisplayNames> first(
        icu::LocaleDisplayNames::createInstance(icu::Locale(from.c_str())));
    const std::unique_ptr<icu::LocaleDisplayNames> second(
        icu::LocaleDisplayNames::createInstance(icu::Locale(to.c_str())));
    std::vector<NamePair> names;
    add_regions(names, *first, *second);
    add_languages(names, *first, *second);
    add_currencies(names, from, to);
    const std::vector<std::string> words = calendar_words(from);
    const std::vector<std::string> others = calendar_words(to);
    for (std::size_t i = 0; i < words.size() && i < others.size(); ++i) {
        add(names, "", words[i], others[i]);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::vector<MonthName> month_names(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language.c_str()), status);
    std::vector<MonthName> names;
    const icu::Locale found = symbols.getLocale(ULOC_VALID_LOCALE, status);
    if (U_FAILURE(status) || std::string_view(found.getLanguage()) != icu::Locale(language.c_str()).getLanguage()) {
        return names; // ICU fell back on the process's own language
    }
    using Symbols = icu::DateFormatSymbols;
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
        for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
            std::int32_t count = 0;
            const icu::UnicodeString* months = symbols.getMonths(count, context, width);
            for (std::int32_t i = 0; i < count; ++i) {
                MonthName month{lower(utf8(months[i]), language), i + 1, width == Symbols::ABBREVIATED};
                month.name.resize(month.name.size() - (month.name.ends_with('.') ? 1 : 0));
                const bool is_known = std::any_of(names.begin(), names.end(),
                                                  [&](const MonthName& other) { return other.name == month.name; });
                if (!month.name.empty() && !is_known) {
                    names.push_back(month);
                }
            }
        }
    }
    return names;
}

} // namespace qosar
