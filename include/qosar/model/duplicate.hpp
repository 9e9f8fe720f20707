// What the survey found about articles that say the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "qosar/model/article.hpp"

namespace qosar {

enum class DuplicateKind { exact, near };

/// A word that stands only in one of two near duplicates; empty on the side that lacks it.
struct DifferingWord {
    std::string kept;    ///< in the representative
    std::string dropped; ///< in the duplicate

    bool operator==(const DifferingWord&) const = default;
};

/// An article that is represented by another one.
struct Duplicate {
    DuplicateKind kind = DuplicateKind::exact;
    Origin origin;
    std::vector<std::string> sections;
    std::vector<std::string> source_urls;
    std::string date;
    std::vector<DifferingWord> differing; ///< empty when exact
};

/// What another document has to do with this one, though it is no duplicate.
enum class RelationKind {
    same_template, ///< nearly the same words, but a number, a date or a name differs
    same_source,   ///< another text that cites the same page
    same_text      ///< the same or nearly the same words, but it cites another page or goes with another group
};

inline std::string to_string(RelationKind kind) {
    switch (kind) {
    case RelationKind::same_template: return "same_template";
    case RelationKind::same_source: return "same_source";
    case RelationKind::same_text: return "same_text";
    }
    return {};
}

/// A link to another document, with what the two texts differ in.
struct Relation {
    RelationKind kind = RelationKind::same_template;
    std::string document;                 ///< id of the other one
    Origin origin;                        ///< of the other one's representative
    std::vector<std::string> source_urls; ///< of the other one
    bool has_body = false;                ///< the other one has
    std::vector<DifferingWord> differing; ///< facts only, `kept` here and `dropped` there; with `same_template` alone
};

} // namespace qosar
