#include "qosar/align/bead_model.hpp"

#include <mutex>
#include <unordered_map>

#include "qosar/base/error.hpp"

namespace qosar {

namespace {

BeadModel read_model(std::string_view kind, const std::string& first_language, const std::string& second_language) {
    const auto rows = model_weights(kind, first_language, second_language);
    BeadModel model;
    model.words = word_model(rows);
    const auto row = [&](std::string_view name) {
        const auto found = rows.find(std::string(name));
        if (found == rows.end()) {
            throw Error("languages/" + std::string(kind) + ".tsv: the weight " + std::string(name) + " is missing");
        }
        return found->second;
    };
    for (std::size_t i = 0; i < bead_feature_count; ++i) {
        model.weights.values[i] = row(bead_feature_names[i]);
    }
    model.vectors = row("vectors");
    model.slope = row("slope");
    model.offset = row("offset");
    return model;
}

const BeadModel& kept_model(std::string_view kind, const std::string& first_language,
                            const std::string& second_language) {
    static std::mutex mutex;
    static std::unordered_map<std::string, BeadModel> models;
    const std::lock_guard lock(mutex);
    const std::string name = std::string(kind) + " " + first_language + " " + second_language;
    const auto found = models.find(name);
    return found != models.end()
               ? found->second
               : models.emplace(name, read_model(kind, first_language, second_language)).first->second;
}

} // namespace

const std::array<std::string_view, bead_feature_count> bead_feature_names{"length",
                                                                          "question_shared",
                                                                          "question_one_sided",
                                                                          "exclamation_one_sided",
                                                                          "quotation_shared",
                                                                          "quotation_one_sided",
                                                                          "colon_shared",
                                                                          "colon_one_sided",
                                                                          "bracket_one_sided",
                                                                          "end_shared",
                                                                          "end_one_sided",
                                                                          "one_one",
                                                                          "one_two",
                                                                          "two_two",
                                                                          "one_more",
                                                                          "null_length",
                                                                          "null_words",
                                                                          "null_short"};

BeadModel with_habits(BeadModel model, const TextHabits& habits) {
    model.null_bias += habits.alone;
    for (const BeadFeature type : {BeadFeature::one_two, BeadFeature::two_two, BeadFeature::one_more}) {
        model.weights[type] += habits.joined;
    }
    return model;
}

const BeadModel& bead_model(const std::string& first_language, const std::string& second_language) {
    return kept_model("bead_model", first_language, second_language);
}

const BeadModel& pair_model(const std::string& first_language, const std::string& second_language) {
    return kept_model("pair_model", first_language, second_language);
}

} // namespace qosar
