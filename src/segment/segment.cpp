#include "qosar/segment/segment.hpp"

#include <algorithm>
#include <utility>

#include "qosar/text/characters.hpp"
#include "qosar/text/sentence_breaks.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

bool ends_word(char32_t c) {
    return is_space(c) || c == U'(' || c == U'«' || c == U'"' || c == U'“' || c == U'„' || c == U'[' || c == U'–' ||
           c == U'—';
}

/// The code point before `position`, which is moved to its beginning. REQUIRES: position > 0.
char32_t previous_code_point(std::string_view text, std::size_t& position) {
    do {
        --position;
    } while (position > 0 && (static_cast<unsigned char>(text[position]) & 0xC0U) == 0x80U);
    std::size_t at = position;
    return next_code_point(text, at);
}

/// The word that a full stop ends, looking back from behind the full stop: `ф.-м.ғ.к` in `… ф.-м.ғ.к.`.
/// Words of more than 24 bytes are no abbreviations, so the look back is bounded.
std::string_view word_before_stop(std::string_view text, std::size_t stop) {
    constexpr std::size_t longest = 24;
    std::size_t begin = stop;
    while (begin > 0 && stop - begin <= longest) {
        std::size_t before = begin;
        if (ends_word(previous_code_point(text, before))) {
            break;
        }
        begin = before;
    }
    return text.substr(begin, stop - begin);
}

/// A single capital, or capitals with inner stops and hyphens: the `К` of `К. Тоқаев`, the `Қ.-Ж` of `Қ.-Ж. Тоқаев`.
bool is_initial(std::string_view word) {
    bool letter_expected = true;
    for (std::size_t i = 0; i < word.size();) {
        const char32_t c = next_code_point(word, i);
        if (is_letter(c)) {
            if (!letter_expected || !is_upper(c)) {
                return false;
            }
            letter_expected = false;
        } else if (c == U'.' || c == U'-') {
            letter_expected = true;
        } else {
            return false;
        }
    }
    return !word.empty();
}

/// `5.` at the beginning of a line numbers the sentence that follows.
bool is_list_number(std::string_view word, bool begins_line) {
    return begins_line && !word.empty() && word.size() <= 3 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_digit_at(std::string_view line, std::size_t place) {
    return place < line.size() && is_digit(next_code_point(line, place));
}

/// Whether the boundary at `place` of a line must not stand, since a full stop before it ends no sentence.
bool is_false_break(const LanguagePack& pack, std::string_view line, std::size_t place) {
    const std::string_view before = line.substr(0, place);
    const std::string_view inner = trimmed(before);
    const std::size_t end = static_cast<std::size_t>(inner.data() - before.data()) + inner.size();
    if (end == 0 || line[end - 1] != '.') {
        return false;
    }
    const std::string_view word = word_before_stop(line, end - 1);
    const bool begins_line = trimmed(line.substr(0, static_cast<std::size_t>(word.data() - line.data()))).empty();
    if (is_initial(word) || is_list_number(word, begins_line)) {
        return true;
    }
    const auto abbreviation = pack.abbreviations.find(lower(word));
    return abbreviation != pack.abbreviations.end() && (!abbreviation->second || is_digit_at(line, place));
}

void add_sentence(std::vector<Sentence>& sentences, std::string_view text, std::size_t begin, std::size_t end,
                  std::uint32_t paragraph) {
    const std::string_view inner = trimmed(text.substr(begin, end - begin));
    if (!inner.empty()) {
        const auto place = static_cast<std::size_t>(inner.data() - text.data());
        sentences.push_back({{place, place + inner.size()}, paragraph});
    }
}

} // namespace

std::vector<Sentence> segment(const LanguagePack& pack, std::string_view text) {
    std::vector<Sentence> sentences;
    std::uint32_t paragraph = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = trimmed(text.substr(begin, end - begin));
        if (!line.empty()) {
            const auto line_begin = static_cast<std::size_t>(line.data() - text.data());
            std::size_t from = 0;
            for (const std::size_t place : sentence_breaks(line)) {
                if (!is_false_break(pack, line, place)) {
                    add_sentence(sentences, text, line_begin + from, line_begin + place, paragraph);
                    from = place;
                }
            }
            add_sentence(sentences, text, line_begin + from, line_begin + line.size(), paragraph);
            ++paragraph;
        }
        begin = end + 1;
    }
    return sentences;
}

SegmentedText segmented(const LanguagePack& pack, std::string text) {
    std::vector<Sentence> sentences = segment(pack, text);
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
