// Where things stand in a text: an index from numbers, such as match keys, to places in ascending order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace qosar {

class Places {
public:
    using Entry = std::pair<std::uint64_t, std::uint32_t>; ///< a number and a place; 0 is no number

    explicit Places(std::vector<Entry> entries);

    /// The places of a number in ascending order; none where it is unknown.
    [[nodiscard]] std::span<const std::uint32_t> of(std::uint64_t number) const { return in_slot(slot_of(number)); }
    [[nodiscard]] std::span<const std::uint32_t> in_slot(std::size_t slot) const {
        return {m_places.data() + m_slots[slot].begin, m_slots[slot].end - m_slots[slot].begin};
    }
    /// A small number for each number, below slots(), to hold more about it. Unknown numbers get that of a free slot.
    [[nodiscard]] std::size_t slot_of(std::uint64_t number) const {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t i = number & mask;
        while (m_slots[i].number != 0 && m_slots[i].number != number) {
            i = (i + 1) & mask;
        }
        return i;
    }
    [[nodiscard]] std::size_t slots() const { return m_slots.size(); }

private:
    struct Slot {
        std::uint64_t number = 0;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    std::vector<std::uint32_t> m_places;
    std::vector<Slot> m_slots; ///< a hash table with linear probing, at most half full
};

/// A window that moves onwards over the places of each number of an index.
class PlacesAhead {
public:
    /// The index must outlive it.
    explicit PlacesAhead(const Places& places);

    /// The places in a slot that lie in [begin, end). Neither argument may ever go back.
    std::span<const std::uint32_t> within(std::size_t slot, std::uint32_t begin, std::uint32_t end) {
        Cursor& cursor = m_cursors[slot];
        if (cursor.next >= end) { // nearly always
            return {};
        }
        return advance(cursor, slot, begin, end);
    }

private:
    struct Cursor {
        std::uint32_t next = UINT32_MAX; ///< the first place that no window has passed yet
        std::uint32_t begin = 0;         ///< its number
        std::uint32_t end = 0;           ///< number of the first place behind the last window
    };

    std::span<const std::uint32_t> advance(Cursor& cursor, std::size_t slot, std::uint32_t begin, std::uint32_t end);

    const Places& m_places;
    std::vector<Cursor> m_cursors;
};

/// Those of sorted places that lie in [begin, end).
std::span<const std::uint32_t> places_within(std::span<const std::uint32_t> places, std::size_t begin, std::size_t end);

} // namespace qosar
