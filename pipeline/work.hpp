// The second pass, for one document: pair, segment, align, flag.
#pragma once

#include <optional>
#include <string>

#include "qosar/align/align.hpp"
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
    AlignOptions align;
    PairThresholds pair_thresholds;
    DocumentThresholds document_thresholds;
    double least_confidence = DiscoverOptions{}.least_confidence; ///< of pages found by content
};

/// Depends on its arguments alone; may run for several documents at once.
/// `discovered` is the page of an article whose own addresses lead to none.
Document make_document(const WorkContext& context, GroupedArticle grouped, std::optional<HeadlineBelongs> belongs,
                       const std::optional<DiscoveredPage>& discovered = {});

} // namespace qosar
