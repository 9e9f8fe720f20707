#include "html_line_shape.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "date_text.hpp"
#include "qosar/language/dates.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/tokens.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

std::string_view slice(std::string_view text, Range range) { return text.substr(range.begin, range.size()); }

/// Without blanks and the marks that stand between a date and a title.
Range without_marks(std::string_view text, Range range) {
    constexpr std::string_view marks = " \t|,;:-/";
    for (bool again = true; again && !range.empty();) {
        const std::string_view rest = slice(text, range);
        const std::string_view bare = trimmed(rest);
        range.begin += static_cast<std::size_t>(bare.data() - rest.data());
        range.end = range.begin + bare.size();
        again = false;
        for (const std::string_view mark : {"–", "—", "·", "•", "»"}) {
            if (slice(text, range).starts_with(mark)) {
                range.begin += mark.size();
                again = true;
            }
            if (slice(text, range).ends_with(mark) && mark != "»") {
                range.end -= mark.size();
                again = true;
            }
        }
        if (!range.empty() && marks.find(text[range.begin]) != std::string_view::npos) {
            ++range.begin;
            again = true;
        }
        if (!range.empty() && std::string_view(" |,;-/").find(text[range.end - 1]) != std::string_view::npos) {
            --range.end;
            again = true;
        }
    }
    return range;
}

bool is_letter_behind(std::string_view text, std::size_t place) {
    return place < text.size() && is_letter(next_code_point(text, place));
}

/// What the machine-readable time of a run says, else the run's text.
std::string date_of_run(const HtmlTree& tree, const PageLine& line, const LineRun& run) {
    if (line.time != no_node && run.node > line.time && run.node < tree.nodes[line.time].end) {
        const std::string date = date_of_text(tree.nodes[line.time].datetime);
        if (!date.empty()) {
            return date;
        }
    }
    return date_of_text(slice(line.text, run.text));
}

/// Runs of a line are dates at its beginning or its end; the others must be a title or next to nothing.
std::optional<LineDate> date_among_runs(const HtmlTree& tree, const PageLine& line) {
    constexpr std::size_t most_runs = 32;
    if (line.runs.size() > most_runs) {
        return std::nullopt;
    }
    for (const bool at_end : {false, true}) {
        const LineRun& run = at_end ? line.runs.back() : line.runs.front();
        std::string date = date_of_run(tree, line, run);
        if (date.empty()) {
            continue;
        }
        const Range rest =
            without_marks(line.text, at_end ? Range{0, run.text.begin} : Range{run.text.end, line.text.size()});
        const auto is_marked = [&](const LineRun& other) {
            return &other == &run || other.link != no_node || line.heading > 0 || line.strong ||
                   without_marks(line.text, other.text).empty();
        };
        const bool title = std::all_of(line.runs.begin(), line.runs.end(), is_marked);
        if (count_words(slice(line.text, rest)) <= 3) {
            return LineDate{std::move(date), {}};
        }
        if (title) {
            return LineDate{std::move(date), rest};
        }
    }
    return std::nullopt;
}

/// `TITLE 01.02.2026` in a heading.
std::optional<LineDate> date_in_heading(const PageLine& line) {
    constexpr std::size_t length = 10;
    const std::string_view text = line.text;
    if (line.heading == 0 || text.size() < length + 2 || !looks_like_date(text.substr(text.size() - length))) {
        return std::nullopt;
    }
    const std::string_view written = text.substr(text.size() - length);
    const std::string date = parse_date(written);
    return LineDate{date.empty() ? std::string(written) : date, without_marks(text, {0, text.size() - length})};
}

} // namespace

std::size_t count_words(std::string_view text) {
    const std::vector<Token> tokens = tokenise(text.substr(0, 512));
    return static_cast<std::size_t>(
        std::count_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.kind == TokenKind::word; }));
}

bool is_title_like(const PageLine& line) {
    if (is_more_label(line.text) || is_counter(line.text) || count_code_points(line.text) > longest_title) {
        return false;
    }
    return line.heading > 0 ||
           ((line.linked() || line.strong) && (count_words(line.text) >= 3 || count_code_points(line.text) >= 20));
}

std::optional<LineDate> date_of_line(const HtmlTree& tree, const PageLine& line) {
    if (std::optional<LineDate> found = date_among_runs(tree, line)) {
        return found;
    }
    if (std::string date = date_of_text(line.text); !date.empty()) {
        return LineDate{std::move(date), {}};
    }
    return date_in_heading(line);
}

bool is_more_label(std::string_view text) {
    if (text.size() > 60) {
        return false;
    }
    const std::string label = lower(trimmed(text));
    for (const std::string_view word :
         {"more", "read more", "read full", "continue reading", "full text", "details", "learn more", "подробнее",
          "читать", "далее", "толығырақ", "толық оқу", "оқу", "жалғасы"}) {
        if (label.starts_with(word) && count_words(label) <= 4 && !is_letter_behind(label, word.size())) {
            return true;
        }
    }
    return false;
}

bool is_counter(std::string_view text) {
    if (text.size() > 60) {
        return false;
    }
    static constexpr std::array<std::string_view, 18> words{
        "views",      "view",      "comments",  "comment",      "no",          "read",    "times",   "min",   "minutes",
        "просмотров", "просмотры", "просмотра", "комментариев", "комментарии", "қаралды", "қаралым", "пікір", "shares"};
    for (const Token& token : tokenise(text)) {
        const std::string word = lower(text.substr(token.bytes.begin, token.bytes.size()));
        if (token.kind == TokenKind::word && std::find(words.begin(), words.end(), word) == words.end()) {
            return false;
        }
    }
    return true;
}

} // namespace qosar
