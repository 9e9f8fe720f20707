// A document: one duplicate group with what became of it. Everything `run` knows before it is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "qosar/model/anchor.hpp"
#include "qosar/model/article.hpp"
#include "qosar/model/bead.hpp"
#include "qosar/model/duplicate.hpp"
#include "qosar/model/flag.hpp"
#include "qosar/model/page.hpp"
#include "qosar/model/sentence.hpp"

namespace qosar {

/// The first of these that holds, in this order.
enum class DocumentStatus { no_text, no_source_url, page_missing, page_unusable, headline_only, paired };

enum class Role { headline, body };

/// One part of a score: what it is called and what it adds to the log-odds.
struct ScorePart {
    std::string name;
    double value = 0;
};

/// A bead with both sides as it goes into the corpus.
struct AlignedPair {
    Role role = Role::body;
    Bead bead;          ///< sentence numbers of the two sides; both {0, 1} in a headline pair
    std::string first;  ///< text of the first side
    std::string second; ///< text of the second side
    std::vector<ScorePart> score_parts;
    std::optional<RunnerUp> runner_up;
    std::vector<Anchor> anchors;
    std::vector<Flag> flags;
};

/// The article's side is the first, the source page's the second.
struct Document {
    Article article;
    std::vector<Duplicate> duplicates;
    std::vector<Relation> relations; ///< to other documents
    Page page;
    std::optional<double> discovered; ///< confidence in a page that was found by content; nothing for a cited one
    std::string page_language;        ///< what the page's text is written in, by identification; empty if unknown
    std::string page_script;          ///< ISO 15924 code such as `Cyrl`; empty if unknown
    DocumentStatus status = DocumentStatus::no_text;
    SegmentedText first;
    SegmentedText second;
    Ladder ladder;                  ///< of the bodies; empty unless paired
    std::vector<AlignedPair> pairs; ///< the headline pair first, then the body's in order
    std::vector<Flag> flags;        ///< on the document as a whole
};

inline std::string to_string(DocumentStatus status) {
    switch (status) {
    case DocumentStatus::no_text: return "no_text";
    case DocumentStatus::no_source_url: return "no_source_url";
    case DocumentStatus::page_missing: return "page_missing";
    case DocumentStatus::page_unusable: return "page_unusable";
    case DocumentStatus::headline_only: return "headline_only";
    case DocumentStatus::paired: return "paired";
    }
    return {};
}

inline std::string to_string(Role role) { return role == Role::headline ? "headline" : "body"; }

} // namespace qosar
