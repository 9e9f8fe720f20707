#include "qosar/align/ladder_file.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "qosar/base/error.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

std::string numbers_text(Range range) {
    std::string text = "[";
    for (std::size_t i = range.begin; i < range.end; ++i) {
        text += (i == range.begin ? "" : ",") + std::to_string(i);
    }
    return text + "]";
}

/// Reads `[0, 1]` from the beginning of `rest`, which is moved behind it. False if there is no such thing.
bool take_numbers(std::string_view& rest, std::vector<std::size_t>& numbers) {
    const std::size_t end = rest.find(']');
    if (rest.empty() || rest.front() != '[' || end == std::string_view::npos) {
        return false;
    }
    std::string_view inner = trimmed(rest.substr(1, end - 1));
    rest.remove_prefix(end + 1);
    while (!inner.empty()) {
        std::size_t number = 0;
        const auto [next, problem] = std::from_chars(inner.data(), inner.data() + inner.size(), number);
        if (problem != std::errc{}) {
            return false;
        }
        numbers.push_back(number);
        inner = trimmed(inner.substr(static_cast<std::size_t>(next - inner.data())));
        if (!inner.empty()) {
            if (inner.front() != ',') {
                return false;
            }
            inner = trimmed(inner.substr(1));
        }
    }
    return true;
}

bool parse_bead(std::string_view line, ListedBead& bead) {
    if (!take_numbers(line, bead.first)) {
        return false;
    }
    line = trimmed(line);
    if (line.empty() || line.front() != ':') {
        return false;
    }
    line = trimmed(line.substr(1));
    if (!take_numbers(line, bead.second)) {
        return false;
    }
    line = trimmed(line);
    if (line.empty()) {
        return true;
    }
    const std::string_view score = trimmed(line.substr(1));
    return line.front() == ':' &&
           std::from_chars(score.data(), score.data() + score.size(), bead.score).ptr == score.data() + score.size();
}

} // namespace

std::string ladder_text(const Ladder& ladder) {
    std::string text;
    for (const Bead& bead : ladder) {
        char score[32];
        std::snprintf(score, sizeof score, ":%.4f\n", bead.score);
        text += numbers_text(bead.first) + ":" + numbers_text(bead.second) + score;
    }
    return text;
}

std::vector<ListedBead> parse_ladder(std::string_view text, const std::string& name, std::size_t first_line) {
    std::vector<ListedBead> beads;
    for (std::size_t number = first_line; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) {
            continue;
        }
        ListedBead bead;
        if (!parse_bead(line, bead)) {
            throw Error(name + ":" + std::to_string(number) + ": '" + shortened(repair_utf8(line), 60) +
                        "' is no bead; a line looks like [0]:[0,1]:0.93");
        }
        beads.push_back(std::move(bead));
    }
    return beads;
}

std::vector<ListedBead> listed(const Ladder& ladder) {
    std::vector<ListedBead> beads;
    for (const Bead& bead : ladder) {
        ListedBead one;
        for (std::size_t i = bead.first.begin; i < bead.first.end; ++i) {
            one.first.push_back(i);
        }
        for (std::size_t j = bead.second.begin; j < bead.second.end; ++j) {
            one.second.push_back(j);
        }
        one.score = bead.score;
        beads.push_back(std::move(one));
    }
    return beads;
}

} // namespace qosar
