// Sentences of a text that is too large to hold, in constant memory.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "qosar/language/pack.hpp"
#include "qosar/model/sentence.hpp"
#include "qosar/segment/boundary.hpp"
#include "qosar/segment/options.hpp"

namespace qosar {

/// Takes what the segmenter finds. Views hold only during the call; places count in the whole text.
struct SegmentSink {
    std::function<void(std::string_view text, const Sentence& sentence)> sentence;
    /// Each candidate, with up to 40 bytes of text before and behind it. May be empty.
    std::function<void(std::string_view before, std::string_view behind, const Boundary& boundary)> candidate;
};

/// Cuts a text that comes in pieces; whatever the pieces, the sentences are those of `segment`.
/// Holds a few times `longest_sentence`. REQUIRES: valid UTF-8 in all; a piece may end inside a character.
class SentenceStream {
public:
    SentenceStream(const LanguagePack& pack, const SegmentOptions& options, SegmentSink sink);
    ~SentenceStream();
    SentenceStream(const SentenceStream&) = delete;
    SentenceStream& operator=(const SentenceStream&) = delete;

    void feed(std::string_view piece);
    void finish(); ///< hands over the last sentences

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace qosar
