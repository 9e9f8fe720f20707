// The laws of every segmentation, for unit tests and the fuzz target.
#pragma once

#include <string>
#include <vector>

#include "qosar/model/sentence.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

/// The law that does not hold, in words; empty if all do.
inline std::string broken_law(const std::string& text, const std::vector<Sentence>& sentences) {
    std::string rebuilt;
    std::size_t end = 0;
    std::uint32_t paragraph = 0;
    for (const Sentence& sentence : sentences) {
        const auto [begin, after] = sentence.bytes;
        if (begin < end || after <= begin || after > text.size()) {
            return "ranges overlap or leave the text";
        }
        const std::string gap = text.substr(end, begin - end);
        const std::string inner = text.substr(begin, after - begin);
        if (!trimmed(gap).empty()) {
            return "text is lost in a gap";
        }
        if (trimmed(inner) != inner || !is_utf8(inner)) {
            return "a sentence has white space at its ends or is not UTF-8";
        }
        const bool same_line = gap.find('\n') == std::string::npos;
        const bool counts_on = sentence.paragraph == paragraph || (!same_line && sentence.paragraph == paragraph + 1);
        if (!rebuilt.empty() && !counts_on) {
            return "paragraphs are miscounted";
        }
        paragraph = sentence.paragraph;
        rebuilt += gap;
        rebuilt += inner;
        end = after;
    }
    const std::string rest = text.substr(end);
    if (!trimmed(rest).empty()) {
        return "text is lost at the end";
    }
    return rebuilt + rest == text ? "" : "ranges and gaps do not rebuild the text";
}

} // namespace qosar
