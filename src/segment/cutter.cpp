#include "cutter.hpp"

#include <algorithm>
#include <utility>

#include "qosar/segment/boundary.hpp"
#include "qosar/segment/lines.hpp"
#include "qosar/text/characters.hpp"

namespace qosar {

namespace {

/// A boundary this close to the end of a window may depend on what follows the window.
constexpr std::size_t look_ahead = 4096;

std::size_t character_begin(std::string_view text, std::size_t place) {
    while (place > 0 && place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80U) {
        --place;
    }
    return place;
}

} // namespace

Cutter::Cutter(const LanguagePack& pack, const SegmentOptions& options, SegmentSink sink)
    : m_options(options), m_boundaries(pack, options), m_sink(std::move(sink)) {
    m_options.longest_sentence = std::max(m_options.longest_sentence, 2 * look_ahead);
}

std::size_t Cutter::cut(std::string_view text, std::size_t base, bool final) {
    m_base = base;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::string_view rest = text.substr(begin);
        if (m_inside_long_line || (rest.size() > m_options.longest_sentence &&
                                   rest.substr(0, m_options.longest_sentence + 1).find('\n') == rest.npos)) {
            begin = cut_long_line(text, begin, final);
            if (m_inside_long_line) {
                return begin;
            }
            continue;
        }
        const Block block = next_block(text, begin, m_options, final);
        if (block.end == 0) {
            return begin;
        }
        cut_block(text, begin, block);
        begin = block.end;
    }
    return begin;
}

std::size_t Cutter::cut_long_line(std::string_view text, std::size_t begin, bool final) {
    const std::size_t newline = text.find('\n', begin);
    const bool whole = final || newline != std::string_view::npos;
    const std::size_t end = std::min(newline, text.size());
    begin = cut_paragraph(text, {begin, end}, whole);
    m_inside_long_line = !whole;
    if (whole) {
        end_paragraph();
        begin = std::min(end + 1, text.size());
    }
    return begin;
}

void Cutter::cut_block(std::string_view text, std::size_t begin, const Block& block) {
    for (const Boundary& newline : block.newlines) {
        explain(text, newline);
        if (newline.stands) {
            cut_paragraph(text, {begin, newline.place}, true);
            end_paragraph();
            begin = newline.place;
        }
    }
    cut_paragraph(text, {begin, block.end}, true);
    end_paragraph();
}

/// A paragraph is cut window by window, so that the memory for one is bounded. Windows begin where sentences do and
/// have one size, so that it does not matter how much of the paragraph is at hand. Returns where the rest begins.
std::size_t Cutter::cut_paragraph(std::string_view text, Range paragraph, bool whole) {
    std::size_t begin = paragraph.begin;
    while (paragraph.end - begin > m_options.longest_sentence) {
        begin = cut_window(text, {begin, character_begin(text, begin + m_options.longest_sentence)});
    }
    if (!whole) {
        return begin;
    }
    const std::size_t last = begin;
    for (const Boundary& found : m_boundaries.find(text.substr(last, paragraph.end - last))) {
        explain(text, {last + found.place, found.stands, found.rule});
        if (found.stands) {
            hand_over(text, begin, last + found.place);
            begin = last + found.place;
        }
    }
    hand_over(text, begin, paragraph.end);
    return paragraph.end;
}

/// The sentences of a window but the last one, which may go on behind it. Returns where that begins.
std::size_t Cutter::cut_window(std::string_view text, Range window) {
    std::size_t begin = window.begin;
    for (const Boundary& found : m_boundaries.find(text.substr(window.begin, window.size()))) {
        const std::size_t place = window.begin + found.place;
        if (place > window.end - look_ahead) {
            break;
        }
        explain(text, {place, found.stands, found.rule});
        if (found.stands) {
            hand_over(text, begin, place);
            begin = place;
        }
    }
    if (begin == window.begin) {
        const std::size_t blank = text.substr(begin, window.size()).find_last_of(" \t\n");
        const std::size_t place = blank == std::string_view::npos ? window.end : begin + blank + 1;
        explain(text, {place, true, "too long"});
        hand_over(text, begin, place);
        begin = place;
    }
    return begin;
}

void Cutter::end_paragraph() {
    m_paragraph += m_paragraph_has_sentence ? 1 : 0;
    m_paragraph_has_sentence = false;
}

void Cutter::hand_over(std::string_view text, std::size_t begin, std::size_t end) {
    const std::string_view inner = trimmed(text.substr(begin, end - begin));
    if (!inner.empty()) {
        const std::size_t place = m_base + static_cast<std::size_t>(inner.data() - text.data());
        m_sink.sentence(inner, {{place, place + inner.size()}, m_paragraph});
        m_paragraph_has_sentence = true;
    }
}

void Cutter::explain(std::string_view text, const Boundary& boundary) const {
    constexpr std::size_t shown = 40;
    if (m_sink.candidate) {
        const std::size_t begin = character_begin(text, boundary.place - std::min(shown, boundary.place));
        const std::size_t end = character_begin(text, std::min(boundary.place + shown, text.size()));
        m_sink.candidate(text.substr(begin, boundary.place - begin), text.substr(boundary.place, end - boundary.place),
                         {m_base + boundary.place, boundary.stands, boundary.rule});
    }
}

} // namespace qosar
