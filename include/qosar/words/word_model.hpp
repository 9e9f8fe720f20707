// Weights of words as evidence that two stretches of text translate each other.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace qosar {

/// Of the words of one class (words/word_matches.hpp), in log-odds (natural logarithm).
struct WordWeights {
    double found = 0;    ///< of a word that the other side answers
    double surprise = 0; ///< the same, for each nat by which the answer is unlikely to be chance
    double missing = 0;  ///< of a word without an answer
};

struct WordModel {
    WordWeights term;
    WordWeights name;
    WordWeights number;
    WordWeights unknown;
    /// Of words that training alone knows: by so much their own log-odds count, since they come with their chances.
    double trained = 0;
    double joined = 0;       ///< of an answer, for each log(sentences) of the other side that it was found in
    double prior_weight = 4; ///< how many sentences the prior chance of a match counts for
    double max_surprise = 8; ///< nats
};

/// The rows `name TAB weight` of `languages/FIRST-SECOND/KIND.tsv`, or of `languages/KIND.tsv` where the pair has none.
/// Throws Error where a row is no such row.
std::unordered_map<std::string, double> model_weights(std::string_view kind, const std::string& first_language,
                                                      const std::string& second_language);

/// The words' part of such rows. Throws Error naming a weight that is missing.
WordModel word_model(const std::unordered_map<std::string, double>& weights);

/// For two texts by themselves, of which nothing is known but what they say.
const WordModel& pair_word_model(const std::string& first_language, const std::string& second_language);

} // namespace qosar
