// The endings of Kazakh and the order they come in, read from languages/kk/suffixes.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kazakh_letters.hpp"

namespace qosar {

/// One spelling of an ending, such as `тер` of the plural `ЛАр`.
struct Ending {
    std::uint8_t row = 0;                   ///< of the table
    std::uint8_t after_sounds = sound::any; ///< what the sound before it may be
    std::uint8_t harmony = harmony::any;    ///< what its own vowels are
    std::int8_t trust = 0;                  ///< how far it alone tells an inflected word
    bool may_end = true;                    ///< whether it may be the last one of a word
};

/// The endings as a tree of their letters read from the last to the first, so that all endings that end at a place of
/// a word are found on one walk.
class KazakhGrammar {
public:
    using Rows = std::uint64_t; ///< set of the table's rows, one bit each

    /// Throws Error when the table cannot be read; `file` is for its message.
    KazakhGrammar(std::string_view table, const std::string& file);

    struct Node {
        std::array<std::uint16_t, kazakh_letters.size()> children{}; ///< node by letter; 0 is none
        std::uint16_t first_ending = 0;
        std::uint16_t ending_count = 0;
    };

    [[nodiscard]] const Node& root() const { return m_nodes.front(); }
    /// Null if no ending goes on with this letter.
    [[nodiscard]] const Node* child(const Node& node, Letter l) const {
        return node.children[l] == 0 ? nullptr : &m_nodes[node.children[l]];
    }
    [[nodiscard]] const Ending* endings(const Node& node) const { return m_endings.data() + node.first_ending; }

    /// The rows of a slot; empty if there is none.
    [[nodiscard]] Rows slot(const std::string& name) const;
    /// The rows whose endings may stand right behind one of this row.
    [[nodiscard]] Rows followers(std::size_t row) const { return m_followers[row]; }
    [[nodiscard]] Rows after_noun() const { return m_after_noun; }
    [[nodiscard]] Rows after_verb() const { return m_after_verb; }

private:
    std::vector<Node> m_nodes;
    std::vector<Ending> m_endings;
    std::map<std::string, Rows> m_slots;
    std::vector<Rows> m_followers;
    Rows m_after_noun = 0;
    Rows m_after_verb = 0;
};

} // namespace qosar
