#include "qosar/segment/evaluate.hpp"

#include <algorithm>
#include <set>

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

using Boundaries = std::set<std::size_t>; ///< in visible characters

/// A text by code points, with the number of visible characters before each.
struct Characters {
    std::u32string all;
    std::vector<std::size_t> visible_before{0};

    explicit Characters(std::string_view text) {
        for (std::size_t i = 0; i < text.size();) {
            all += next_code_point(text, i);
            visible_before.push_back(visible_before.back() + (is_space(all.back()) ? 0 : 1));
        }
    }

    [[nodiscard]] Boundaries boundaries(const std::vector<std::size_t>& ends) const {
        Boundaries found;
        for (const std::size_t end : ends) {
            const std::size_t visible = visible_before[std::min(end, all.size())];
            if (visible > 0 && visible < visible_before.back()) {
                found.insert(visible);
            }
        }
        return found;
    }
};

bool closes(char32_t c) { return std::u32string_view(U"»”’\"')]›").find(c) != std::u32string_view::npos; }

bool is_mark(char32_t c, std::u32string_view marks) { return marks.find(c) != std::u32string_view::npos; }

/// What stands before and behind a boundary. REQUIRES: 0 < visible < all visible characters.
std::string class_of(const Characters& text, std::size_t visible) {
    const auto begin = text.visible_before.begin();
    const auto end = static_cast<std::size_t>(std::lower_bound(begin, text.visible_before.end(), visible) - begin);
    if (!is_space(text.all[end])) {
        return "glued";
    }
    std::size_t last = end;
    while (last > 0 && closes(text.all[last - 1])) {
        --last;
    }
    const char32_t mark = last > 0 ? text.all[last - 1] : U'\0';
    if (is_mark(mark, U":;")) {
        return "colon or semicolon";
    }
    if (!is_mark(mark, U".!?…")) {
        return "no mark";
    }
    std::size_t next = end;
    while (is_space(text.all[next])) {
        ++next;
    }
    const char32_t c = text.all[next];
    const char* behind = is_lower(c)   ? "small letter"
                         : is_dash(c)  ? "dash"
                         : is_digit(c) ? "digit"
                         : is_upper(c) ? "capital"
                                       : "other";
    return std::string(last < end ? "mark, closing mark, " : "mark, ") + behind;
}

} // namespace

SegmentScore& SegmentScore::operator+=(const SegmentScore& other) {
    hits += other.hits;
    proposed += other.proposed;
    gold += other.gold;
    texts += other.texts;
    texts_right += other.texts_right;
    for (const auto& [name, counts] : other.by_class) {
        ClassHits& sum = by_class[name];
        sum.found += counts.found;
        sum.gold += counts.gold;
        sum.false_ones += counts.false_ones;
    }
    return *this;
}

SegmentScore evaluate_sentences(const GoldText& gold, const std::vector<std::size_t>& proposed, bool terminated) {
    const Characters text(gold.text);
    Boundaries right = text.boundaries(gold.ends);
    Boundaries found = text.boundaries(proposed);
    Boundaries left_out = text.boundaries(gold.optional);
    if (terminated) {
        for (const std::size_t boundary : right) {
            const std::string name = class_of(text, boundary);
            if (name == "no mark" || name == "colon or semicolon") {
                left_out.insert(boundary);
            }
        }
    }
    for (const std::size_t boundary : left_out) {
        right.erase(boundary);
        found.erase(boundary);
    }
    SegmentScore score;
    score.proposed = found.size();
    score.gold = right.size();
    score.texts = 1;
    score.texts_right = found == right ? 1 : 0;
    for (const std::size_t boundary : right) {
        ClassHits& counts = score.by_class[class_of(text, boundary)];
        const bool is_found = found.contains(boundary);
        counts.found += is_found ? 1 : 0;
        ++counts.gold;
        score.hits += is_found ? 1 : 0;
    }
    for (const std::size_t boundary : found) {
        score.by_class[class_of(text, boundary)].false_ones += right.contains(boundary) ? 0 : 1;
    }
    return score;
}

} // namespace qosar
