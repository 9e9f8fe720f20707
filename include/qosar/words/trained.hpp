// How far what was trained is to be believed, where given translations are sure.
#pragma once

#include "qosar/words/lexicon.hpp"

namespace qosar {

/// Strength of a match by this translation, 0 to 1. Whatever a person or a dictionary gave (count 0) is sure: 1. Of a
/// trained one, the root of the harmonic mean of both probabilities, each as if the sentence at hand had not been in
/// the training; 0 where too little is left.
double match_strength(const LexiconEntry& entry);

/// The chance that a word of the first side, or of the second, has one of its trained counterparts in a translation.
/// 0 for words with a translation that was given: there the rule for all such words holds.
double trained_chance(const Lexicon& lexicon, KeyId first_key);
double trained_chance_turned(const Lexicon& lexicon, KeyId second_key);

} // namespace qosar
