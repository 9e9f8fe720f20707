// Cuts as much of a text into sentences as is certain: the one loop behind `segment` and SentenceStream.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "boundary_finder.hpp"
#include "qosar/segment/stream.hpp"

namespace qosar {

class Cutter {
public:
    Cutter(const LanguagePack& pack, const SegmentOptions& options, SegmentSink sink);

    /// Hands over the sentences of `text`, which begins at byte `base` of the whole, and returns how many bytes are
    /// done with. Unless `final`, more text follows these; what it could change is left for the next call.
    std::size_t cut(std::string_view text, std::size_t base, bool final);

private:
    std::size_t cut_long_line(std::string_view text, std::size_t begin, bool final);
    void cut_block(std::string_view text, std::size_t begin, const struct Block& block);
    std::size_t cut_paragraph(std::string_view text, Range paragraph, bool whole);
    std::size_t cut_window(std::string_view text, Range window);
    void end_paragraph();
    void hand_over(std::string_view text, std::size_t begin, std::size_t end);
    void explain(std::string_view text, const Boundary& boundary) const;

    SegmentOptions m_options;
    BoundaryFinder m_boundaries;
    SegmentSink m_sink;
    std::size_t m_base = 0;
    std::uint32_t m_paragraph = 0;
    bool m_paragraph_has_sentence = false;
    bool m_inside_long_line = false;
};

} // namespace qosar
