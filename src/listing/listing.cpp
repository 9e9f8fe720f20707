#include "qosar/listing/listing.hpp"

#include <algorithm>
#include <deque>
#include <utility>
#include <vector>

#include "line_shape.hpp"
#include "qosar/base/line_reader.hpp"
#include "qosar/language/dates.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::size_t snippet_characters = 80;

/// The item that is being read.
struct OpenItem {
    Article article;
    std::string problem; ///< name of the reject it has become; empty while it is an article
    std::string message;
    bool has_title = false; ///< false for text that belongs to no item
};

std::string damage_of(const Line& line) {
    if (line.cut) {
        return "line_too_long";
    }
    if (!is_utf8(line.text)) {
        return "not_utf8";
    }
    return line.text.find('\0') != std::string::npos ? "nul_bytes" : "";
}

std::string damage_message(const std::string& damage, const ListingOptions& options) {
    if (damage == "line_too_long") {
        return "a line of it is longer than " + std::to_string(options.max_line_bytes) + " bytes, the limit";
    }
    return damage == "not_utf8" ? "it holds bytes that are not UTF-8" : "it holds NUL bytes";
}

/// Moves the source lines from the body's end to `source_urls`; an item may have several.
void move_sources(Article& article) {
    std::string_view body = article.body;
    for (BodyAndSource split = split_source(body); split.body != body; split = split_source(body)) {
        if (!split.url.empty()) {
            article.source_urls.emplace_back(split.url);
        }
        body = split.body;
    }
    std::reverse(article.source_urls.begin(), article.source_urls.end());
    article.body = std::string(body);
}

} // namespace

std::string_view to_string(LineKind kind) {
    switch (kind) {
    case LineKind::blank: return "blank";
    case LineKind::section: return "section";
    case LineKind::furniture: return "furniture";
    case LineKind::title: return "title";
    case LineKind::date: return "date";
    case LineKind::title_with_date: return "title+date";
    case LineKind::body: return "body";
    case LineKind::source: return "source";
    case LineKind::stray: return "stray";
    }
    return {};
}

BodyAndSource split_source(std::string_view body) {
    body = trimmed(body);
    const std::size_t place = body.rfind("Source");
    if (place == std::string_view::npos) {
        return {body, {}};
    }
    std::string_view rest = trimmed(body.substr(place + 6));
    if (rest.empty() || rest.front() != ':') {
        return {body, {}};
    }
    rest = trimmed(rest.substr(1));
    const bool whole_url = rest.starts_with("http://") || rest.starts_with("https://");
    const bool cut_off = !whole_url && std::string_view("https://").starts_with(rest);
    if ((!whole_url && !cut_off) || rest.find_first_of(" \t\n") != std::string_view::npos) {
        return {body, {}};
    }
    return {trimmed(body.substr(0, place)), whole_url ? rest : std::string_view{}};
}

class ListingReader::State {
public:
    State(std::unique_ptr<ByteReader> bytes, std::string name, ListingOptions options)
        : m_lines(std::move(bytes), options.max_line_bytes), m_name(std::move(name)), m_options(std::move(options)) {}

    bool next(ListingItem& item) {
        while (m_finished.empty() && read_line()) {
        }
        if (m_finished.empty()) {
            finish_open_item();
        }
        if (m_finished.empty()) {
            return false;
        }
        item = std::move(m_finished.front());
        m_finished.pop_front();
        return true;
    }

    std::string sha256() { return m_lines.sha256(); }

private:
    struct Window {
        Line line;
        std::string_view text; ///< trimmed
        std::string damage;
        std::size_t number = 0;
    };

    /// Reads until the window holds a line and, unless that is blank, the next two lines that are not.
    void fill_window() {
        if (m_window.empty()) {
            read_ahead();
        }
        if (m_window.empty() || m_window.front().text.empty()) {
            return;
        }
        std::size_t filled = 0;
        for (std::size_t i = 1; i < m_window.size(); ++i) {
            filled += m_window[i].text.empty() ? 0 : 1;
        }
        while (filled < 2 && read_ahead()) {
            filled += m_window.back().text.empty() ? 0 : 1;
        }
    }

    bool read_ahead() {
        Window entry;
        if (m_ended || !m_lines.next(entry.line)) {
            m_ended = true;
            return false;
        }
        entry.number = ++m_line_number;
        entry.damage = damage_of(entry.line);
        if (entry.number == 1 && entry.line.text.starts_with("\xEF\xBB\xBF")) {
            entry.line.text.erase(0, 3); // byte order mark
        }
        if (!entry.damage.empty()) {
            entry.line.text = repair_utf8(shortened(repair_utf8(entry.line.text), m_options.max_title_characters));
        }
        m_window.push_back(std::move(entry));
        m_window.back().text = trimmed(m_window.back().line.text);
        return true;
    }

    /// The n-th line after the current one that is not blank; empty at the end.
    std::string_view following(std::size_t n) const {
        for (std::size_t i = 1; i < m_window.size(); ++i) {
            if (!m_window[i].text.empty() && n-- == 0) {
                return m_window[i].text;
            }
        }
        return {};
    }

    bool read_line() {
        fill_window();
        if (m_window.empty()) {
            return false;
        }
        const Window& entry = m_window.front();
        const LineKind kind = kind_of(entry);
        if (m_options.explain) {
            m_options.explain({entry.number, kind, entry.text});
        }
        take(entry, kind);
        m_after_blank = entry.text.empty();
        m_after_kind = entry.text.empty() ? m_after_kind : kind;
        m_window.pop_front();
        return true;
    }

    LineKind kind_of(const Window& entry) const {
        const std::string_view text = entry.text;
        if (text.empty()) {
            return LineKind::blank;
        }
        if (is_date_line(text)) {
            return m_after_kind == LineKind::title ? LineKind::date : LineKind::stray;
        }
        if (is_furniture(text)) {
            return LineKind::furniture;
        }
        if (is_date_line(following(0)) && count_code_points(text) <= m_options.max_title_characters) {
            return LineKind::title;
        }
        if (!title_before_date(text, m_options.max_title_characters).empty()) {
            return LineKind::title_with_date;
        }
        if (!entry.damage.empty()) {
            return m_open.has_title ? LineKind::body : LineKind::stray;
        }
        if (is_section(text)) {
            return LineKind::section;
        }
        if (!m_open.has_title) {
            return LineKind::stray;
        }
        const BodyAndSource split = split_source(text);
        return split.body.empty() ? LineKind::source : LineKind::body;
    }

    bool is_section(std::string_view text) const {
        const std::string_view next = following(0);
        if (!split_source(text).url.empty()) {
            return false;
        }
        const bool item_follows =
            is_date_line(following(1)) || !title_before_date(next, m_options.max_title_characters).empty();
        if (next == "More") {
            return looks_like_heading(text);
        }
        return item_follows && (is_known_section(text) || (m_after_blank && looks_like_heading(text)));
    }

    void take(const Window& entry, LineKind kind) {
        switch (kind) {
        case LineKind::blank:
        case LineKind::furniture: break;
        case LineKind::section:
            finish_open_item();
            m_section = std::string(entry.text);
            break;
        case LineKind::title: open_item(entry, entry.text); break;
        case LineKind::title_with_date: {
            const std::string_view title = title_before_date(entry.text, m_options.max_title_characters);
            open_item(entry, title);
            set_date(entry.text.substr(entry.text.size() - 10));
            break;
        }
        case LineKind::date:
            set_date(entry.text);
            m_open.article.origin.bytes.end = entry.line.bytes.end;
            break;
        case LineKind::body:
        case LineKind::source: add_body(entry); break;
        case LineKind::stray: reject_stray(entry); break;
        }
    }

    void open_item(const Window& entry, std::string_view title) {
        finish_open_item();
        m_open.has_title = true;
        m_open.article.title = std::string(title);
        m_open.article.origin.bytes = entry.line.bytes;
        if (!m_section.empty()) {
            m_open.article.sections = {m_section};
        }
        note_damage(entry);
    }

    void note_damage(const Window& entry) {
        if (!entry.damage.empty()) {
            m_open.problem = entry.damage;
            m_open.message = damage_message(entry.damage, m_options);
        }
    }

    void set_date(std::string_view text) {
        const std::string date = parse_date(text.substr(0, 10));
        m_open.article.date = date.empty() ? std::string(text.substr(0, 10)) : date;
    }

    void add_body(const Window& entry) {
        Article& article = m_open.article;
        article.origin.bytes.end = entry.line.bytes.end;
        note_damage(entry);
        if (article.body.size() + entry.text.size() > m_options.max_body_bytes) {
            m_open.problem = "item_too_long";
            m_open.message =
                "its body is longer than " + std::to_string(m_options.max_body_bytes) + " bytes, the limit";
        }
        if (m_open.problem.empty()) {
            article.body += (article.body.empty() ? "" : "\n") + std::string(entry.text);
        }
    }

    void reject_stray(const Window& entry) {
        if (entry.damage.empty() && !is_date_line(entry.text) && looks_like_heading(entry.text)) {
            return; // the name of the site or of a page
        }
        Reject reject;
        reject.origin = {m_name, m_item++, entry.line.bytes};
        reject.reason = !entry.damage.empty()      ? entry.damage
                        : is_date_line(entry.text) ? "date_without_title"
                                                   : "text_without_title";
        reject.message = !entry.damage.empty() ? damage_message(entry.damage, m_options)
                         : is_date_line(entry.text)
                             ? "a date stands here without a title before it"
                             : "text stands here that belongs to no item: no title with a date is before it";
        reject.snippet = shortened(entry.text, snippet_characters);
        m_finished.emplace_back(std::move(reject));
    }

    void finish_open_item() {
        if (!m_open.has_title) {
            return;
        }
        Article article = std::move(m_open.article);
        article.origin.file = m_name;
        article.origin.item = m_item++;
        if (!m_open.problem.empty()) {
            m_finished.emplace_back(
                Reject{article.origin, m_open.problem, m_open.message, shortened(article.title, snippet_characters)});
        } else {
            move_sources(article);
            m_finished.emplace_back(std::move(article));
        }
        m_open = {};
    }

    LineReader m_lines;
    std::string m_name;
    ListingOptions m_options;
    std::deque<Window> m_window; ///< the current line and those read ahead; std::deque keeps `text` valid
    std::deque<ListingItem> m_finished;
    OpenItem m_open;
    std::string m_section;
    std::size_t m_line_number = 0;
    std::uint32_t m_item = 0;
    bool m_ended = false;
    bool m_after_blank = true;
    LineKind m_after_kind = LineKind::blank; ///< of the last line that was not blank
};

ListingReader::ListingReader(const std::filesystem::path& path, std::string name, ListingOptions options)
    : ListingReader(std::make_unique<ByteReader>(path, options.max_file_bytes), std::move(name), options) {}

ListingReader::ListingReader(std::unique_ptr<ByteReader> bytes, std::string name, ListingOptions options)
    : m_state(std::make_unique<State>(std::move(bytes), std::move(name), std::move(options))) {}

ListingReader::~ListingReader() = default;

bool ListingReader::next(ListingItem& item) { return m_state->next(item); }

std::string ListingReader::sha256() { return m_state->sha256(); }

} // namespace qosar
