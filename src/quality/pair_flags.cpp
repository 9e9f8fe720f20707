#include "qosar/quality/pair_flags.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "qosar/align/bead_score.hpp"
#include "qosar/group/differing_words.hpp"
#include "qosar/language/identify.hpp"
#include "qosar/quality/number_comparison.hpp"
#include "qosar/quality/registry.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

using Flags = std::vector<Flag>;

FlagSpan span(const LanguagePack& pack, std::string_view text, Range bytes) {
    return {pack.code, bytes, std::string(text.substr(bytes.begin, bytes.size())), false};
}

FlagSpan whole(const LanguagePack& pack, std::string_view text) { return span(pack, text, {0, text.size()}); }

std::string two_decimals(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.2f", value);
    return buffer;
}

void flag_copy(const PairView& pair, const PairThresholds& thresholds, Flags& flags) {
    constexpr std::size_t least_letters = 12;
    if (count_scripts(pair.first).letters < least_letters) {
        return;
    }
    const double overlap = word_overlap(pair.first, pair.second);
    if (overlap >= thresholds.copied_words) {
        flags.push_back(make_flag("untranslated_copy", pair.second_pack.code,
                                  "the sides share " + std::to_string(std::lround(100 * overlap)) + " % of their words",
                                  thresholds.copied_words,
                                  {whole(pair.first_pack, pair.first), whole(pair.second_pack, pair.second)}));
    }
}

void flag_language(const LanguagePack& pack, std::string_view text, const PairThresholds& thresholds, Flags& flags) {
    if (count_scripts(text).letters < thresholds.language_letters) {
        return;
    }
    const Identified found = identify_language(text);
    if (!found.language.empty() && found.language != pack.code && found.confidence >= thresholds.language_confidence) {
        flags.push_back(make_flag("wrong_language", pack.code,
                                  "this side should be " + pack.code + " but reads as " + found.language,
                                  thresholds.language_confidence, {whole(pack, text)}));
    }
}

void flag_score(const PairView& pair, const PairThresholds& thresholds, Flags& flags) {
    if (pair.score < thresholds.low_score) {
        flags.push_back(make_flag("low_alignment_confidence", "",
                                  "the probability that these translate each other is only " + two_decimals(pair.score),
                                  thresholds.low_score));
    }
}

void flag_length(const PairView& pair, const PairThresholds& thresholds, Flags& flags) {
    const auto first = static_cast<double>(count_code_points(pair.first));
    const auto second = static_cast<double>(count_code_points(pair.second));
    if (first == 0 || second == 0) {
        return;
    }
    const double spread = length_sigma * std::sqrt(1 + 60 / std::min(first, second));
    const double deviation =
        (std::log(second / first) - length_log_ratio(pair.first_pack.code, pair.second_pack.code)) / spread;
    if (std::abs(deviation) >= thresholds.length_deviation) {
        const bool second_longer = deviation > 0;
        const double ratio = second_longer ? second / first : first / second;
        flags.push_back(make_flag("length_ratio_outlier", second_longer ? pair.second_pack.code : pair.first_pack.code,
                                  "this side is " + two_decimals(ratio) + " times as long as the other (" +
                                      number_text(second_longer ? second : first) + " against " +
                                      number_text(second_longer ? first : second) + " characters)",
                                  thresholds.length_deviation));
    }
}

std::string listed_numbers(std::string_view text, const std::vector<NumberMention>& numbers) {
    std::string list;
    for (const NumberMention& number : numbers) {
        list +=
            (list.empty() ? "\"" : ", \"") + std::string(text.substr(number.bytes.begin, number.bytes.size())) + "\"";
    }
    return list;
}

void flag_numbers(const PairView& pair, Flags& flags) {
    const NumberComparison numbers = compare_numbers(pair.first_pack, pair.first, pair.second_pack, pair.second);
    std::vector<FlagSpan> spans;
    for (const NumberMention& number : numbers.only_first) {
        spans.push_back(span(pair.first_pack, pair.first, number.bytes));
    }
    for (const NumberMention& number : numbers.only_second) {
        spans.push_back(span(pair.second_pack, pair.second, number.bytes));
    }
    if (!numbers.only_first.empty() && !numbers.only_second.empty()) {
        flags.push_back(make_flag("number_conflict", "",
                                  listed_numbers(pair.first, numbers.only_first) + " against " +
                                      listed_numbers(pair.second, numbers.only_second),
                                  {}, std::move(spans)));
    } else if (!spans.empty()) {
        const bool first = !numbers.only_first.empty();
        flags.push_back(make_flag("number_one_sided", first ? pair.first_pack.code : pair.second_pack.code,
                                  "the other side lacks " + (first ? listed_numbers(pair.first, numbers.only_first)
                                                                   : listed_numbers(pair.second, numbers.only_second)),
                                  {}, std::move(spans)));
    }
}

} // namespace

std::vector<Flag> pair_flags(const PairView& pair, const PairThresholds& thresholds) {
    Flags flags;
    flag_copy(pair, thresholds, flags);
    flag_language(pair.first_pack, pair.first, thresholds, flags);
    flag_language(pair.second_pack, pair.second, thresholds, flags);
    flag_score(pair, thresholds, flags);
    flag_length(pair, thresholds, flags);
    flag_numbers(pair, flags);
    return flags;
}

} // namespace qosar
