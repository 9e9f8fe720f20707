// The parts of a text that rules for sentences look at: a few characters around each stop.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace qosar {

/// The surroundings of all stops of a text, run together, in UTF-16 and with a newline as a blank.
///
///     Бүгін салқын, 5 градус. Кеше жылы еді, бүгін ше? Иә
///                          с. К                     е? И
///
/// A stop is what a boundary can stand behind. The rules look no further back than to the character before it, and no
/// further on than to the first letter, digit or other character that ends their search (`sentence_rules`).
/// The characters between are alike to them, so they find the same boundaries here as in the whole text.
class SentenceExcerpt {
public:
    /// Takes the place of what it held before; its memory is used again. REQUIRES: less than 2 GiB of text.
    void take(std::string_view text);

    [[nodiscard]] const std::u16string& units() const { return m_units; }
    /// The byte of the text at which the character of this unit begins.
    [[nodiscard]] std::size_t place(std::size_t unit) const { return m_places[unit]; }

private:
    void add(std::string_view text, std::size_t begin, std::size_t end);

    std::u16string m_units;
    std::vector<std::uint32_t> m_places; ///< for each unit
};

} // namespace qosar
