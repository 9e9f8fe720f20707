#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include "qosar/align/corridor.hpp"

namespace qosar {

namespace {

constexpr std::uint32_t least_weight = full_rarity / 4;
constexpr std::size_t least_gap = 24;  ///< between landmarks, in which more of them are looked for
constexpr std::size_t deepest = 4;     ///< levels of looking closer
constexpr std::size_t half_tile = 256; ///< of the squares in which texts that repeat themselves are looked at
constexpr std::size_t sparse = 64;     ///< sentences a landmark from which on that is done

std::vector<SharedRarity> transposed(std::vector<SharedRarity> points) {
    for (SharedRarity& point : points) {
        std::swap(point.first, point.second);
    }
    return points;
}

/// The heaviest of all chains that end before a place, for all places: a Fenwick tree of maxima.
class HeaviestBefore {
public:
    struct Chain {
        std::uint64_t weight = 0;
        std::size_t last = SIZE_MAX; ///< number of its last point
    };

    explicit HeaviestBefore(std::size_t places) : m_chains(places + 1) {}

    [[nodiscard]] Chain before(std::size_t place) const {
        Chain best;
        for (std::size_t i = place; i > 0; i &= i - 1) {
            best = better(best, m_chains[i]);
        }
        return best;
    }
    void add(std::size_t place, const Chain& chain) {
        for (std::size_t i = place + 1; i < m_chains.size(); i += i & (~i + 1)) {
            m_chains[i] = better(m_chains[i], chain);
        }
    }

private:
    /// Of equally heavy chains the one that ends with the earlier point.
    static const Chain& better(const Chain& a, const Chain& b) {
        return a.weight > b.weight || (a.weight == b.weight && a.last <= b.last) ? a : b;
    }

    std::vector<Chain> m_chains;
};

/// The heaviest chain of points that ascends on both sides. `second` is the range of second sentences.
std::vector<Landmark> heaviest_chain(std::vector<SharedRarity> points, Range second) {
    std::sort(points.begin(), points.end(), [](const SharedRarity& a, const SharedRarity& b) {
        return a.first != b.first ? a.first < b.first : a.second > b.second;
    });
    HeaviestBefore heaviest(second.size());
    std::vector<std::size_t> previous(points.size());
    for (std::size_t p = 0; p < points.size(); ++p) {
        const std::size_t place = points[p].second - second.begin;
        const HeaviestBefore::Chain before = heaviest.before(place);
        previous[p] = before.last;
        heaviest.add(place, {before.weight + points[p].weight, p});
    }
    std::vector<Landmark> chain;
    for (std::size_t p = heaviest.before(second.size()).last; p != SIZE_MAX; p = previous[p]) {
        chain.push_back({points[p].first, points[p].second});
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

class LandmarkFinder {
public:
    explicit LandmarkFinder(const PairedWords& words) : m_words(words) {}

    std::vector<Landmark> find() {
        look({0, m_words.first().sentences()}, {0, m_words.second().sentences()}, 0);
        return std::move(m_landmarks);
    }

private:
    /// Where equally good chains differ, neither is taken: which is found first depends on the order of the sides.
    static std::vector<Landmark> chain_of(const std::vector<SharedRarity>& points, Range first, Range second) {
        const std::vector<Landmark> forth = heaviest_chain(points, second);
        std::vector<Landmark> both;
        std::size_t i = 0;
        for (const Landmark& turned : heaviest_chain(transposed(points), first)) {
            const Landmark back{turned.second, turned.first};
            while (i < forth.size() && forth[i].first < back.first) {
                ++i;
            }
            if (i < forth.size() && forth[i] == back) {
                both.push_back(back);
            }
        }
        return both;
    }

    [[nodiscard]] std::vector<SharedRarity> points_in(Range first, Range second) const {
        std::vector<SharedRarity> points = m_words.rarities(first, second);
        std::erase_if(points, [](const SharedRarity& point) { return point.weight < least_weight; });
        return points;
    }

    /// What is rare within squares along the diagonal, which overlap by half.
    [[nodiscard]] std::vector<SharedRarity> points_in_tiles(Range first, Range second) const {
        const std::size_t tiles = std::max(first.size(), second.size()) / half_tile + 1;
        std::vector<SharedRarity> points;
        for (std::size_t t = 0; t <= tiles; ++t) {
            const auto tile = [&](Range side) {
                const std::size_t middle = side.begin + side.size() * t / tiles;
                return Range{std::max(side.begin, middle - std::min(half_tile, middle)),
                             std::min(side.end, middle + half_tile)};
            };
            const std::vector<SharedRarity> here = points_in(tile(first), tile(second));
            points.insert(points.end(), here.begin(), here.end());
        }
        std::sort(points.begin(), points.end(), [](const SharedRarity& a, const SharedRarity& b) {
            return std::tuple(a.first, a.second, b.weight) < std::tuple(b.first, b.second, a.weight);
        });
        points.erase(std::unique(points.begin(), points.end(),
                                 [](const SharedRarity& a, const SharedRarity& b) {
                                     return a.first == b.first && a.second == b.second;
                                 }),
                     points.end());
        return points;
    }

    void look(Range first, Range second, std::size_t depth) {
        std::vector<Landmark> chain = chain_of(points_in(first, second), first, second);
        const std::size_t longer = std::max(first.size(), second.size());
        if (longer > 4 * half_tile && chain.size() * sparse < longer) {
            chain = chain_of(points_in_tiles(first, second), first, second);
        }
        Landmark from{first.begin, second.begin};
        for (const Landmark& landmark : chain) {
            look_between(from, landmark, depth + 1);
            m_landmarks.push_back(landmark);
            from = {landmark.first + 1, landmark.second + 1};
        }
        if (!chain.empty()) {
            look_between(from, {first.end, second.end}, depth + 1);
        }
    }

    void look_between(Landmark from, Landmark to, std::size_t depth) {
        const Range first{from.first, to.first};
        const Range second{from.second, to.second};
        if (depth < deepest && !first.empty() && !second.empty() && first.size() + second.size() >= least_gap) {
            look(first, second, depth);
        }
    }

    const PairedWords& m_words;
    std::vector<Landmark> m_landmarks;
};

} // namespace

std::vector<Landmark> find_landmarks(const PairedWords& words) { return LandmarkFinder(words).find(); }

} // namespace qosar
