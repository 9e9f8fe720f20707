#include "qosar/segment/stream.hpp"

#include <utility>

#include "cutter.hpp"

namespace qosar {

struct SentenceStream::State {
    Cutter cutter;
    std::string text;     ///< what is not done with
    std::size_t base = 0; ///< bytes of the whole text before it

    void advance(bool final) {
        const std::size_t done = cutter.cut(text, base, final);
        text.erase(0, done);
        base += done;
    }
};

SentenceStream::SentenceStream(const LanguagePack& pack, const SegmentOptions& options, SegmentSink sink)
    : m_state(new State{Cutter(pack, options, std::move(sink)), {}}) {}

SentenceStream::~SentenceStream() = default;

void SentenceStream::feed(std::string_view piece) {
    m_state->text += piece;
    m_state->advance(false);
}

void SentenceStream::finish() { m_state->advance(true); }

} // namespace qosar
