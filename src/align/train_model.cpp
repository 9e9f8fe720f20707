#include "qosar/align/train_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "ladder_sums.hpp"
#include "minimise.hpp"
#include "qosar/base/error.hpp"

namespace qosar {

namespace {

/// The words' weights of a model, in the order of weight_names(); Model is const or not.
template <typename Model>
auto word_weights(Model& model) {
    auto of = [](auto& weights) { return std::array{&weights.found, &weights.surprise, &weights.missing}; };
    std::vector<decltype(&model.words.joined)> all;
    for (auto* kind : {&model.words.term, &model.words.name, &model.words.number, &model.words.unknown}) {
        for (auto* weight : of(*kind)) {
            all.push_back(weight);
        }
    }
    all.push_back(&model.words.joined);
    return all;
}

std::vector<bool> learned(const TrainOptions& options, std::vector<double>& weights) {
    std::vector<bool> is_learned(weights.size(), true);
    const std::vector<std::string>& names = weight_names();
    for (const auto& [name, value] : options.fixed) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end()) {
            throw Error("there is no weight " + name);
        }
        const auto number = static_cast<std::size_t>(found - names.begin());
        weights[number] = value;
        is_learned[number] = false;
    }
    return is_learned;
}

/// Adds the cost of large weights, and keeps those in place that are not learned.
double regularised(double loss, const TrainOptions& options, const std::vector<bool>& is_learned, const Vector& weights,
                   Vector& gradient) {
    for (std::size_t k = 0; k < is_learned.size(); ++k) {
        loss += options.l2 * weights[k] * weights[k];
        gradient[k] = is_learned[k] ? gradient[k] + 2 * options.l2 * weights[k] : 0;
    }
    return loss;
}

/// No bead is passed over.
ByStep all_of_them(std::size_t, std::size_t) {
    ByStep bounds;
    bounds.fill(std::numeric_limits<double>::infinity());
    return bounds;
}

/// One text with what every bead of it is weighed by, so that nothing is read twice.
class Example {
public:
    explicit Example(const GoldText& text)
        : m_ladder(text.ladder), m_rows(text.scorer->first_sentences()), m_columns(text.scorer->second_sentences()),
          m_index((m_rows + 1) * (m_columns + 1) * shapes, none), m_gold(weight_names().size()),
          m_band(text.ladder, m_rows, m_columns, m_rows + m_columns) {
        LadderSums(
            [&](Range first, Range second) {
                m_index[place(first, second)] = static_cast<std::uint32_t>(m_values.size());
                const std::vector<double> values = weighed_by(*text.scorer, first, second);
                m_values.insert(m_values.end(), values.begin(), values.end());
                return 0.0;
            },
            all_of_them, m_band);
        for (const Bead& bead : m_ladder) {
            add(bead.first, bead.second, 1, m_gold);
        }
    }

    /// How unlikely the gold ladder is, in nats. Adds to the gradient.
    double loss(const Vector& weights, Vector& gradient) const {
        const auto weighed = [&](Range first, Range second) { return score(first, second, weights); };
        const LadderSums sums(weighed, all_of_them, m_band);
        sums.for_each_pair([&](Range first, Range second, double p) { add(first, second, p, gradient); });
        sums.for_each_null(weighed, [&](Range first, Range second, double p) { add(first, second, p, gradient); });
        Curvature::add_scaled(gradient, m_gold, -1);
        return sums.all() - dot(m_gold, weights);
    }

private:
    static constexpr std::size_t shapes = 25; // 0 to 4 sentences on each side
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    [[nodiscard]] std::size_t place(Range first, Range second) const {
        return ((first.end * (m_columns + 1)) + second.end) * shapes + first.size() * 5 + second.size();
    }
    [[nodiscard]] const double* values(Range first, Range second) const {
        return m_values.data() + m_index[place(first, second)];
    }
    [[nodiscard]] double score(Range first, Range second, const Vector& weights) const {
        return std::inner_product(weights.begin(), weights.end(), values(first, second), 0.0);
    }
    void add(Range first, Range second, double times, Vector& to) const {
        if (first.size() > 4 || second.size() > 4 || m_index[place(first, second)] == none) {
            throw Error("a gold ladder has a bead that no search proposes");
        }
        const double* from = values(first, second);
        for (std::size_t k = 0; k < to.size(); ++k) {
            to[k] += times * from[k];
        }
    }

    Ladder m_ladder;
    std::size_t m_rows;
    std::size_t m_columns;
    std::vector<std::uint32_t> m_index;
    std::vector<double> m_values;
    Vector m_gold;
    LadderBand m_band;
};

} // namespace

const std::vector<std::string>& weight_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const char* kind : {"term", "name", "number", "unknown"}) {
            for (const char* what : {"_found", "_surprise", "_missing"}) {
                all.push_back(std::string(kind) + what);
            }
        }
        all.emplace_back("joined");
        all.insert(all.end(), bead_feature_names.begin(), bead_feature_names.end());
        return all;
    }();
    return names;
}

std::vector<double> weights_of(const BeadModel& model) {
    std::vector<double> weights;
    for (const double* weight : word_weights(model)) {
        weights.push_back(*weight);
    }
    weights.insert(weights.end(), model.weights.values.begin(), model.weights.values.end());
    return weights;
}

BeadModel model_of(const std::vector<double>& weights) {
    BeadModel model;
    auto weight = weights.begin();
    for (double* of_words : word_weights(model)) {
        *of_words = *weight++;
    }
    std::copy_n(weight, bead_feature_count, model.weights.values.begin());
    return model;
}

std::vector<double> weighed_by(const BeadScorer& scorer, Range first, Range second) {
    std::vector<double> values;
    const WordCounts counts = first.empty() || second.empty() ? WordCounts{} : scorer.word_counts(first, second);
    for (const WordCounts::Class* kind : {&counts.term, &counts.name, &counts.number, &counts.unknown}) {
        values.insert(values.end(), {kind->found, kind->surprise, kind->missing});
    }
    values.push_back(counts.joined);
    const BeadFeatures features = scorer.features(first, second);
    values.insert(values.end(), features.values.begin(), features.values.end());
    return values;
}

std::vector<double> train_ladders(const std::vector<GoldText>& texts, const TrainOptions& options) {
    const std::vector<Example> examples(texts.begin(), texts.end());
    Vector start(weight_names().size());
    const std::vector<bool> is_learned = learned(options, start);
    return minimise(
        [&](const Vector& weights, Vector& gradient) {
            gradient.assign(weights.size(), 0);
            double loss = 0;
            for (const Example& example : examples) {
                loss += example.loss(weights, gradient);
            }
            return regularised(loss, options, is_learned, weights, gradient);
        },
        std::move(start), options.rounds);
}

std::vector<double> train_pairs(const std::vector<JudgedPair>& pairs, const TrainOptions& options) {
    Vector start(weight_names().size());
    const std::vector<bool> is_learned = learned(options, start);
    start.push_back(0);
    return minimise(
        [&](const Vector& weights, Vector& gradient) {
            gradient.assign(weights.size(), 0);
            double loss = 0;
            for (const JudgedPair& pair : pairs) {
                const double score =
                    std::inner_product(pair.values.begin(), pair.values.end(), weights.begin(), weights.back());
                const double wrong = pair.right ? -score : score; // log-odds of being judged wrongly
                loss += pair.weight * log_sum(0, wrong);
                const double push = pair.weight / (1 + std::exp(-wrong)) * (pair.right ? -1 : 1);
                for (std::size_t k = 0; k < pair.values.size(); ++k) {
                    gradient[k] += push * pair.values[k];
                }
                gradient.back() += push;
            }
            return regularised(loss, options, is_learned, weights, gradient);
        },
        std::move(start), options.rounds);
}

} // namespace qosar
