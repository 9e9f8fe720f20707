// How much speaks for a bead: the log-odds that its two sides translate each other.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <vector>

#include "qosar/align/bead_model.hpp"
#include "qosar/align/steps.hpp"
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
    /// No less than search_score of the beads that end before sentence `i` of the first and `j` of the second side, and
    /// much cheaper, so that a search can pass over most of them; those that would begin before the texts are worth
    /// minus infinity. Whatever adds to the score must be in here too; a test compares the two.
    [[nodiscard]] ByStep search_bounds(std::size_t i, std::size_t j) const;
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
    /// What the sentences of a side say without the other one.
    struct Side {
        std::vector<std::size_t> characters; ///< of all sentences before each; one more at the end
        std::vector<double> alone;           ///< score of each sentence left alone
    };
    /// Numbers by how many sentences of the first and of the second side there are.
    using BySize = std::array<std::array<double, longest_side + 1>, longest_side + 1>;
    /// What features of few values weigh, each looked up and not summed.
    struct Weighed {
        explicit Weighed(const BeadModel& model);

        [[nodiscard]] double punctuation(SentenceMarks a, SentenceMarks b) const {
            return shared[a.marks & b.marks] + one_sided[a.marks ^ b.marks] +
                   ends[static_cast<std::size_t>(a.end)][static_cast<std::size_t>(b.end)];
        }

        std::array<double, sentence_mark_sets> shared{};    ///< by the marks that both sides have
        std::array<double, sentence_mark_sets> one_sided{}; ///< by those that one side has
        std::array<std::array<double, sentence_ends>, sentence_ends> ends{};
        BySize types{};
    };

    [[nodiscard]] Side read_side(const SideWords& side) const;
    [[nodiscard]] double score_alone(const SideWords& side, Range sentences) const;
    /// No less than what matches between the last sentences before `i` and before `j` add to a score.
    [[nodiscard]] BySize gains_before(std::size_t i, std::size_t j) const;
    [[nodiscard]] double length_odds(Range first, Range second) const;
    [[nodiscard]] double similarity(Range first, Range second) const {
        return m_similarity ? m_model.vectors * m_similarity(first, second) : 0;
    }

    const WordMatches& m_words;
    double m_log_ratio;
    BeadModel m_model;
    Weighed m_weighed;
    WordScorer m_word_scorer;
    Similarity m_similarity;
    Side m_first;
    Side m_second;
};

} // namespace qosar
