// From a text to its sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/model/sentence.hpp"
#include "qosar/segment/options.hpp"

namespace qosar {

/// Cuts a text into sentences. Lines are put together to paragraphs (segment/lines.hpp), paragraphs are cut at the
/// boundaries that stand (segment/boundary.hpp). Sentences hold no white space at their ends; ranges and the gaps
/// between them give the text back. REQUIRES: valid UTF-8. For text of any size, segment/stream.hpp does the same.
std::vector<Sentence> segment(const LanguagePack& pack, std::string_view text, const SegmentOptions& options = {});

/// The same with the text.
SegmentedText segmented(const LanguagePack& pack, std::string text, const SegmentOptions& options = {});

std::string_view text_of(const SegmentedText& segmented, const Sentence& sentence);

/// The text from the first to the last of some sentences; empty for an empty range.
std::string_view text_of(const SegmentedText& segmented, Range sentences);

} // namespace qosar
