// From a text to its sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/model/sentence.hpp"

namespace qosar {

/// Cuts a text into sentences: each line is a paragraph of its own, lines are cut at ICU's boundaries after the
/// edited rules of text/sentence_breaks.hpp, and boundaries behind an abbreviation of the language pack or an
/// initial are dropped. Sentences hold no white space at their ends. REQUIRES: valid UTF-8.
///
/// Not done here: glued sentences, hard-wrapped lines, flattened lists.
std::vector<Sentence> segment(const LanguagePack& pack, std::string_view text);

/// The same with the text.
SegmentedText segmented(const LanguagePack& pack, std::string text);

std::string_view text_of(const SegmentedText& segmented, const Sentence& sentence);

/// The text from the first to the last of some sentences; empty for an empty range.
std::string_view text_of(const SegmentedText& segmented, Range sentences);

} // namespace qosar
