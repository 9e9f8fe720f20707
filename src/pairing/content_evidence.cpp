#include "qosar/pairing/content_evidence.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "qosar/language/numbers.hpp"

namespace qosar {

namespace {

constexpr double most_bits = 8;
constexpr std::size_t most_ordered = 300; ///< the first ones are enough
constexpr double least_share = 0.05;
constexpr double few_bits = 30;   ///< by which shares are softened
constexpr double few_numbers = 8; ///< bits by which missing numbers are
constexpr double few_ordered = 8; ///< words by which their order is

double bits_of_value(const Word& word) {
    constexpr double everywhere = 3; // days, months, hours and small counts
    constexpr double year = 4;
    if (word.meaning == WordValue::month || word.value <= 31) {
        return everywhere;
    }
    return word.value >= 1990 && word.value <= 2040 ? year : most_bits;
}

double bits_of(const Word& word) {
    return word.kind == WordClass::number ? bits_of_value(word)
                                          : std::min(most_bits, std::log2(1000 / std::max(word.per_thousand, 1.0)));
}

/// How likely a word finds its counterpart in the translation of a whole text.
double answered(WordClass kind) {
    switch (kind) {
    case WordClass::term:
    case WordClass::name: return 0.6;
    case WordClass::number: return 0.85;
    case WordClass::unknown: return 0.06;
    case WordClass::function: break;
    }
    return 0;
}

std::string identity(const SideWords& side, const Word& word) {
    if (word.kind == WordClass::number) {
        return (word.meaning == WordValue::month ? "month " : "value ") + number_text(word.value);
    }
    if (word.key != no_key) {
        return "key " + std::to_string(word.key);
    }
    const FoldedName* name = side.name_of(word);
    return name == nullptr ? "" : name->letters;
}

/// The different words of a side that tell something.
class Types {
public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    explicit Types(const SideWords& side) {
        std::unordered_map<std::string, std::size_t> numbers;
        for (const Word& word : side.words) {
            if (word.kind == WordClass::function) {
                m_of_word.push_back(none);
                continue;
            }
            const auto [type, is_new] = numbers.try_emplace(identity(side, word), m_types.size());
            if (is_new) {
                m_types.push_back({word.kind, bits_of(word)});
            }
            ++m_types[type->second].places;
            m_of_word.push_back(type->second);
        }
    }

    [[nodiscard]] std::size_t of_word(std::size_t word) const { return m_of_word[word]; }
    [[nodiscard]] bool stands_once(std::size_t type) const { return m_types[type].places == 1; }
    void find(std::size_t type, double strength) { m_types[type].found = std::max(m_types[type].found, strength); }

    [[nodiscard]] ContentShare share() const {
        ContentShare sum;
        for (const Type& type : m_types) {
            const double expected = type.bits * answered(type.kind);
            const double found = type.bits * type.found;
            sum.expected += expected;
            sum.found += found;
            if (type.kind == WordClass::number) {
                sum.numbers_expected += expected;
                sum.numbers_found += found;
            }
        }
        return sum;
    }

private:
    struct Type {
        WordClass kind;
        double bits;
        std::size_t places = 0;
        double found = 0; ///< strength of its best match
    };

    std::vector<Type> m_types;
    std::vector<std::size_t> m_of_word;
};

using Places = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

double kendalls_tau(const Places& places) {
    double sum = 0;
    double all = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            if (places[i].first != places[j].first && places[i].second != places[j].second) {
                const bool same = (places[i].first < places[j].first) == (places[i].second < places[j].second);
                sum += same ? 1 : -1;
                all += 1;
            }
        }
    }
    return all > 0 ? sum / all : 0;
}

/// So that a few words in common do not make a whole.
double softened(const ContentShare& side) { return side.found / (side.expected + few_bits); }

double missing_numbers(const ContentShare& side) {
    return (side.numbers_expected - side.numbers_found) / (side.numbers_expected + few_numbers);
}

} // namespace

ContentEvidence content_evidence(const WordMatches& words) {
    Types first(words.first);
    Types second(words.second);
    Places once;
    for (const WordMatch& match : words.matches) {
        const std::size_t a = first.of_word(match.first);
        const std::size_t b = second.of_word(match.second);
        if (a == Types::none || b == Types::none) {
            continue;
        }
        first.find(a, match.strength);
        second.find(b, match.strength);
        if (once.size() < most_ordered && first.stands_once(a) && second.stands_once(b)) {
            once.emplace_back(match.first, match.second);
        }
    }
    return {first.share(), second.share(), kendalls_tau(once), once.size()};
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool can_judge(const ContentEvidence& evidence, const ContentModel& model) {
    return std::min(evidence.first.expected, evidence.second.expected) >= model.least_bits;
}

ContentFeatures content_features(const ContentEvidence& evidence) {
    const double share = std::sqrt(softened(evidence.first) * softened(evidence.second));
    const auto ordered = static_cast<double>(evidence.ordered);
    const double missing = std::min(missing_numbers(evidence.first), missing_numbers(evidence.second));
    return {std::log(std::max(least_share, share)), evidence.order * ordered / (ordered + few_ordered),
            std::max(0.0, missing)};
}

double content_odds(const ContentEvidence& evidence, const ContentModel& model) {
    if (!can_judge(evidence, model)) {
        return 0;
    }
    const ContentFeatures features = content_features(evidence);
    const double log_odds = model.bias + model.share * features.share + model.order * features.order +
                            model.missing_numbers * features.missing_numbers;
    return std::min(model.most_odds, std::exp(log_odds));
}

bool is_other_article(const ContentEvidence& evidence, double most_odds, const ContentModel& model) {
    return can_judge(evidence, model) && content_odds(evidence, model) <= most_odds &&
           std::max(evidence.first.share(), evidence.second.share()) < model.other_share;
}

} // namespace qosar
