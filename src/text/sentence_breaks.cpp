#include "qosar/text/sentence_breaks.hpp"

#include <memory>
#include <string>

#include <unicode/parseerr.h>
#include <unicode/rbbi.h>

#include "qosar/base/error.hpp"
#include "sentence_excerpt.hpp"

namespace qosar {

namespace {

void replace_once(std::string& rules, std::string_view from, std::string_view to) {
    const std::size_t place = rules.find(from);
    if (place == std::string::npos) {
        throw Error("ICU's sentence rules are not those of version 72: " + std::string(from) + " is missing");
    }
    rules.replace(place, from.size(), to);
}

std::unique_ptr<icu::RuleBasedBreakIterator> make_iterator() {
    static const std::string rules = sentence_rules();
    UErrorCode status = U_ZERO_ERROR;
    UParseError place;
    auto iterator = std::make_unique<icu::RuleBasedBreakIterator>(icu::UnicodeString::fromUTF8(rules), place, status);
    if (U_FAILURE(status)) {
        throw Error(std::string("ICU does not take the edited sentence rules: ") + u_errorName(status));
    }
    return iterator;
}

} // namespace

std::string sentence_rules() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> stock(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    const auto* by_rules = dynamic_cast<icu::RuleBasedBreakIterator*>(stock.get());
    if (U_FAILURE(status) || by_rules == nullptr) {
        throw Error("ICU cannot load its sentence rules");
    }
    std::string rules;
    by_rules->getRules().toUTF8String(rules);

    replace_once(rules, "$SContinue=[\\p{Sentence_Break=SContinue}];",
                 "$Dash=[\\u002D\\u2013\\u2014];$SContinue=[\\p{Sentence_Break=SContinue}-$Dash];");
    replace_once(rules, "$ATerm=[\\p{Sentence_Break=ATerm}];", "$ATerm=[\\p{Sentence_Break=ATerm}\\u2026];");
    replace_once(rules, "$NotLettersEx=[^$OLetter$Upper$Lower$Sep",
                 "$NotLettersEx=[^$OLetter$Upper$Lower$Numeric\\u2116\\u00A7\\u2022\\u25AA\\u25CF\\u25E6$Sep");
    replace_once(rules, "($STermEx|$ATermEx)$CloseEx*$SpEx*($SContinueEx",
                 "($STermEx|$ATermEx)$CloseEx*$SpEx*$Dash($Extend|$Format)*$NotLettersEx*$Lower;"
                 "$STermEx$CloseEx+$SpEx*$Lower;"
                 "($STermEx|$ATermEx)$CloseEx*$SpEx*($SContinueEx");
    return rules;
}

void find_sentence_breaks(std::string_view text, std::vector<std::size_t>& breaks) {
    // Compiling the rules takes milliseconds, so each thread keeps its own iterator.
    thread_local const std::unique_ptr<icu::RuleBasedBreakIterator> iterator = make_iterator();
    thread_local SentenceExcerpt excerpt;
    excerpt.take(text);
    const std::u16string& units = excerpt.units();
    breaks.clear();
    if (units.empty()) {
        return;
    }
    const icu::UnicodeString view(false, units.data(), static_cast<std::int32_t>(units.size()));
    iterator->setText(view);
    iterator->first();
    for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
        if (static_cast<std::size_t>(at) < units.size()) {
            breaks.push_back(excerpt.place(static_cast<std::size_t>(at)));
        }
    }
}

} // namespace qosar
