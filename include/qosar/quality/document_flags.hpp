// Flags on a document as a whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/align/moved.hpp"
#include "qosar/group/comparison.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/model/document.hpp"
#include "qosar/model/flag.hpp"
#include "qosar/model/sentence.hpp"
#include "qosar/pairing/content_evidence.hpp"
#include "qosar/quality/headline.hpp"

namespace qosar {

/// Where the headline of an article belongs by the neighbours' judgement (quality/exchanged_headlines.hpp).
struct HeadlineBelongs {
    std::string other_headline; ///< of the article whose body it fits
    double gain = 0;
    double least_gain = 0;
};

/// How the page of an article without a usable address was found (pairing/discover.hpp).
struct Discovery {
    double confidence = 0;
    double least_confidence = 0;
    std::string place;   ///< of the page in the store
    std::string problem; ///< of the cited page; empty if none is cited
};

/// The page of another document with the same article.
struct OtherTranslation {
    Origin origin; ///< of the other article
    std::string url;
    std::string text;
};

/// How the sentences of two aligned bodies stand to each other.
struct BodyOrder {
    const SegmentedText& first;
    const SegmentedText& second;
    const Ladder& ladder;
    std::vector<MovedPassage> moved;
};

struct DocumentThresholds {
    double headline_score = 0.6; ///< below this the headlines do not translate each other; 1 true pair in 100 is
    double capitals = 0.9;       ///< share of capitals among the letters of a headline in capitals
    double language_confidence = 0.8;
    double headline_confidence =
        0.8; ///< that a headline is in another language; 1 English one in 1,000 is called Uzbek
    std::size_t headline_letters = 20; ///< shorter headlines tell too little
    double other_article_odds = 3e-4;  ///< so low or lower, the two texts are about different things
    HeadlineThresholds headline;
    ComparisonOptions duplicates{};
    std::size_t gap_sentences = 8; ///< so many neighbours left alone are a large gap,
    double gap_share = 0.2;        ///< if they are also such a share of their side's sentences
};

/// What the rules see of a document. Empty texts are sides without title or body.
struct DocumentView {
    const LanguagePack& first_pack;
    const LanguagePack& second_pack;
    std::string_view first_title;
    std::string_view second_title;
    std::string_view first_text;
    std::string_view second_text;
    bool has_second = false;              ///< a page was read; without one its missing parts are no fault
    std::optional<double> headline_score; ///< of the headline pair
    std::optional<HeadlineBelongs> belongs;
    const std::vector<Duplicate>* duplicates = nullptr;
    std::optional<Discovery> discovery{};
    std::optional<ContentEvidence> content{}; ///< of the bodies, where the page is the one that the article cites
    std::optional<BodyOrder> order{};         ///< of the bodies, where they were aligned
    const std::vector<Relation>* relations = nullptr;
    std::vector<OtherTranslation> other_translations{}; ///< that say something else than the page
    std::string_view first_date{};                      ///< `YYYY-MM-DD`, or as written where it names no day
    std::string_view second_date{};
};

/// In the order of the registry.
std::vector<Flag> document_flags(const DocumentView& document, const DocumentThresholds& thresholds = {});

} // namespace qosar
