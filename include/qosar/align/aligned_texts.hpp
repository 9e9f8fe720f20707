// Aligning two lists of sentences with all built-in knowledge of their languages.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "qosar/align/align.hpp"
#include "qosar/align/bead_score.hpp"
#include "qosar/align/posterior.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/model/bead.hpp"

namespace qosar {

/// Word matches, scorer and ladder of one pair of texts, kept together since each refers to the one before.
struct AlignedTexts {
    std::unique_ptr<WordMatches> words;
    std::unique_ptr<BeadScorer> scorer;
    Ladder ladder;                         ///< scores are the posteriors of beads with two sides
    std::vector<BeadPosterior> posteriors; ///< one for each bead
};

/// With all built-in knowledge, or with this lexicon in its place.
AlignedTexts align_texts(const LanguagePack& first_pack, const std::vector<std::string_view>& first,
                         const LanguagePack& second_pack, const std::vector<std::string_view>& second,
                         const AlignOptions& options = {});
AlignedTexts align_texts(const LanguagePack& first_pack, const std::vector<std::string_view>& first,
                         const LanguagePack& second_pack, const std::vector<std::string_view>& second,
                         const Lexicon& lexicon, const AlignOptions& options);

/// Two texts taken as one pair, such as headlines, or lines of a ready-made corpus of which `prior` are right.
AlignedTexts pair_texts(const LanguagePack& first_pack, std::string_view first, const LanguagePack& second_pack,
                        std::string_view second, const Lexicon& lexicon, std::optional<double> prior = {});

/// Anchors of a bead: its weightiest word matches, with byte ranges of the two sides joined by single blanks as
/// `text_of` gives them. `first_begin` and `second_begin` are the offsets of each sentence within its side.
std::vector<Anchor> anchors_of(const AlignedTexts& texts, const Bead& bead, const std::vector<std::size_t>& first_begin,
                               const std::vector<std::size_t>& second_begin);

} // namespace qosar
