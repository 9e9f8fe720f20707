#include "qosar/align/fixed_beads.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "qosar/align/ladder_file.hpp"
#include "qosar/base/error.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

/// Numbers that follow each other, as a range; nothing where they do not.
std::optional<Range> range_of(const std::vector<std::size_t>& numbers) {
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        if (numbers[i] != numbers[i - 1] + 1) {
            return std::nullopt;
        }
    }
    return numbers.empty() ? Range{} : Range{numbers.front(), numbers.back() + 1};
}

class Reader {
public:
    Reader(const std::string& name, std::size_t first, std::size_t second)
        : m_name(name), m_first(first), m_second(second) {}

    void read(std::string_view line, std::size_t number) {
        m_line = number;
        const char sign = line.front();
        if (sign != '+' && sign != '-') {
            refuse("'" + shortened(repair_utf8(line), 60) + "' is no anchor; a line looks like +[0]:[0,1] or -[2]:[]");
        }
        const Bead bead = bead_in(line.substr(1));
        if (bead.is_pair()) {
            sign == '+' ? require(bead) : forbid(bead);
            return;
        }
        for (std::size_t i = bead.first.begin; i < bead.first.end; ++i) {
            const Bead alone{{i, i + 1}, {}};
            sign == '+' ? require(alone) : forbid(alone);
        }
        for (std::size_t j = bead.second.begin; j < bead.second.end; ++j) {
            const Bead alone{{}, {j, j + 1}};
            sign == '+' ? require(alone) : forbid(alone);
        }
    }

    FixedBeads finish() && {
        for (const auto& [bead, line] : m_forbidden) {
            if (const auto same = m_required.find(bead); same != m_required.end()) {
                m_line = std::max(line, same->second);
                refuse("the anchor of line " + std::to_string(std::min(line, same->second)) + " says the opposite");
            }
        }
        check_order();
        FixedBeads fixed;
        for (const auto& [bead, line] : m_required) {
            fixed.required.push_back(bead);
        }
        for (const auto& [bead, line] : m_forbidden) {
            fixed.forbidden.push_back(bead);
        }
        return fixed;
    }

private:
    struct Earlier {
        bool operator()(const Bead& a, const Bead& b) const {
            return std::tuple(a.first.begin, a.first.end, a.second.begin, a.second.end) <
                   std::tuple(b.first.begin, b.first.end, b.second.begin, b.second.end);
        }
    };
    using Lines = std::map<Bead, std::size_t, Earlier>;

    [[noreturn]] void refuse(const std::string& reason) const {
        throw Error(m_name + ":" + std::to_string(m_line) + ": " + reason);
    }

    [[nodiscard]] Bead bead_in(std::string_view text) const {
        const std::vector<ListedBead> listed = parse_ladder(text, m_name, m_line);
        if (listed.size() != 1) {
            refuse("an anchor names one bead");
        }
        const std::optional<Range> first = range_of(listed.front().first);
        const std::optional<Range> second = range_of(listed.front().second);
        if (!first || !second) {
            refuse("the sentences of a bead follow each other");
        }
        if (first->empty() && second->empty()) {
            refuse("this bead holds no sentence");
        }
        check_within(*first, m_first, "first");
        check_within(*second, m_second, "second");
        return {*first, *second};
    }

    void check_within(Range range, std::size_t sentences, const char* side) const {
        if (range.end > sentences || range.end < range.begin) { // the largest number has no successor
            refuse("there is no sentence " + std::to_string(range.end - 1) + " on the " + side + " side, which has " +
                   std::to_string(sentences) + ", counted from 0");
        }
    }

    void own(std::map<std::size_t, std::size_t>& owners, Range sentences, const char* side) {
        for (std::size_t i = sentences.begin; i < sentences.end; ++i) {
            const auto [found, is_new] = owners.emplace(i, m_line);
            if (!is_new) {
                refuse("sentence " + std::to_string(i) + " of the " + side + " side stands in the anchor of line " +
                       std::to_string(found->second) + " already");
            }
        }
    }

    void require(const Bead& bead) {
        if (m_required.contains(bead)) {
            return; // said twice
        }
        own(m_first_owners, bead.first, "first");
        own(m_second_owners, bead.second, "second");
        m_required.emplace(bead, m_line);
    }

    void forbid(const Bead& bead) { m_forbidden.emplace(bead, m_line); }

    void check_order() {
        const Bead* last = nullptr;
        std::size_t last_line = 0;
        for (const auto& [bead, line] : m_required) { // by their first sides
            if (!bead.is_pair()) {
                continue;
            }
            if (last != nullptr && bead.second.begin < last->second.end) {
                m_line = std::max(line, last_line);
                refuse("this anchor crosses that of line " + std::to_string(std::min(line, last_line)));
            }
            last = &bead;
            last_line = line;
        }
    }

    const std::string& m_name;
    std::size_t m_first;
    std::size_t m_second;
    std::size_t m_line = 0;
    Lines m_required;
    Lines m_forbidden;
    std::map<std::size_t, std::size_t> m_first_owners; ///< line of the required bead that holds a sentence
    std::map<std::size_t, std::size_t> m_second_owners;
};

} // namespace

FixedBeads parse_fixed_beads(std::string_view text, const std::string& name, std::size_t first, std::size_t second) {
    Reader reader(name, first, second);
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.front() != '#') {
            reader.read(line, number);
        }
    }
    return std::move(reader).finish();
}

} // namespace qosar
