#include "qosar/align/adapt.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <tuple>
#include <utility>

#include "qosar/align/ladder_file.hpp"
#include "qosar/base/hash.hpp"
#include "qosar/base/parallel.hpp"
#include "qosar/words/lexicon_file.hpp"
#include "qosar/words/train.hpp"
#include "qosar/words/word_score.hpp"

namespace qosar {

namespace {

constexpr std::size_t least_lexicon = 5000; ///< translations
constexpr std::size_t most_rounds = 4;      ///< of learning, where there is no lexicon

std::string joined(const std::vector<std::string_view>& sentences, Range range) {
    std::string text;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        text += i == range.begin ? "" : " ";
        text += sentences[i];
    }
    return text;
}

double log_of_shares(std::size_t some, std::size_t all, double usual, const AdaptOptions& options) {
    constexpr double least_share = 0.02; // texts that had none may still have one
    const double share =
        (static_cast<double>(some) + usual * options.usual_weight) / (static_cast<double>(all) + options.usual_weight);
    return std::log((share + least_share) / (usual + least_share));
}

} // namespace

bool has_words(const Lexicon& lexicon) { return lexicon.size() >= least_lexicon; }

void BeadCollector::add(const std::vector<std::string_view>& first, const std::vector<std::string_view>& second,
                        const Ladder& ladder) {
    m_fingerprint += hash64(ladder_text(ladder), first.size());
    for (const Bead& bead : ladder) {
        const std::size_t size = bead.first.size() + bead.second.size();
        m_sentences += size;
        m_alone += bead.is_pair() ? 0 : size;
        m_pairs += bead.is_pair() ? 1 : 0;
        m_joined += bead.is_pair() && size > 2 ? 1 : 0;
        if (bead.is_pair() && bead.score >= m_options.least_score) {
            TextPair texts{joined(first, bead.first), joined(second, bead.second)};
            const std::uint64_t hash = hash64(texts.second, hash64(texts.first));
            m_beads.push_back({hash, std::move(texts)});
        }
    }
    if (m_beads.size() > 2 * m_options.most_beads) {
        drop_surplus();
    }
}

/// Sorts by hash, so that nothing tells of the order in which the beads came, and keeps each once.
void BeadCollector::drop_surplus() {
    const auto order = [](const Collected& a) { return std::tie(a.hash, a.texts.first, a.texts.second); };
    std::sort(m_beads.begin(), m_beads.end(),
              [&](const Collected& a, const Collected& b) { return order(a) < order(b); });
    m_beads.erase(std::unique(m_beads.begin(), m_beads.end(),
                              [&](const Collected& a, const Collected& b) { return order(a) == order(b); }),
                  m_beads.end());
    m_beads.resize(std::min(m_beads.size(), m_options.most_beads));
}

/// Trains on some of the collected beads, and judges by others.
class Teacher {
public:
    Teacher(BeadCollector beads, const LanguagePack& first_pack, const LanguagePack& second_pack)
        : m_collector(std::move(beads)), m_options(m_collector.m_options), m_first_pack(first_pack),
          m_second_pack(second_pack) {
        m_collector.drop_surplus();
    }

    Adaptation teach(const AlignOptions& align) {
        Adaptation out = unadapted(m_first_pack, m_second_pack, align);
        out.beads = m_collector.m_beads.size();
        if (out.beads < m_options.least_beads) {
            return out;
        }
        const Lexicon& known = builtin_lexicon(m_first_pack, m_second_pack);
        judge(known, out);
        if (out.helps) {
            out.learned = learned(0, 1);
            out.lexicon.add(make_lexicon_image(out.learned));
            if (!has_words(known)) {
                out.align.habits = habits();
            }
        }
        return out;
    }

private:
    [[nodiscard]] TextHabits habits() const {
        const double alone =
            log_of_shares(m_collector.m_alone, m_collector.m_sentences, m_options.usual_alone, m_options);
        const double joined =
            log_of_shares(m_collector.m_joined, m_collector.m_pairs, m_options.usual_joined, m_options);
        const auto bounded = [&](double habit) {
            return std::clamp(habit, m_options.least_habit, m_options.most_habit);
        };
        return {bounded(alone < 0 ? m_options.rarely_alone * alone : alone), bounded(m_options.often_joined * joined)};
    }

    /// What every `step`-th bead teaches, from number `begin` on.
    [[nodiscard]] Translations learned(std::size_t begin, std::size_t step) const {
        std::size_t next = begin;
        TrainingTextOptions text_options;
        text_options.threads = m_options.threads;
        const TrainingText text = read_training_text(
            m_first_pack, m_second_pack,
            [&](TextPair& pair) {
                if (next >= m_collector.m_beads.size()) {
                    return false;
                }
                pair = m_collector.m_beads[next].texts;
                next += step;
                return true;
            },
            text_options);
        TrainOptions options;
        options.threads = m_options.threads;
        options.least_probability = 0.05;
        return {m_first_pack.code, m_second_pack.code, {{"these texts", ""}}, train(text, options)};
    }

    /// Learning helps where fewer held-out beads are mistaken, by more than chance: the mean difference is above two of
    /// its standard errors.
    void judge(const Lexicon& known, Adaptation& out) const {
        std::vector<double> gains;
        for (const std::size_t half : {0U, 1U}) {
            Lexicon with = known;
            with.add(make_lexicon_image(learned(half, 2)));
            const std::vector<double> before = mistakes(1 - half, known);
            const std::vector<double> after = mistakes(1 - half, with);
            for (std::size_t i = 0; i < before.size(); ++i) {
                out.mistaken_without += before[i];
                out.mistaken_with += after[i];
                gains.push_back(before[i] - after[i]);
            }
        }
        const auto count = static_cast<double>(gains.size());
        out.judged = true;
        out.mistaken_without /= count;
        out.mistaken_with /= count;
        const double mean = out.mistaken_without - out.mistaken_with;
        double squares = 0;
        for (const double gain : gains) {
            squares += (gain - mean) * (gain - mean);
        }
        out.helps = mean > 2 * std::sqrt(squares / (count - 1) / count);
    }

    /// For each bead of a half the chance, by word evidence, that the next one's second side is its own.
    [[nodiscard]] std::vector<double> mistakes(std::size_t half, const Lexicon& lexicon) const {
        const auto& beads = m_collector.m_beads;
        const std::size_t judged = std::min(m_options.most_judged, (beads.size() - half + 1) / 2);
        std::vector<double> all;
        std::size_t next = 0;
        const auto score = [&](const TextPair& a, const TextPair& b) {
            return word_score(m_first_pack, a.first, m_second_pack, b.second, lexicon);
        };
        parallel_map<std::size_t, double>(
            m_options.threads,
            [&](std::size_t& number) {
                number = next++;
                return number < judged;
            },
            [&](std::size_t& number) {
                const TextPair& right = beads[half + 2 * number].texts;
                const TextPair& wrong = beads[half + 2 * ((number + 1) % judged)].texts;
                return 1 / (1 + std::exp(std::min(500.0, score(right, right) - score(right, wrong))));
            },
            [&](double& one) { all.push_back(one); });
        return all;
    }

    BeadCollector m_collector;
    AdaptOptions m_options;
    const LanguagePack& m_first_pack;
    const LanguagePack& m_second_pack;
};

std::string Adaptation::report() const {
    const std::string texts = std::to_string(beads) + " different beads of these texts";
    if (!judged) {
        return "learned nothing: " + texts + " are too few";
    }
    char shares[64];
    std::snprintf(shares, sizeof shares, "%.3f without, %.3f with", mistaken_without, mistaken_with);
    const std::string judgement = std::string(" (held-out beads taken for wrong ones: ") + shares + ")";
    return helps ? "learned " + std::to_string(learned.all.size()) + " translations from " + texts + judgement
                 : "learned nothing from " + texts + ": it would not help" + judgement;
}

Adaptation unadapted(const LanguagePack& first_pack, const LanguagePack& second_pack, const AlignOptions& options) {
    const Lexicon& known = builtin_lexicon(first_pack, second_pack);
    return {known, options, {}, 0, false, false, 0, 0};
}

Adaptation learn_from(BeadCollector beads, const LanguagePack& first_pack, const LanguagePack& second_pack,
                      const AlignOptions& options) {
    return Teacher(std::move(beads), first_pack, second_pack).teach(options);
}

Adaptation adapt(const AlignPass& pass, const LanguagePack& first_pack, const LanguagePack& second_pack,
                 const AdaptOptions& options) {
    Adaptation adaptation = unadapted(first_pack, second_pack);
    const std::size_t rounds = has_words(adaptation.lexicon) ? 1 : most_rounds;
    std::uint64_t before = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        BeadCollector beads(options);
        pass(adaptation, beads);
        const std::uint64_t ladders = beads.fingerprint();
        Adaptation next = learn_from(std::move(beads), first_pack, second_pack);
        if (round > 0 && (ladders == before || !next.helps)) {
            break;
        }
        adaptation = std::move(next);
        before = ladders;
        if (!adaptation.helps) {
            break;
        }
    }
    return adaptation;
}

} // namespace qosar
