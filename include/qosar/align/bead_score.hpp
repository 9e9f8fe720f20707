// How much speaks for a bead: the log-odds that its two sides translate each other.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "qosar/align/bead_model.hpp"
#include "qosar/model/anchor.hpp"
#include "qosar/model/bead.hpp"
#include "qosar/model/document.hpp"
#include "qosar/words/word_matches.hpp"
#include "qosar/words/word_score.hpp"

namespace qosar {

/// Spread of the log length ratio in translations of very long texts.
inline constexpr double length_sigma = 0.15;

/// log(second/first length) in translations of this pair: 0.12 for English–Kazakh, 0 where nothing is known.
double length_log_ratio(const std::string& first_language, const std::string& second_language);

/// One more piece of evidence, from outside: the log-odds by which it speaks for a bead with two sides, 0 where it says
/// nothing. Cheap when asked twice for the same bead.
using Similarity = std::function<double(Range first, Range second)>;

/// Scores beads over one pair of texts.
class BeadScorer {
public:
    /// `words` must outlive it. Without a similarity there is nothing to pay for.
    BeadScorer(const WordMatches& words, double log_ratio, const BeadModel& model, Similarity similarity = {});

    /// What the search adds up; null beads have a score too.
    [[nodiscard]] double search_score(Range first, Range second) const;
    /// No less than search_score of a bead with two sides and much cheaper, so that a search can pass over most beads.
    /// Whatever adds to the score must be in here too; a test compares the two on random beads.
    [[nodiscard]] double search_bound(Range first, Range second) const;
    /// search_score in parts: `words_first`, `words_second`, `length`, `punctuation`, `type`, and `vectors` where there
    /// is a similarity. REQUIRES: no empty side.
    [[nodiscard]] std::vector<ScorePart> parts(Range first, Range second) const;
    /// The same before it is weighed, but for the words.
    [[nodiscard]] BeadFeatures features(Range first, Range second) const;
    [[nodiscard]] WordCounts word_counts(Range first, Range second) const {
        return m_word_scorer.counts(first, second);
    }
    /// Probability that the sides translate each other, rather than that all their sentences are left alone, where
    /// `prior` of such pairs do.
    [[nodiscard]] double probability(Range first, Range second, double prior) const;
    [[nodiscard]] double probability(Range first, Range second) const {
        return probability(first, second, m_model.prior);
    }
    /// As WordScorer has them.
    [[nodiscard]] std::vector<WordMatch> matches_in(Range first, Range second) const {
        return m_word_scorer.matches_in(first, second);
    }
    [[nodiscard]] double weight_of(const WordMatch& match) const { return m_word_scorer.weight_of(match); }
    /// The second side's sentences whose words were compared with those of a first one; between others only length
    /// and punctuation count.
    [[nodiscard]] Range seen_from(std::size_t first_sentence) const { return m_words.windows[first_sentence]; }
    [[nodiscard]] std::size_t first_sentences() const { return m_words.first.sentences(); }
    [[nodiscard]] std::size_t second_sentences() const { return m_words.second.sentences(); }

private:
    [[nodiscard]] double length_odds(Range first, Range second) const;
    [[nodiscard]] double length_bound(Range first, Range second) const;
    void add_marks(Range first, Range second, BeadFeatures& out) const;
    void add_type(Range first, Range second, BeadFeatures& out) const;
    void add_null(const SideWords& side, Range sentences, BeadFeatures& out) const;
    [[nodiscard]] double weighed(const BeadFeatures& features, BeadFeature begin, BeadFeature last) const;
    [[nodiscard]] double similarity(Range first, Range second) const {
        return m_similarity ? m_model.vectors * m_similarity(first, second) : 0;
    }

    const WordMatches& m_words;
    double m_log_ratio;
    BeadModel m_model;
    WordScorer m_word_scorer;
    Similarity m_similarity;
};

} // namespace qosar
