#include "qosar/align/corridor.hpp"

#include <algorithm>
#include <cstdint>

namespace qosar {

namespace {

/// [begin - slack, end + slack] as a range of points, of which there are `count`.
Range widened(std::size_t begin, std::size_t end, std::size_t slack, std::size_t count) {
    return {begin - std::min(slack, begin), std::min(end + slack + 1, count)};
}

} // namespace

Corridor Corridor::whole(std::size_t first, std::size_t second) {
    Corridor corridor(first, second);
    corridor.add({0, first + 1}, {0, second + 1});
    return corridor;
}

Corridor Corridor::around(const std::vector<Landmark>& landmarks, std::size_t first, std::size_t second,
                          const CorridorOptions& options) {
    Corridor corridor(first, second);
    // The points where each landmark begins and ends; the first and the last one are the corners of the grid.
    std::vector<Landmark> begins{{0, 0}};
    std::vector<Landmark> ends{{0, 0}};
    for (const Landmark& landmark : landmarks) {
        begins.push_back(landmark);
        ends.push_back({landmark.first + 1, landmark.second + 1});
    }
    begins.push_back({first, second});
    ends.push_back({first, second});
    for (std::size_t k = 0; k + 1 < begins.size(); ++k) {
        for (std::size_t reach = options.reach + 1; reach-- > 0;) {
            const Landmark from = begins[k - std::min(reach, k)];
            const Landmark to = ends[std::min(k + 1 + reach, ends.size() - 1)];
            const Range rows = widened(from.first, to.first, options.slack, corridor.rows());
            const Range columns = widened(from.second, to.second, options.slack, corridor.columns());
            if (rows.size() * columns.size() <= options.width * (rows.size() + columns.size())) {
                corridor.add(rows, columns);
                break;
            }
            if (reach == 0) {
                corridor.add_band(begins[k], ends[k + 1], options.half_band);
            }
        }
    }
    corridor.close();
    return corridor;
}

void Corridor::add(Range rows, Range columns) {
    for (std::size_t i = rows.begin; i < rows.end; ++i) {
        m_rows[i].begin = std::min(m_rows[i].begin, columns.begin);
        m_rows[i].end = std::max(m_rows[i].end, columns.end);
    }
}

/// Squares around points of the diagonal, which overlap.
void Corridor::add_band(Landmark from, Landmark to, std::size_t half) {
    const std::size_t height = to.first - from.first;
    const std::size_t width = to.second - from.second;
    const std::size_t squares = 2 * std::max(height, width) / std::max<std::size_t>(half, 1) + 1;
    for (std::size_t s = 0; s <= squares; ++s) {
        const std::size_t i = from.first + height * s / squares;
        const std::size_t j = from.second + width * s / squares;
        add(widened(i, i, half, rows()), widened(j, j, half, columns()));
    }
}

/// Takes in what is missing so that neither end of a row ever goes back.
void Corridor::close() {
    for (std::size_t i = m_rows.size(); i-- > 1;) {
        m_rows[i - 1].begin = std::min(m_rows[i - 1].begin, m_rows[i].begin);
    }
    for (std::size_t i = 1; i < m_rows.size(); ++i) {
        m_rows[i].end = std::max(m_rows[i].end, m_rows[i - 1].end);
    }
}

std::size_t Corridor::points() const {
    std::size_t points = 0;
    for (const Range row : m_rows) {
        points += row.size();
    }
    return points;
}

Windows Corridor::windows() const {
    Windows windows;
    windows.reserve(m_rows.size() - 1);
    const std::size_t sentences = m_columns - 1;
    for (std::size_t x = 0; x + 1 < m_rows.size(); ++x) {
        const Range before = m_rows[x - std::min(x, longest_side - 1)];
        const Range after = m_rows[std::min(x + longest_side, m_rows.size() - 1)];
        windows.push_back(
            {before.begin - std::min(longest_side, before.begin), std::min(after.end - 1 + longest_side, sentences)});
    }
    return windows;
}

namespace {

/// Landmarks that go well with required beads, and one at either end of each of these.
std::vector<Landmark> with_beads(const std::vector<Landmark>& landmarks, const std::vector<Bead>& required) {
    std::vector<Landmark> out;
    std::size_t next = 0;
    const auto take_until = [&](Range first, Range second) {
        for (; next < landmarks.size() && landmarks[next].first < first.end; ++next) {
            const Landmark& landmark = landmarks[next];
            const bool behind =
                out.empty() || (landmark.first > out.back().first && landmark.second > out.back().second);
            if (behind && landmark.first < first.begin && landmark.second < second.begin) {
                out.push_back(landmark);
            }
        }
    };
    for (const Bead& bead : required) {
        if (bead.is_pair()) {
            take_until(bead.first, bead.second);
            out.push_back({bead.first.begin, bead.second.begin});
            if (bead.first.size() > 1 && bead.second.size() > 1) {
                out.push_back({bead.first.end - 1, bead.second.end - 1});
            }
        }
    }
    take_until({SIZE_MAX, SIZE_MAX}, {SIZE_MAX, SIZE_MAX});
    return out;
}

} // namespace

Corridor find_corridor(const PairedWords& words, const CorridorOptions& options, const std::vector<Bead>& required) {
    const std::size_t first = words.first().sentences();
    const std::size_t second = words.second().sentences();
    if (first == 0 || second == 0 || first <= options.full_search_cells / second) {
        return Corridor::whole(first, second);
    }
    return Corridor::around(with_beads(find_landmarks(words), required), first, second, options);
}

} // namespace qosar
