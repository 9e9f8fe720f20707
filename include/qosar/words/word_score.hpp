// How much the words of two stretches of text speak for one translating the other. Length plays no part.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "qosar/model/range.hpp"
#include "qosar/words/word_matches.hpp"
#include "qosar/words/word_model.hpp"

namespace qosar {

/// Log-odds (natural logarithm) that two stretches translate each other, by the words of each side.
struct WordEvidence {
    double first = 0;
    double second = 0;
};

/// What the weights of a WordModel are multiplied by, for both sides together.
struct WordCounts {
    struct Class {
        double found = 0;    ///< answered words, each by the strength of its answer
        double surprise = 0; ///< the same, times the nats of each
        double missing = 0;  ///< what is left of one for each word
    };
    Class term;
    Class name;
    Class number;
    Class unknown;
    double joined = 0;
};

/// Weighs the words of two texts. A matched word counts the more the less likely it is to be matched by chance, which
/// is learned from the two texts with the frequency tables as prior; an unmatched word counts against, by how sure its
/// kind is to have a counterpart. Holds what one word match adds, so that a stretch costs little.
class WordScorer {
public:
    /// `words` must outlive it.
    WordScorer(const WordMatches& words, const WordModel& model);

    /// Of a range of sentences on each side.
    [[nodiscard]] WordEvidence evidence(Range first, Range second) const;
    /// The same before it is weighed: the weights times these are both sides' evidence.
    [[nodiscard]] WordCounts counts(Range first, Range second) const;
    /// Both parts of `evidence` where nothing matches. Both parts together are never more than that and the gains of
    /// all pairs of sentences of the two ranges: for searches, which can leave most stretches at that.
    [[nodiscard]] double all_missing(Range first, Range second) const {
        return m_first.missing[first.end] - m_first.missing[first.begin] + m_second.missing[second.end] -
               m_second.missing[second.begin];
    }
    /// Of a sentence of each side: no less than what their matches add to `evidence`.
    [[nodiscard]] double gain(std::size_t first, std::size_t second) const {
        const Row& row = m_rows[first];
        return second >= row.begin && second < row.end ? m_pairs[row.pairs + second - row.begin].gain : 0;
    }
    /// The matches between two ranges, the weightiest first; each word of either side at most once.
    [[nodiscard]] std::vector<WordMatch> matches_in(Range first, Range second) const;
    [[nodiscard]] double weight_of(const WordMatch& match) const;

private:
    struct Side {
        std::vector<double> surprise; ///< of each word's answer, in nats
        std::vector<double> gain;     ///< of a word that is answered, against being missing
        std::vector<double> missing;  ///< of all words before each sentence as missing ones; one more at the end
    };
    void weigh_side(const SideWords& side, const std::vector<std::uint32_t>& sentences_with_match,
                    const Windows& windows, Side& out) const;
    void add_counts(const SideWords& words, const Side& side, Range own, Range other,
                    std::vector<std::pair<std::uint32_t, double>>& answers, WordCounts& counts) const;
    void sort_matches();
    void add_pair_gains();
    /// What being found in so many sentences adds to each answer.
    [[nodiscard]] double joined(std::size_t sentences) const;
    template <typename Visit>
    void for_each_match(Range first, Range second, Visit&& visit) const;

    const WordMatches& m_words;
    WordModel m_model;
    Side m_first;
    Side m_second;
    struct Pair {
        std::uint32_t begin = 0; ///< of the pair's matches in m_order
        float gain = 0;          ///< no less than what its matches add
    };
    /// Second sentences that were looked at from a first one, and where m_pairs has them.
    struct Row {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        std::size_t pairs = 0;
    };
    /// Of each first sentence with each second one in its window, row by row; one more at the end of each row.
    std::vector<Pair> m_pairs;
    std::vector<Row> m_rows;
    std::vector<std::uint32_t> m_order; ///< numbers of matches, by pair
};

/// What the words of two single sentences or titles say, both sides together.
double word_score(const LanguagePack& first_pack, std::string_view first, const LanguagePack& second_pack,
                  std::string_view second, const Lexicon& lexicon);

} // namespace qosar
