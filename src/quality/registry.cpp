#include "qosar/quality/registry.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace qosar {

const std::vector<FlagKind>& flag_registry() {
    using enum FlagScope;
    static const std::vector<FlagKind> kinds{
        {"untranslated_copy", Severity::error, pair, 1, "Both sides hold the same words: nothing was translated."},
        {"wrong_language", Severity::error, both, 1, "A side is not in the language that it should be in."},
        {"source_is_other_article", Severity::error, document, 1,
         "The cited page tells of something else than the article."},
        {"headline_mismatch", Severity::warn, document, 1,
         "The two headlines do not seem to translate each other, even freely."},
        {"headline_body_mismatch", Severity::warn, document, 1,
         "The headline tells of something that its own body does not support, or fits a neighbouring article better."},
        {"headline_missing_one_side", Severity::warn, document, 1, "Only one side has a headline."},
        {"headline_other_language", Severity::warn, document, 1,
         "A headline is not in the language that its side should be in."},
        {"low_alignment_confidence", Severity::warn, pair, 1,
         "Little speaks for the two sides being translations of each other."},
        {"length_ratio_outlier", Severity::warn, pair, 1,
         "One side is much longer than a translation of the other usually is."},
        {"number_conflict", Severity::warn, pair, 1, "Each side holds a number that the other lacks."},
        {"alignment_crossing_or_gap", Severity::warn, document, 1,
         "A passage stands at another place of the other side, or a long one has no counterpart there."},
        {"paragraph_order_break", Severity::warn, document, 1,
         "Whole paragraphs stand at another place of the other side."},
        {"duplicate_conflicting_translation", Severity::warn, document, 1,
         "The same article is translated otherwise on another page, or the page belongs to another article too."},
        {"impossible_date", Severity::warn, document, 1,
         "A date names no day of the calendar, or none without knowing when it was written."},
        {"number_one_sided", Severity::info, pair, 1, "One side holds a number that the other lacks."},
        {"headline_all_caps", Severity::info, document, 1, "A headline is written in capitals."},
        {"discovered", Severity::info, document, 1,
         "The page was found by what it says; no address of the article leads to it."},
        {"exact_duplicate", Severity::info, document, 1, "The same article stands in the input more than once."},
        {"near_duplicate", Severity::info, document, 2,
         "An article that differs in some words or sentences, but in no number, date or name, stands in the input "
         "too."},
        {"same_template", Severity::info, document, 1,
         "Another article has nearly the same words, but other numbers, dates or names."},
    };
    return kinds;
}

Flag make_flag(std::string_view name, std::string side, std::string message, std::optional<double> threshold,
               std::vector<FlagSpan> spans) {
    const std::vector<FlagKind>& kinds = flag_registry();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const FlagKind& k) { return k.name == name; });
    assert(kind != kinds.end());
    return {std::string(name),
            kind->severity,
            std::move(side),
            std::move(message),
            std::string(name) + "/" + std::to_string(kind->version),
            threshold,
            std::move(spans)};
}

Severity worst_severity(const std::vector<Flag>& flags) {
    Severity worst = Severity::ok;
    for (const Flag& flag : flags) {
        worst = std::max(worst, flag.severity);
    }
    return worst;
}

} // namespace qosar
