// Whether two articles are one, or the same template filled in twice.
#pragma once

#include <vector>

#include "qosar/group/compared_text.hpp"
#include "qosar/model/duplicate.hpp"

namespace qosar {

enum class Likeness {
    other,        ///< too few sentences answer each other
    near,         ///< a near duplicate
    same_template ///< as near, but a number, a date or a name differs
};

struct ComparisonOptions {
    double least_of_shorter = 0.7; ///< share of the shorter body's words that stand in sentences of both
    double least_of_longer = 0.5;  ///< the same of the longer one
    double sentence_overlap = 0.5; ///< words two sentences share, of all their words, if one is an edit of the other
    double template_overlap = 0.7; ///< the same of their words that are no facts, if facts can be exchanged in them
};

struct TextComparison {
    Likeness likeness = Likeness::other;
    double of_shorter = 0;                ///< 1 for equal bodies
    double of_longer = 0;                 ///< the same
    std::vector<DifferingWord> differing; ///< the facts that conflict, at most 8; only with `same_template`
};

/// Compares sentence by sentence, wherever each stands: equal ones first, then those that share most of their words.
/// Within two sentences that answer each other, and whose other words are nearly the same,
/// - a number or date that the other lacks is a conflict, a spelled number only where it is replaced by another;
/// - names that replace each other are a conflict unless they are one name in two spellings (`Tokayev`, `Tokaev`,
///   `Kazakhstans`); a name left out is none;
/// - facts that change places are a conflict unless their neighbours go with them.
/// A whole sentence that only one text has is no conflict. Texts with the same facts in the same order never are one.
/// Linear in the length of the texts. `seen` knows names at the beginning of sentences.
TextComparison compare_texts(const ComparedText& a, const ComparedText& b, const SeenWords& seen,
                             const ComparisonOptions& options = {});

} // namespace qosar
