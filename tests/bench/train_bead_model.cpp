// Learns the weights of bead_model.tsv and pair_model.tsv, and judges them by cross-validation.
//
//     train_bead_model ladders [--lexicon none] [--l2 X] [--fix NAME=VALUE]... < JOBS      SET GROUP FIRST SECOND GOLD,
//     with TABs train_bead_model pairs [--lexicon none] [--l2 X] [--fix NAME=VALUE]... < PAIRS       KIND GROUP RIGHT
//     WEIGHT FIRST SECOND
//
// What has one group stays together when the examples are divided into five parts, each of which is judged by what the
// other four have taught. Prints NAME TAB WEIGHT, and on the standard error what the parts came to.
// scripts/train-bead-model makes the input.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "qosar/align/align.hpp"
#include "qosar/align/aligned_texts.hpp"
#include "qosar/align/evaluate.hpp"
#include "qosar/align/ladder_file.hpp"
#include "qosar/align/posterior.hpp"
#include "qosar/align/train_model.hpp"
#include "qosar/base/file.hpp"
#include "qosar/language/pack.hpp"

namespace {

using namespace qosar;

constexpr std::size_t folds = 5;
constexpr std::size_t size_limit = 64U << 20U;
bool without_lexicon = false;
/// Of trained words, which no lexicon here holds: chosen on texts without a lexicon (docs/results.md).
constexpr double trained_weight = 1;
/// Of sentence vectors, which bring log-odds that were learned from the texts.
constexpr double vectors_weight = 1;

struct Text {
    std::string set;
    std::string group;
    std::vector<std::string> first;
    std::vector<std::string> second;
    std::vector<ListedBead> gold;
    std::unique_ptr<WordMatches> words;
    std::unique_ptr<BeadScorer> scorer;
};

std::vector<std::string> lines_of(const std::string& path) {
    std::vector<std::string> lines;
    const std::string text = read_file(path, size_limit);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::vector<std::vector<std::string>> rows() {
    std::vector<std::vector<std::string>> all;
    for (std::string line; std::getline(std::cin, line);) {
        for_each_row(line, [&](const auto& row) { all.push_back(row); });
    }
    return all;
}

/// The pairs of a gold file in order, and everything between them left alone.
Ladder whole_ladder(const Text& text) {
    Ladder ladder;
    std::size_t i = 0;
    std::size_t j = 0;
    const auto leave_alone = [&](std::size_t first_end, std::size_t second_end) {
        for (; i < first_end; ++i) {
            ladder.push_back({{i, i + 1}, {j, j}});
        }
        for (; j < second_end; ++j) {
            ladder.push_back({{i, i}, {j, j + 1}});
        }
    };
    for (const ListedBead& bead : text.gold) {
        if (!bead.first.empty() && !bead.second.empty()) {
            leave_alone(bead.first.front(), bead.second.front());
            ladder.push_back({{i, bead.first.back() + 1}, {j, bead.second.back() + 1}});
            i = bead.first.back() + 1;
            j = bead.second.back() + 1;
        }
    }
    leave_alone(text.first.size(), text.second.size());
    return ladder;
}

/// Folds by group: the groups in their order, dealt out.
class Folds {
public:
    std::size_t of(const std::string& group) {
        return m_numbers.try_emplace(group, m_numbers.size()).first->second % folds;
    }

private:
    std::map<std::string, std::size_t> m_numbers;
};

struct Judged {
    double probability;
    bool right;
};

double area_under_curve(std::vector<Judged> judged) {
    std::sort(judged.begin(), judged.end(),
              [](const Judged& a, const Judged& b) { return a.probability < b.probability; });
    double right = 0;
    double wrong = 0;
    double sum = 0;
    for (std::size_t i = 0; i < judged.size();) {
        double right_here = 0;
        double wrong_here = 0;
        const double probability = judged[i].probability;
        for (; i < judged.size() && judged[i].probability == probability; ++i) {
            (judged[i].right ? right_here : wrong_here) += 1;
        }
        sum += right_here * (wrong + wrong_here / 2);
        right += right_here;
        wrong += wrong_here;
    }
    return right * wrong == 0 ? 1 : sum / (right * wrong);
}

/// Expected calibration error over ten bins of equal width.
double calibration_error(const std::vector<Judged>& judged) {
    std::array<double, 10> probability{};
    std::array<double, 10> right{};
    for (const Judged& one : judged) {
        const auto bin = std::min<std::size_t>(static_cast<std::size_t>(one.probability * 10), 9);
        probability[bin] += one.probability;
        right[bin] += one.right ? 1 : 0;
    }
    double error = 0;
    for (std::size_t bin = 0; bin < 10; ++bin) {
        error += std::abs(probability[bin] - right[bin]);
    }
    return judged.empty() ? 0 : error / static_cast<double>(judged.size());
}

void print_weights(const std::vector<double>& weights) {
    const std::vector<std::string>& names = weight_names();
    for (std::size_t k = 0; k < names.size(); ++k) {
        std::printf("%s\t%.3f\n", names[k].c_str(), weights[k]);
    }
    std::printf("trained\t%.3f\n", trained_weight);
    std::printf("vectors\t%.3f\n", vectors_weight);
    std::printf("slope\t1\noffset\t%.3f\n", weights.size() > names.size() ? weights.back() : 0.0);
}

/// The built-in lexicon, or none: a model for language pairs that have none is learned from a pair that does without.
const Lexicon& lexicon_of(const LanguagePack& first_pack, const LanguagePack& second_pack) {
    static const Lexicon empty;
    return without_lexicon ? empty : builtin_lexicon(first_pack, second_pack);
}

std::vector<Text> read_texts(const LanguagePack& first_pack, const LanguagePack& second_pack) {
    std::vector<Text> texts;
    for (const auto& row : rows()) {
        Text text{row.at(0), row.at(1), lines_of(row.at(2)), lines_of(row.at(3)), {}, {}, {}};
        text.gold = parse_ladder(read_file(row.at(4), size_limit), row.at(4));
        text.words = std::make_unique<WordMatches>(match_words(first_pack, {text.first.begin(), text.first.end()},
                                                               second_pack, {text.second.begin(), text.second.end()},
                                                               lexicon_of(first_pack, second_pack)));
        text.scorer =
            std::make_unique<BeadScorer>(*text.words, length_log_ratio(first_pack.code, second_pack.code), BeadModel{});
        texts.push_back(std::move(text));
    }
    return texts;
}

void judge(const std::vector<const Text*>& texts, const LanguagePack& first_pack, const LanguagePack& second_pack,
           const std::vector<double>& weights, std::map<std::string, AlignmentScore>& scores,
           std::map<std::string, std::vector<Judged>>& judged) {
    const BeadModel model = model_of(weights);
    for (const Text* text : texts) {
        const BeadScorer scorer(*text->words, length_log_ratio(first_pack.code, second_pack.code), model);
        const Ladder ladder = align(scorer);
        const auto posteriors = bead_posteriors(scorer, ladder);
        scores[text->set] += evaluate(text->gold, listed(ladder));
        for (std::size_t b = 0; b < ladder.size(); ++b) {
            if (ladder[b].is_pair()) {
                const auto one = listed({ladder[b]}).front();
                const bool right = std::any_of(text->gold.begin(), text->gold.end(), [&](const ListedBead& gold) {
                    return gold.first == one.first && gold.second == one.second;
                });
                judged[text->set].push_back({posteriors[b].probability, right});
            }
        }
    }
}

void report(const std::map<std::string, AlignmentScore>& scores,
            const std::map<std::string, std::vector<Judged>>& judged) {
    for (const auto& [set, score] : scores) {
        const auto strict = [](const Hits& hits) { return share(hits.strict, hits.total); };
        std::fprintf(stderr, "%-7s strict %.4f null %.4f", set.c_str(),
                     f1(strict(score.precision), strict(score.recall)),
                     f1(share(score.null_hits, score.null_proposed), share(score.null_hits, score.null_gold)));
        for (const auto& [type, hits] : score.by_type) {
            std::fprintf(stderr, "  %s %.3f", type.c_str(), strict(hits));
        }
        std::fprintf(stderr, "  AUC %.4f calibration %.4f\n", area_under_curve(judged.at(set)),
                     calibration_error(judged.at(set)));
    }
}

void train_on_ladders(const TrainOptions& options, const LanguagePack& first_pack, const LanguagePack& second_pack) {
    const std::vector<Text> texts = read_texts(first_pack, second_pack);
    const auto learn = [&](const std::function<bool(const Text&)>& wanted) {
        std::vector<GoldText> gold;
        for (const Text& text : texts) {
            if (wanted(text)) {
                gold.push_back({text.scorer.get(), whole_ladder(text)});
            }
        }
        return train_ladders(gold, options);
    };
    Folds fold;
    std::map<std::string, AlignmentScore> scores;
    std::map<std::string, std::vector<Judged>> judged;
    for (std::size_t part = 0; part < folds; ++part) {
        std::vector<const Text*> held_out;
        const auto weights = learn([&](const Text& text) {
            if (fold.of(text.group) == part) {
                held_out.push_back(&text);
            }
            return fold.of(text.group) != part;
        });
        judge(held_out, first_pack, second_pack, weights, scores, judged);
    }
    report(scores, judged);
    print_weights(learn([](const Text&) { return true; }));
}

void train_on_pairs(const TrainOptions& options, const LanguagePack& first_pack, const LanguagePack& second_pack) {
    struct Example {
        std::string kind;
        std::size_t fold;
        JudgedPair pair;
        double score = 0;
    };
    Folds fold;
    std::vector<Example> examples;
    for (const auto& row : rows()) {
        const WordMatches words =
            match_words(first_pack, {row.at(4)}, second_pack, {row.at(5)}, lexicon_of(first_pack, second_pack));
        const BeadScorer scorer(words, length_log_ratio(first_pack.code, second_pack.code), BeadModel{});
        examples.push_back(
            {row[0], fold.of(row[1]), {weighed_by(scorer, {0, 1}, {0, 1}), row[2] == "1", std::stod(row[3])}});
    }
    const auto learn = [&](std::size_t without) {
        std::vector<JudgedPair> pairs;
        for (const Example& example : examples) {
            if (example.fold != without) {
                pairs.push_back(example.pair);
            }
        }
        return train_pairs(pairs, options);
    };
    for (std::size_t part = 0; part < folds; ++part) {
        const std::vector<double> weights = learn(part);
        for (Example& example : examples) {
            if (example.fold == part) {
                example.score = weights.back();
                for (std::size_t k = 0; k < example.pair.values.size(); ++k) {
                    example.score += weights[k] * example.pair.values[k];
                }
            }
        }
    }
    for (const Example& example : examples) {
        std::fprintf(stderr, "%s\t%d\t%.6f\n", example.kind.c_str(), example.pair.right ? 1 : 0,
                     1 / (1 + std::exp(-example.score)));
    }
    print_weights(learn(folds));
}

} // namespace

int main(int count, char** values) {
    const std::vector<std::string> arguments(values + 1, values + count);
    TrainOptions options;
    for (std::size_t i = 1; i + 1 < arguments.size(); i += 2) {
        if (arguments[i] == "--lexicon") {
            without_lexicon = arguments[i + 1] == "none";
        } else if (arguments[i] == "--l2") {
            options.l2 = std::stod(arguments[i + 1]);
        } else if (arguments[i] == "--fix") {
            const std::size_t equals = arguments[i + 1].find('=');
            options.fixed.emplace_back(arguments[i + 1].substr(0, equals),
                                       std::stod(arguments[i + 1].substr(equals + 1)));
        }
    }
    const LanguagePack& first_pack = language_pack("en");
    const LanguagePack& second_pack = language_pack("kk");
    if (arguments.empty() || (arguments[0] != "ladders" && arguments[0] != "pairs")) {
        std::cerr << "usage: train_bead_model ladders|pairs [--lexicon none] [--l2 X] [--fix NAME=VALUE]...\n";
        return 2;
    }
    (arguments[0] == "ladders" ? train_on_ladders : train_on_pairs)(options, first_pack, second_pack);
}
