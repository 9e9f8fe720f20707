// Where the names of a side stand, by the keys that an index has for each.
#pragma once

#include <cstdint>
#include <vector>

#include "places.hpp"
#include "qosar/words/side_words.hpp"

namespace qosar {

using NameKeys = std::vector<std::vector<std::uint64_t>>; ///< by number of the name

/// `keys_of(FoldedName)` gives the keys of one name.
template <typename KeysOf>
NameKeys name_keys(const SideWords& side, KeysOf&& keys_of) {
    NameKeys keys;
    keys.reserve(side.names.size());
    for (const FoldedName& name : side.names) {
        keys.push_back(keys_of(name));
    }
    return keys;
}

/// The place of each word that could be a name, once for each key of its name.
inline std::vector<Places::Entry> name_places(const SideWords& side, const NameKeys& keys) {
    std::vector<Places::Entry> entries;
    for (std::uint32_t i = 0; i < side.words.size(); ++i) {
        if (side.words[i].name != no_name) {
            for (const std::uint64_t key : keys[side.words[i].name]) {
                entries.emplace_back(key, i);
            }
        }
    }
    return entries;
}

} // namespace qosar
