// Sentences: the laws of segmentation (segment/laws.hpp), and the same sentences from a stream in any pieces.
#include <random>
#include <vector>

#include "../segment/laws.hpp"
#include "fuzz.hpp"
#include "qosar/segment/segment.hpp"
#include "qosar/segment/stream.hpp"

namespace {

using namespace qosar;

std::vector<Sentence> streamed(const LanguagePack& pack, std::string_view text, const SegmentOptions& options,
                               std::mt19937& random) {
    std::vector<Sentence> sentences;
    const auto keep = [&](std::string_view inner, const Sentence& sentence) {
        fuzz::check(inner == text.substr(sentence.bytes.begin, sentence.bytes.size()),
                    "a stream's text is its range's");
        sentences.push_back(sentence);
    };
    const auto see = [&](std::string_view, std::string_view, const Boundary& boundary) {
        fuzz::check(boundary.place <= text.size() && boundary.rule != nullptr, "a candidate has a place and a rule");
    };
    SentenceStream stream(pack, options, {keep, see});
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = 1 + random() % (1 + text.size() / 4);
        stream.feed(text.substr(at, size));
        at += size;
    }
    stream.finish();
    return sentences;
}

void check_all(const LanguagePack& pack, const std::string& text, const SegmentOptions& options, std::mt19937& random) {
    const std::vector<Sentence> sentences = segment(pack, text, options);
    fuzz::check(broken_law(text, sentences).empty(), broken_law(text, sentences));
    fuzz::check(streamed(pack, text, options, random) == sentences, "a stream finds what `segment` finds");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = fuzz::text_of(data, size);
    std::mt19937 random(static_cast<std::uint32_t>(size == 0 ? 0 : data[0] * 31U + data[size - 1] + size));
    for (const char* language : {"en", "kk"}) {
        check_all(language_pack(language), text, {}, random);
    }
    SegmentOptions options;
    options.longest_sentence = 1; // as short as it may be
    for (bool SegmentOptions::*pass : {&SegmentOptions::glued, &SegmentOptions::lowercase, &SegmentOptions::lists,
                                       &SegmentOptions::wrapped, &SegmentOptions::headings}) {
        options.*pass = random() % 2 == 0;
    }
    check_all(language_pack("de"), text, options, random);
    return 0;
}
