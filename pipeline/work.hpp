// The second pass, for one document: pair, segment, align, flag.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "qosar/align/adapt.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/model/document.hpp"
#include "qosar/page/store.hpp"
#include "qosar/pairing/discover.hpp"
#include "qosar/quality/document_flags.hpp"
#include "qosar/quality/pair_flags.hpp"
#include "survey.hpp"

namespace qosar {

/// Everything that stays the same for all documents of a run.
struct WorkContext {
    const LanguagePack& first_pack;
    const LanguagePack& second_pack;
    const PageStore& pages;
    Adaptation adaptation; ///< the lexicon, the options of alignment, and what this very run has taught
    PairThresholds pair_thresholds;
    DocumentThresholds document_thresholds;
    double least_confidence = DiscoverOptions{}.least_confidence; ///< of pages found by content
};

/// Depends on its arguments alone; may run for several documents at once.
/// `discovered` is the page of an article whose own addresses lead to none.
Document make_document(const WorkContext& context, GroupedArticle grouped, std::optional<HeadlineBelongs> belongs,
                       const std::optional<DiscoveredPage>& discovered = {});

/// The sentences of an article's body and of its page, as make_document aligns them: the first pass of `--adapt`.
struct AlignedBodies {
    std::vector<std::string> first;
    std::vector<std::string> second;
    Ladder ladder; ///< empty unless there are both
};

AlignedBodies align_only(const WorkContext& context, const Article& article);

} // namespace qosar
