#include "qosar/words/word_model.hpp"

#include <cstdlib>
#include <mutex>
#include <utility>

#include "qosar/base/error.hpp"
#include "qosar/language/pack.hpp"

namespace qosar {

namespace {

double weight_in(const std::unordered_map<std::string, double>& weights, const std::string& name) {
    const auto found = weights.find(name);
    if (found == weights.end()) {
        throw Error("languages/: the weight " + name + " is missing in a model of scores");
    }
    return found->second;
}

} // namespace

std::unordered_map<std::string, double> model_weights(std::string_view kind, const std::string& first_language,
                                                      const std::string& second_language) {
    const std::string name = std::string(kind) + ".tsv";
    std::string text;
    for (const std::string& folder :
         {first_language + "-" + second_language + "/", second_language + "-" + first_language + "/", std::string()}) {
        if (text.empty()) {
            text = language_data(folder + name);
        }
    }
    std::unordered_map<std::string, double> weights;
    for_each_row(text, [&](const auto& row) {
        char* end = nullptr;
        const double value = row.size() < 2 ? 0 : std::strtod(row[1].c_str(), &end);
        if (end == nullptr || row[1].empty() || *end != '\0') {
            throw Error("languages/" + name + ": '" + row[0] + "' has no number behind it");
        }
        weights[row[0]] = value;
    });
    return weights;
}

WordModel word_model(const std::unordered_map<std::string, double>& weights) {
    const auto of_class = [&](const std::string& name) {
        return WordWeights{weight_in(weights, name + "_found"), weight_in(weights, name + "_surprise"),
                           weight_in(weights, name + "_missing")};
    };
    WordModel model{of_class("term"), of_class("name"), of_class("number"), of_class("unknown")};
    model.trained = weight_in(weights, "trained");
    model.joined = weight_in(weights, "joined");
    return model;
}

const WordModel& pair_word_model(const std::string& first_language, const std::string& second_language) {
    static std::mutex mutex;
    static std::unordered_map<std::string, WordModel> models;
    const std::lock_guard lock(mutex);
    const auto [found, is_new] = models.try_emplace(first_language + "-" + second_language);
    if (is_new) {
        found->second = word_model(model_weights("pair_model", first_language, second_language));
    }
    return found->second;
}

} // namespace qosar
