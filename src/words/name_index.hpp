// The names of a text, to be found by those of another.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "qosar/words/names.hpp"

namespace qosar {

/// A name and all its places in a text.
struct NamePlaces {
    FoldedName name;
    std::vector<std::uint32_t> places;
};

class NameIndex {
public:
    void add(const FoldedName& name, std::uint32_t place);

    /// Each name once, in the order of first places.
    [[nodiscard]] const std::vector<NamePlaces>& names() const { return m_names; }

    /// Numbers of the names that may be like this one, in ascending order. Where very many names begin alike, only one
    /// of the same letters is found.
    [[nodiscard]] std::vector<std::uint32_t> candidates(const FoldedName& name) const;

private:
    using Numbers = std::vector<std::uint32_t>;

    std::vector<NamePlaces> m_names;
    std::unordered_map<std::string, std::uint32_t> m_by_letters;
    std::unordered_map<std::string, Numbers> m_by_key;
};

} // namespace qosar
