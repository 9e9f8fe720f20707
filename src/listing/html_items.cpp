#include "html_items.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "qosar/base/hash.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

/// A line with a date that can be an item's.
struct Dated {
    std::size_t line = 0;
    LineDate found;
    std::size_t container = 0; ///< the largest element without another such line
    Range lines;               ///< of the container
    std::optional<std::size_t> title;
    bool weak = false; ///< the title is but a line like others
};

class ItemFinder {
public:
    ItemFinder(const HtmlTree& tree, const std::vector<PageLine>& lines) : m_tree(tree), m_lines(lines) {}

    FoundItems find() {
        find_dates();
        if (m_dated.size() < 2) {
            return {};
        }
        find_shapes();
        std::map<std::uint64_t, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < m_dated.size(); ++i) {
            find_container(i);
            find_title(m_dated[i]);
            groups[m_shapes[m_dated[i].container]].push_back(i);
        }
        for (const auto& [shape, members] : groups) {
            find_items(shape, members);
        }
        std::sort(m_out.items.begin(), m_out.items.end(),
                  [](const HtmlItem& a, const HtmlItem& b) { return a.lines.begin < b.lines.begin; });
        drop_overlaps();
        split_days();
        std::sort(m_out.stray_dates.begin(), m_out.stray_dates.end());
        return std::move(m_out);
    }

private:
    void find_dates() {
        std::vector<std::optional<LineDate>> alone;
        for (const PageLine& line : m_lines) {
            alone.push_back(date_of_line(m_tree, line));
        }
        const auto is_alone = [&](std::size_t i) { return i < alone.size() && alone[i] && alone[i]->title.empty(); };
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const bool second = is_alone(i) && !m_dated.empty() && m_dated.back().line + 1 == i;
            const bool has_other = alone[i] && !alone[i]->title.empty() && m_lines[i].heading > 0 &&
                                   (is_alone(i + 1) || (i > 0 && is_alone(i - 1)));
            if (alone[i] && !second &&
                !has_other) { // `Updated` below `Published`, or a date in a title that has its own
                m_dated.push_back({i, *alone[i], 0, {}, std::nullopt, false});
            }
        }
    }

    /// A hash of the tags on the way from the root, for each node.
    void find_shapes() {
        m_shapes.resize(m_tree.nodes.size());
        for (std::size_t i = 0; i < m_tree.nodes.size(); ++i) {
            m_shapes[i] = hash64(m_tree.nodes[i].tag, i == 0 ? 0 : m_shapes[m_tree.nodes[i].parent]);
        }
    }

    void find_container(std::size_t i) {
        Dated& dated = m_dated[i];
        dated.container = m_lines[dated.line].block;
        for (;;) {
            const std::size_t parent = m_tree.nodes[dated.container].parent;
            const Range around = lines_in(m_lines, m_tree, parent);
            const bool other_before = i > 0 && m_dated[i - 1].line >= around.begin;
            const bool other_behind = i + 1 < m_dated.size() && m_dated[i + 1].line < around.end;
            if (parent == dated.container || other_before || other_behind) {
                break;
            }
            dated.container = parent;
        }
        dated.lines = lines_in(m_lines, m_tree, dated.container);
    }

    void find_title(Dated& dated) const {
        if (!dated.found.title.empty()) {
            dated.title = dated.line;
            return;
        }
        const auto heading =
            nearest(dated, [&](std::size_t i) { return m_lines[i].heading > 0 && is_title_like(m_lines[i]); });
        const auto any = nearest(dated, [&](std::size_t i) { return is_title_like(m_lines[i]); });
        // An unlinked heading above a marked line is a section's.
        const bool section = heading && any && *heading < *any && *any < dated.line && !m_lines[*heading].linked();
        dated.title = heading && !section ? heading : any;
        if (!dated.title) {
            dated.weak = true;
            dated.title = nearest(dated, [&](std::size_t i) {
                return !is_counter(m_lines[i].text) && !is_more_label(m_lines[i].text) &&
                       count_code_points(m_lines[i].text) <= longest_title && count_words(m_lines[i].text) > 0;
            });
        }
    }

    /// The closest line before the date that fits, else the first behind it.
    template <typename Fits>
    std::optional<std::size_t> nearest(const Dated& dated, Fits&& fits) const {
        for (std::size_t i = dated.line; i > dated.lines.begin; --i) {
            if (fits(i - 1)) {
                return i - 1;
            }
        }
        for (std::size_t i = dated.line + 1; i < dated.lines.end; ++i) {
            if (fits(i)) {
                return i;
            }
        }
        return std::nullopt;
    }

    void find_items(std::uint64_t shape, const std::vector<std::size_t>& members) {
        std::size_t titled = 0;
        std::size_t below_heading = 0;
        for (const std::size_t i : members) {
            titled += m_dated[i].title && !m_dated[i].weak ? 1 : 0;
            below_heading += has_heading_before(m_dated[i]) ? 1 : 0;
        }
        const bool inside = 2 * titled >= members.size();
        const bool weak = !inside && 2 * below_heading < members.size() && members.size() >= 2;
        std::vector<std::size_t> flat;
        for (const std::size_t i : members) {
            const Dated& dated = m_dated[i];
            if (dated.title && (!dated.weak || inside || weak) && (inside || weak)) {
                add_container(dated, shape);
            } else {
                flat.push_back(i);
            }
        }
        find_flat_items(shape, flat);
    }

    [[nodiscard]] bool has_heading_before(const Dated& dated) const {
        return dated.lines.begin > 0 && m_lines[dated.lines.begin - 1].heading > 0;
    }

    void add_container(const Dated& dated, std::uint64_t shape) {
        HtmlItem item = item_of(dated, *dated.title, shape);
        item.lines = dated.lines;
        item.bytes = m_tree.nodes[dated.container].bytes;
        const std::size_t first = std::min(*dated.title, dated.line);
        std::size_t cut = item.lines.begin;
        for (std::size_t i = item.lines.begin; i < first; ++i) { // a section's heading above the title
            const bool heading =
                m_lines[i].heading > 0 && m_lines[i].heading < std::max(m_lines[*dated.title].heading, 1);
            const bool other = m_lines[i].heading > 0 && m_lines[*dated.title].heading == 0;
            cut = heading || other ? i + 1 : cut;
        }
        if (cut > item.lines.begin || item.bytes.empty()) {
            item.lines.begin = cut;
            item.bytes = bytes_of(item.lines);
        }
        m_out.items.push_back(std::move(item));
    }

    [[nodiscard]] HtmlItem item_of(const Dated& dated, std::size_t title, std::uint64_t shape) const {
        HtmlItem item;
        item.title = title;
        item.title_text = title == dated.line ? dated.found.title : Range{0, m_lines[title].text.size()};
        item.date_line = dated.line;
        item.date = dated.found.date;
        item.shape = shape;
        return item;
    }

    /// From the element around the first line to that around the last one, as far as these begin and end there.
    [[nodiscard]] Range bytes_of(Range lines) const {
        const PageLine& first = m_lines[lines.begin];
        const PageLine& last = m_lines[lines.end - 1];
        const Range around_first = m_tree.nodes[first.block].bytes;
        const Range around_last = m_tree.nodes[last.block].bytes;
        const bool begins = lines_in(m_lines, m_tree, first.block).begin == lines.begin && !around_first.empty();
        const bool ends = lines_in(m_lines, m_tree, last.block).end == lines.end && !around_last.empty();
        const std::size_t begin = begins ? around_first.begin : first.bytes.begin;
        return {begin, std::max(begin, ends ? around_last.end : last.bytes.end)};
    }

    /// Titles, dates and texts side by side in one element: cut at the titles.
    void find_flat_items(std::uint64_t shape, const std::vector<std::size_t>& members) {
        std::map<std::size_t, std::vector<std::size_t>> by_parent;
        for (const std::size_t i : members) {
            by_parent[m_tree.nodes[m_dated[i].container].parent].push_back(i);
        }
        for (const auto& [parent, dates] : by_parent) {
            cut_at_titles(shape, dates, lines_in(m_lines, m_tree, parent));
        }
    }

    void cut_at_titles(std::uint64_t shape, const std::vector<std::size_t>& dates, Range scope) {
        std::size_t before = 0;
        std::size_t behind = 0;
        for (const std::size_t i : dates) {
            before += title_before(m_dated[i], scope) ? 1 : 0;
            behind += title_behind(m_dated[i], scope) ? 1 : 0;
        }
        std::vector<HtmlItem> items;
        for (const std::size_t i : dates) {
            const std::optional<std::size_t> title =
                before >= behind ? title_before(m_dated[i], scope) : title_behind(m_dated[i], scope);
            if (title) {
                items.push_back(item_of(m_dated[i], *title, shape));
                items.back().lines.begin = std::min(*title, m_dated[i].line);
            } else {
                m_out.stray_dates.push_back(m_dated[i].line);
            }
        }
        for (std::size_t k = 0; k < items.size(); ++k) {
            items[k].lines.end = end_of(items[k], k + 1 < items.size() ? items[k + 1].lines.begin : scope.end);
            items[k].bytes = bytes_of(items[k].lines);
            m_out.items.push_back(std::move(items[k]));
        }
    }

    [[nodiscard]] std::optional<std::size_t> title_before(const Dated& dated, Range scope) const {
        for (std::size_t i = dated.line; i > scope.begin && i + 1 >= dated.line; --i) {
            if (is_title_like(m_lines[i - 1])) {
                return i - 1;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::size_t> title_behind(const Dated& dated, Range scope) const {
        for (std::size_t i = dated.line + 1; i < scope.end && i <= dated.line + 2; ++i) {
            if (is_title_like(m_lines[i])) {
                return i;
            }
        }
        return std::nullopt;
    }

    /// An item ends before a heading above its own level.
    [[nodiscard]] std::size_t end_of(const HtmlItem& item, std::size_t limit) const {
        const int level = m_lines[item.title].heading;
        for (std::size_t i = std::max(item.title, item.date_line) + 1; i < limit; ++i) {
            const int other = m_lines[i].heading;
            if (other > 0 && (level == 0 || other < level)) {
                return i;
            }
        }
        return limit;
    }

    /// A heading with a date may stand above all items of that day: titles of one shape below it.
    void split_days() {
        std::vector<HtmlItem> all;
        for (HtmlItem& item : m_out.items) {
            std::vector<std::size_t> titles;
            const bool day = m_lines[item.date_line].heading > 0 && item.title > item.date_line;
            for (std::size_t i = item.title; day && i < item.lines.end; ++i) {
                if (m_shapes[m_lines[i].block] == m_shapes[m_lines[item.title].block] && is_title_like(m_lines[i])) {
                    titles.push_back(i);
                }
            }
            if (titles.size() < 2) {
                all.push_back(std::move(item));
                continue;
            }
            const std::size_t end = item.lines.end;
            for (std::size_t k = 0; k < titles.size(); ++k) {
                item.title = titles[k];
                item.title_text = {0, m_lines[titles[k]].text.size()};
                item.lines = {titles[k], k + 1 < titles.size() ? titles[k + 1] : end};
                item.bytes = bytes_of(item.lines);
                all.push_back(item);
            }
        }
        m_out.items = std::move(all);
    }

    /// Elements that the parser moved could overlap.
    void drop_overlaps() {
        std::vector<HtmlItem> kept;
        for (HtmlItem& item : m_out.items) {
            const bool behind = kept.empty() || (item.lines.begin >= kept.back().lines.end &&
                                                 item.bytes.begin >= kept.back().bytes.end);
            if (behind) {
                kept.push_back(std::move(item));
            } else {
                m_out.stray_dates.push_back(item.date_line);
            }
        }
        m_out.items = std::move(kept);
    }

    const HtmlTree& m_tree;
    const std::vector<PageLine>& m_lines;
    std::vector<Dated> m_dated;
    std::vector<std::uint64_t> m_shapes;
    FoundItems m_out;
};

} // namespace

FoundItems find_html_items(const HtmlTree& tree, const std::vector<PageLine>& lines) {
    return ItemFinder(tree, lines).find();
}

} // namespace qosar
