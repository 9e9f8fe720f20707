#include "qosar/segment/segment.hpp"

#include <utility>

#include "cutter.hpp"

namespace qosar {

std::vector<Sentence> segment(const LanguagePack& pack, std::string_view text, const SegmentOptions& options) {
    std::vector<Sentence> sentences;
    const auto keep = [&](std::string_view, const Sentence& sentence) { sentences.push_back(sentence); };
    Cutter(pack, options, {keep, {}}).cut(text, 0, true);
    return sentences;
}

SegmentedText segmented(const LanguagePack& pack, std::string text, const SegmentOptions& options) {
    std::vector<Sentence> sentences = segment(pack, text, options);
    return {std::move(text), std::move(sentences)};
}

std::string_view text_of(const SegmentedText& segmented, const Sentence& sentence) {
    return std::string_view(segmented.text).substr(sentence.bytes.begin, sentence.bytes.size());
}

std::string_view text_of(const SegmentedText& segmented, Range sentences) {
    if (sentences.empty()) {
        return {};
    }
    const std::size_t begin = segmented.sentences[sentences.begin].bytes.begin;
    const std::size_t end = segmented.sentences[sentences.end - 1].bytes.end;
    return std::string_view(segmented.text).substr(begin, end - begin);
}

} // namespace qosar
