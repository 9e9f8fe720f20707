// Learning from texts that were aligned, to align them and their like better; and judging whether that helps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/align/align.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/model/bead.hpp"
#include "qosar/words/lexicon.hpp"
#include "qosar/words/training_text.hpp"
#include "qosar/words/translation.hpp"

namespace qosar {

struct AdaptOptions {
    std::size_t threads = 0;            ///< 0 is one a core
    double least_score = 0.3;           ///< of a bead to learn from
    std::size_t least_beads = 60;       ///< from fewer nothing is learned
    std::size_t most_beads = 1'000'000; ///< those with the lowest hashes; bounds memory, some 300 bytes each
    std::size_t most_judged = 1000;     ///< beads of each half by which learning is judged
    // What the pass made of the texts tells of their habits (bead_model.hpp): a share, of sentences left alone or of
    // beads of more than two sentences, speaks by the logarithm of itself over the usual one, which the weights of
    // beads stand for.
    double usual_alone = 0.15;
    double usual_joined = 0.08;
    double usual_weight = 20;  ///< how many sentences or beads the usual shares count for
    double rarely_alone = 2;   ///< how much it says that few are left alone: a pass leaves too many
    double often_joined = 0.3; ///< how much the share of joined beads says
    double least_habit = -3;
    double most_habit = 0.5;
};

/// Whether the built-in knowledge of a pair holds enough words to align by: more than CLDR's names. Where it does not,
/// texts are the only source of words, and the share of sentences left alone is learned too.
bool has_words(const Lexicon& lexicon);

/// Gathers what a pass made of its texts, in any order.
class BeadCollector {
public:
    explicit BeadCollector(const AdaptOptions& options = {}) : m_options(options) {}

    void add(const std::vector<std::string_view>& first, const std::vector<std::string_view>& second,
             const Ladder& ladder);
    /// A sum of hashes of all ladders, to see whether a pass changed any.
    [[nodiscard]] std::uint64_t fingerprint() const { return m_fingerprint; }

private:
    friend class Teacher; ///< within learn_from
    struct Collected {
        std::uint64_t hash;
        TextPair texts;
    };

    void drop_surplus();

    AdaptOptions m_options;
    std::vector<Collected> m_beads;
    std::uint64_t m_fingerprint = 0;
    std::size_t m_sentences = 0;
    std::size_t m_alone = 0;  ///< of them, in null beads
    std::size_t m_pairs = 0;  ///< beads with two sides
    std::size_t m_joined = 0; ///< of them, with more than two sentences
};

/// What to align with, and what was found out on the way to it.
struct Adaptation {
    Lexicon lexicon; ///< the built-in one, and what was learned laid over it
    AlignOptions align;
    Translations learned;                     ///< empty where nothing was
    std::size_t beads = 0;                    ///< different ones to learn from
    bool judged = false;                      ///< whether there were enough of them
    bool helps = false;                       ///< whether the learned words are to be used
    double mistaken_without = 0;              ///< share of held-out beads that word evidence takes for wrong ones
    double mistaken_with = 0;                 ///< the same with what the other half taught
    [[nodiscard]] std::string report() const; ///< one line for people
};

/// What there is to go on before anything was learned.
Adaptation unadapted(const LanguagePack& first_pack, const LanguagePack& second_pack, const AlignOptions& options = {});

/// Learns translations (words/train.hpp) from the beads of a pass. The guard: different beads are put into two halves
/// by their hashes; what one half teaches is judged on the other by how well word evidence tells its beads from
/// exchanged ones, against the lexicon alone. Only where that gets better, by more than chance, are the words of all
/// beads used. The same for any number of threads and any order of texts. `options` is what the texts are to be aligned
/// with.
Adaptation learn_from(BeadCollector beads, const LanguagePack& first_pack, const LanguagePack& second_pack,
                      const AlignOptions& options = {});

/// A pass: aligns all texts by `adaptation` and hands over each ladder, in any order.
using AlignPass = std::function<void(const Adaptation& adaptation, BeadCollector& beads)>;

/// Makes a pass and learns from it: once for a pair of languages with a lexicon; for others again and again with what
/// the pass before has taught, until the ladders stay as they are, what is learned does not help, or four were made.
Adaptation adapt(const AlignPass& pass, const LanguagePack& first_pack, const LanguagePack& second_pack,
                 const AdaptOptions& options = {});

} // namespace qosar
