#include "qosar/quality/document_flags.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "qosar/language/identify.hpp"
#include "qosar/quality/registry.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/words/lexicon.hpp"
#include "side_flags.hpp"

namespace qosar {

namespace {

using Flags = std::vector<Flag>;

constexpr std::size_t quoted_characters = 60;

FlagSpan title_span(const LanguagePack& pack, std::string_view title, Range bytes) {
    return {pack.code, bytes, std::string(title.substr(bytes.begin, bytes.size())), true};
}

FlagSpan whole_title(const LanguagePack& pack, std::string_view title) {
    return title_span(pack, title, {0, title.size()});
}

FlagSpan beginning(const LanguagePack& pack, std::string_view text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    return {pack.code, {0, end}, std::string(text.substr(0, end)), false};
}

std::string two_decimals(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.2f", value);
    return buffer;
}

void flag_language(const LanguagePack& pack, std::string_view text, const DocumentThresholds& thresholds,
                   Flags& flags) {
    const Identified found = identify_language(text);
    if (!found.language.empty() && found.language != pack.code && found.confidence >= thresholds.language_confidence) {
        flags.push_back(make_flag("wrong_language", pack.code,
                                  "the text should be " + pack.code + " but reads as " + found.language,
                                  thresholds.language_confidence, {beginning(pack, text)}));
    }
}

void flag_headline_pair(const DocumentView& document, const DocumentThresholds& thresholds, Flags& flags) {
    if (document.headline_score && *document.headline_score < thresholds.headline_score) {
        flags.push_back(make_flag("headline_mismatch", "",
                                  "the probability that the headlines translate each other is only " +
                                      two_decimals(*document.headline_score),
                                  thresholds.headline_score,
                                  {whole_title(document.first_pack, document.first_title),
                                   whole_title(document.second_pack, document.second_title)}));
    }
}

/// Headline words without full support, the most telling first.
std::vector<FlagSpan> unsupported_spans(const LanguagePack& pack, std::string_view title,
                                        const HeadlineSupport& support) {
    std::vector<HeadlineWord> words;
    for (const HeadlineWord& word : support.words) {
        if (word.support < 1) {
            words.push_back(word);
        }
    }
    std::stable_sort(words.begin(), words.end(), [](const HeadlineWord& a, const HeadlineWord& b) {
        return (1 - a.support) * a.weight > (1 - b.support) * b.weight;
    });
    std::vector<FlagSpan> spans;
    for (const HeadlineWord& word : words) {
        spans.push_back(title_span(pack, title, word.bytes));
    }
    return spans;
}

std::string key_terms_text(const HeadlineSupport& support) {
    std::string terms;
    for (const KeyTerm& term : support.key_terms) {
        terms += (terms.empty() ? "" : ", ") + term.text;
    }
    return terms.empty() ? "" : "; the body speaks of " + terms;
}

/// The headline and the body of one language, and what the other has.
void flag_headline_body(const LanguagePack& pack, std::string_view title, std::string_view text,
                        const OtherLanguage& other, const std::optional<HeadlineBelongs>& belongs,
                        const DocumentThresholds& thresholds, Flags& flags) {
    if (title.empty() || text.empty()) {
        return;
    }
    const Lexicon& lexicon = builtin_lexicon(pack, other.pack);
    HeadlineSupport support = headline_support(pack, lexicon, title, text);
    const bool mismatch = is_mismatch(support, pack, lexicon, title, other, thresholds.headline);
    std::vector<FlagSpan> spans = unsupported_spans(pack, title, support);
    if (mismatch && !spans.empty()) {
        const std::string word = spans.front().text;
        flags.push_back(
            make_flag("headline_body_mismatch", pack.code,
                      "\"" + word + "\" tells much but has no support in the body" + key_terms_text(support),
                      thresholds.headline.telling_word, std::move(spans)));
    } else if (belongs) {
        if (spans.empty()) {
            spans.push_back(whole_title(pack, title));
        }
        flags.push_back(make_flag(
            "headline_body_mismatch", pack.code,
            "the headline fits the article headed \"" + shortened(belongs->other_headline, quoted_characters) +
                "\" better: the headlines of these neighbours seem exchanged" + key_terms_text(support),
            belongs->least_gain, std::move(spans)));
    }
}

void flag_headline_bodies(const DocumentView& document, const DocumentThresholds& thresholds, Flags& flags) {
    const OtherLanguage first{document.first_pack, document.first_title, document.first_text};
    const OtherLanguage second{document.second_pack, document.second_title, document.second_text};
    const auto reads_as_another = [&](const std::string& side) {
        return std::any_of(flags.begin(), flags.end(),
                           [&](const Flag& flag) { return flag.name == "wrong_language" && flag.side == side; });
    };
    const bool fits_page = document.headline_score && *document.headline_score >= thresholds.headline_score;
    flag_headline_body(first.pack, first.title, first.text, second, fits_page ? std::nullopt : document.belongs,
                       thresholds, flags);
    if (!reads_as_another(second.pack.code)) {
        flag_headline_body(second.pack, second.title, second.text, first, {}, thresholds, flags);
    }
}

void flag_missing_headline(const DocumentView& document, Flags& flags) {
    const bool first = document.first_title.empty();
    const bool second = document.second_title.empty();
    if (document.has_second && first != second) {
        const LanguagePack& pack = first ? document.first_pack : document.second_pack;
        flags.push_back(make_flag("headline_missing_one_side", pack.code, "this side has no headline", {},
                                  {first ? whole_title(document.second_pack, document.second_title)
                                         : whole_title(document.first_pack, document.first_title)}));
    }
}

FlagSpan sentence_span(const LanguagePack& pack, const SegmentedText& text, std::size_t number) {
    const Range bytes = text.sentences[number].bytes;
    return {pack.code, bytes, text.text.substr(bytes.begin, bytes.size()), false};
}

/// Sentences counted from 1, as people do: "sentence 4", "sentences 4 to 6".
std::string numbered(Range sentences) {
    return sentences.size() == 1
               ? "sentence " + std::to_string(sentences.begin + 1)
               : "sentences " + std::to_string(sentences.begin + 1) + " to " + std::to_string(sentences.end);
}

/// What was found of one kind, as one flag; of very many only the first are named.
struct Findings {
    std::string message;
    std::optional<double> threshold;
    std::vector<FlagSpan> spans;
    std::size_t number = 0;
};

constexpr std::size_t named_findings = 8;

void add_finding(Findings& out, const std::string& text, const std::vector<FlagSpan>& spans) {
    if (++out.number <= named_findings) {
        out.message += (out.message.empty() ? "" : "; ") + text;
        out.spans.insert(out.spans.end(), spans.begin(), spans.end());
    }
}

void flag_findings(const char* name, Findings findings, Flags& flags) {
    if (findings.number > named_findings) {
        findings.message += "; and " + std::to_string(findings.number - named_findings) + " more";
    }
    if (findings.number > 0) {
        flags.push_back(
            make_flag(name, "", std::move(findings.message), findings.threshold, std::move(findings.spans)));
    }
}

void add_moved(const DocumentView& document, const MovedPassage& passage, Findings& out) {
    const FlagSpan first = sentence_span(document.first_pack, document.order->first, passage.first.begin);
    const FlagSpan second = sentence_span(document.second_pack, document.order->second, passage.second.begin);
    add_finding(out,
                numbered(passage.first) + " of " + first.side + ", \"" + shortened(first.text, quoted_characters) +
                    "\", at another place in " + second.side + ", as " + numbered(passage.second) + " (probability " +
                    two_decimals(passage.score) + ")",
                {first, second});
}

/// Runs of sentences of a side that have no counterpart, not even at another place.
std::vector<Range> gaps(const BodyOrder& order, Range Bead::*side, Range MovedPassage::*moved, std::size_t sentences) {
    std::vector<char> answered(sentences, 0);
    const auto mark = [&](Range range) {
        std::fill(answered.begin() + static_cast<std::ptrdiff_t>(range.begin),
                  answered.begin() + static_cast<std::ptrdiff_t>(range.end), 1);
    };
    for (const Bead& bead : order.ladder) {
        if (bead.is_pair()) {
            mark(bead.*side);
        }
    }
    for (const MovedPassage& passage : order.moved) {
        mark(passage.*moved);
    }
    std::vector<Range> out;
    for (std::size_t i = 0; i < sentences; ++i) {
        if (answered[i] == 0 && !out.empty() && out.back().end == i) {
            ++out.back().end;
        } else if (answered[i] == 0) {
            out.push_back({i, i + 1});
        }
    }
    return out;
}

void add_gaps(const LanguagePack& pack, const LanguagePack& other, const SegmentedText& text,
              const std::vector<Range>& gaps, const DocumentThresholds& thresholds, Findings& out) {
    for (const Range gap : gaps) {
        const double share = static_cast<double>(gap.size()) / static_cast<double>(text.sentences.size());
        if (gap.size() >= thresholds.gap_sentences && share >= thresholds.gap_share) {
            add_finding(out, numbered(gap) + " of " + pack.code + " without a counterpart in " + other.code,
                        {sentence_span(pack, text, gap.begin)});
            out.threshold = static_cast<double>(thresholds.gap_sentences);
        }
    }
}

bool begins_paragraph(const SegmentedText& text, std::size_t sentence) {
    return sentence == 0 || text.sentences[sentence - 1].paragraph != text.sentences[sentence].paragraph;
}

bool whole_paragraphs(const SegmentedText& text, Range sentences) {
    return begins_paragraph(text, sentences.begin) &&
           (sentences.end == text.sentences.size() || begins_paragraph(text, sentences.end));
}

void flag_order(const DocumentView& document, const DocumentThresholds& thresholds, Flags& flags) {
    if (!document.order) {
        return;
    }
    const BodyOrder& order = *document.order;
    Findings crossing;
    Findings paragraphs;
    for (const MovedPassage& passage : order.moved) {
        add_moved(document, passage, crossing);
        if (whole_paragraphs(order.first, passage.first) && whole_paragraphs(order.second, passage.second)) {
            add_moved(document, passage, paragraphs);
        }
    }
    add_gaps(document.first_pack, document.second_pack, order.first,
             gaps(order, &Bead::first, &MovedPassage::first, order.first.sentences.size()), thresholds, crossing);
    add_gaps(document.second_pack, document.first_pack, order.second,
             gaps(order, &Bead::second, &MovedPassage::second, order.second.sentences.size()), thresholds, crossing);
    flag_findings("alignment_crossing_or_gap", std::move(crossing), flags);
    flag_findings("paragraph_order_break", std::move(paragraphs), flags);
}

void flag_capitals(const LanguagePack& pack, std::string_view title, const DocumentThresholds& thresholds,
                   Flags& flags) {
    constexpr std::size_t least_letters = 10;
    const ScriptCount count = count_scripts(title);
    if (count.letters >= least_letters &&
        static_cast<double>(count.upper) >= thresholds.capitals * static_cast<double>(count.letters)) {
        flags.push_back(make_flag("headline_all_caps", pack.code, "the headline is written in capitals",
                                  thresholds.capitals, {whole_title(pack, title)}));
    }
}

std::string percent(double share) { return std::to_string(static_cast<int>(std::lround(100 * share))) + " %"; }

void flag_other_article(const DocumentView& document, const DocumentThresholds& thresholds, Flags& flags) {
    if (!document.content || !is_other_article(*document.content, thresholds.other_article_odds)) {
        return;
    }
    flags.push_back(make_flag(
        "source_is_other_article", "",
        "the page answers " + percent(document.content->first.share()) +
            " of what a translation of the article would, the article " + percent(document.content->second.share()) +
            " of the page",
        thresholds.other_article_odds,
        {beginning(document.first_pack, document.first_text), beginning(document.second_pack, document.second_text)}));
}

void flag_discovered(const DocumentView& document, Flags& flags) {
    if (!document.discovery) {
        return;
    }
    const Discovery& discovery = *document.discovery;
    const std::string cited =
        discovery.problem.empty() ? "the article cites no page" : "of the cited one, " + discovery.problem;
    flags.push_back(make_flag("discovered", document.second_pack.code,
                              "found by content as " + discovery.place + ", with confidence " +
                                  two_decimals(discovery.confidence) + "; " + cited,
                              discovery.least_confidence));
}

std::string place_text(const Origin& origin) { return "item " + std::to_string(origin.item) + " of " + origin.file; }

std::string difference_text(const DifferingWord& word) {
    if (word.kept.empty()) {
        return "\"" + word.dropped + "\" only there";
    }
    return word.dropped.empty() ? "\"" + word.kept + "\" only here"
                                : "\"" + word.kept + "\" is \"" + word.dropped + "\" there";
}

constexpr std::size_t named_words = 8;

/// Differing words of a kept and a dropped text, the first ones.
std::string differences_text(const std::vector<DifferingWord>& differing) {
    std::string text;
    for (std::size_t i = 0; i < std::min(named_words, differing.size()); ++i) {
        text += (i == 0 ? ", where " : ", ") + difference_text(differing[i]);
    }
    if (differing.size() > named_words) {
        text += " and " + std::to_string(differing.size() - named_words) + " words more differ";
    }
    return text;
}

/// Where the words that another text lacks stand in this one, as far as they are found from place to place.
std::vector<FlagSpan> kept_spans(const DocumentView& document, const std::vector<DifferingWord>& differing) {
    std::vector<FlagSpan> spans;
    std::size_t from = 0;
    for (const DifferingWord& word : differing) {
        if (word.kept.empty() || spans.size() == named_words) {
            continue;
        }
        std::size_t place = document.first_text.find(word.kept, from);
        place = place == std::string_view::npos ? document.first_text.find(word.kept) : place;
        if (place != std::string_view::npos) {
            from = place + word.kept.size();
            spans.push_back({document.first_pack.code, {place, from}, word.kept, false});
        } else if (place = document.first_title.find(word.kept); place != std::string_view::npos) {
            spans.push_back(title_span(document.first_pack, document.first_title, {place, place + word.kept.size()}));
        }
    }
    return spans;
}

std::vector<FlagSpan> or_title(const DocumentView& document, std::vector<FlagSpan> spans) {
    if (spans.empty()) {
        spans.push_back(document.first_title.empty() ? beginning(document.first_pack, document.first_text)
                                                     : whole_title(document.first_pack, document.first_title));
    }
    return spans;
}

void flag_duplicates(const DocumentView& document, DuplicateKind kind, const DocumentThresholds& thresholds,
                     Flags& flags) {
    const bool near = kind == DuplicateKind::near;
    Findings found;
    found.threshold = near ? std::optional(thresholds.duplicates.least_of_shorter) : std::nullopt;
    for (const Duplicate& duplicate : *document.duplicates) {
        if (duplicate.kind == kind) {
            add_finding(found,
                        (found.number == 0 ? "also " : "") + place_text(duplicate.origin) +
                            differences_text(duplicate.differing),
                        kept_spans(document, duplicate.differing));
        }
    }
    found.spans = or_title(document, std::move(found.spans));
    flag_findings(near ? "near_duplicate" : "exact_duplicate", std::move(found), flags);
}

void flag_templates(const DocumentView& document, const DocumentThresholds& thresholds, Flags& flags) {
    Findings found;
    found.threshold = thresholds.duplicates.least_of_shorter;
    for (const Relation& relation : *document.relations) {
        if (relation.kind == RelationKind::same_template) {
            add_finding(found,
                        place_text(relation.origin) + " has nearly the same words" +
                            (relation.differing.empty() ? ", but it or a duplicate of it has other facts"
                                                        : differences_text(relation.differing)),
                        kept_spans(document, relation.differing));
        }
    }
    found.spans = or_title(document, std::move(found.spans));
    flag_findings("same_template", std::move(found), flags);
}

void flag_conflicting_translations(const DocumentView& document, Flags& flags) {
    Findings found;
    for (const OtherTranslation& other : document.other_translations) {
        add_finding(found,
                    place_text(other.origin) + " has the same text but cites " + other.url +
                        ", which says something else: \"" + shortened(other.text, quoted_characters) + "\"",
                    {beginning(document.second_pack, document.second_text)});
    }
    for (const Relation& relation : *document.relations) {
        if (relation.kind == RelationKind::same_source && relation.has_body && !document.first_text.empty()) {
            add_finding(found, place_text(relation.origin) + " has another text but cites the same page",
                        {beginning(document.first_pack, document.first_text)});
        }
    }
    flag_findings("duplicate_conflicting_translation", std::move(found), flags);
}

} // namespace

std::vector<Flag> document_flags(const DocumentView& document, const DocumentThresholds& thresholds) {
    Flags flags;
    flag_language(document.first_pack, document.first_text, thresholds, flags);
    flag_language(document.second_pack, document.second_text, thresholds, flags);
    flag_other_article(document, thresholds, flags);
    flag_headline_pair(document, thresholds, flags);
    flag_headline_bodies(document, thresholds, flags);
    flag_missing_headline(document, flags);
    flag_headline_language(document.first_pack, document.first_title, thresholds.headline_confidence,
                           thresholds.headline_letters, flags);
    flag_headline_language(document.second_pack, document.second_title, thresholds.headline_confidence,
                           thresholds.headline_letters, flags);
    flag_order(document, thresholds, flags);
    if (document.relations != nullptr) {
        flag_conflicting_translations(document, flags);
    }
    flag_date(document.first_pack, document.first_date, flags);
    flag_date(document.second_pack, document.second_date, flags);
    flag_capitals(document.first_pack, document.first_title, thresholds, flags);
    flag_capitals(document.second_pack, document.second_title, thresholds, flags);
    flag_discovered(document, flags);
    if (document.duplicates != nullptr) {
        flag_duplicates(document, DuplicateKind::exact, thresholds, flags);
        flag_duplicates(document, DuplicateKind::near, thresholds, flags);
    }
    if (document.relations != nullptr) {
        flag_templates(document, thresholds, flags);
    }
    return flags;
}

} // namespace qosar
