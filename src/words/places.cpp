#include "places.hpp"

#include <algorithm>
#include <bit>

namespace qosar {

Places::Places(std::vector<Entry> entries) {
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        numbers += i == 0 || entries[i].first != entries[i - 1].first ? 1 : 0;
    }
    m_slots.resize(std::bit_ceil(2 * numbers + 1));
    m_places.reserve(entries.size());
    for (const auto& [number, place] : entries) {
        Slot& slot = m_slots[slot_of(number)];
        if (slot.number == 0) {
            slot = {number, static_cast<std::uint32_t>(m_places.size()), static_cast<std::uint32_t>(m_places.size())};
        }
        m_places.push_back(place);
        ++slot.end;
    }
}

PlacesAhead::PlacesAhead(const Places& places) : m_places(places), m_cursors(places.slots()) {
    for (std::size_t slot = 0; slot < m_cursors.size(); ++slot) {
        if (const auto all = places.in_slot(slot); !all.empty()) {
            m_cursors[slot].next = all.front();
        }
    }
}

std::span<const std::uint32_t> PlacesAhead::advance(Cursor& cursor, std::size_t slot, std::uint32_t begin,
                                                    std::uint32_t end) {
    const auto all = m_places.in_slot(slot);
    while (cursor.begin < all.size() && all[cursor.begin] < begin) {
        ++cursor.begin;
    }
    cursor.end = std::max(cursor.end, cursor.begin);
    while (cursor.end < all.size() && all[cursor.end] < end) {
        ++cursor.end;
    }
    cursor.next = cursor.begin < all.size() ? all[cursor.begin] : UINT32_MAX;
    return all.subspan(cursor.begin, cursor.end - cursor.begin);
}

std::span<const std::uint32_t> places_within(std::span<const std::uint32_t> places, std::size_t begin,
                                             std::size_t end) {
    const auto from = std::lower_bound(places.begin(), places.end(), begin);
    const auto to = std::lower_bound(from, places.end(), end);
    return {from, to};
}

} // namespace qosar
