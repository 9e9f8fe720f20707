// The places of a paragraph at which a sentence may begin.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "qosar/segment/options.hpp"
#include "site.hpp"

namespace qosar {

enum class Pass {
    icu,          ///< ICU's boundary
    glued,        ///< no blank behind the stop
    small_letter, ///< a small letter behind the stop
    list          ///< an item of a flattened list
};

struct Candidate {
    std::size_t place = 0;
    Pass pass = Pass::icu;
    Stop stop; ///< begin == end where no stop stands before it
};

/// Finds them in paragraph after paragraph, since it keeps its memory.
class CandidateFinder {
public:
    explicit CandidateFinder(const SegmentOptions& options) : m_options(options) {}

    /// In order of their places, no place twice. Where two passes meet, ICU's goes first. They hold until the next
    /// call.
    const std::vector<Candidate>& find(std::string_view paragraph);

private:
    void add_icu(std::string_view text);
    void add_passes(std::string_view text);
    void add_passed_over(std::string_view text, std::size_t end);
    void add_list_item(std::string_view text, std::size_t mark);
    void add_bullet(std::string_view text, std::size_t at);

    SegmentOptions m_options;
    std::vector<std::size_t> m_breaks; ///< ICU's
    std::vector<Candidate> m_found;
};

} // namespace qosar
