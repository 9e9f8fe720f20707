#include "qosar/listing/listing.hpp"

#include <deque>
#include <utility>

#include "line_rules.hpp"
#include "listing_lines.hpp"
#include "open_item.hpp"
#include "qosar/listing/item_language.hpp"
#include "qosar/text/utf8.hpp"
#include "source_line.hpp"

namespace qosar {

namespace {

constexpr std::size_t snippet_characters = 80;
constexpr std::size_t most_lines_ahead = 100;
constexpr std::size_t most_bytes_ahead = 1U << 20U; // beyond the first few lines

/// Why a line belongs to no item.
struct StrayReason {
    std::string reason;
    std::string message;
};

StrayReason reason_of(const ListingLine& line, const ListingOptions& options) {
    if (!line.damage.empty()) {
        return {std::string(line.damage), damage_message(line, options.max_line_bytes)};
    }
    if (line.shape.is_date) {
        return {"date_without_title", "a date stands here without a title beside it"};
    }
    return {"text_without_title", "text stands here that belongs to no item: no title with a date is before it"};
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

ListingCounts& ListingCounts::operator+=(const ListingCounts& other) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i] += other.lines[i];
    }
    articles += other.articles;
    rejects += other.rejects;
    cut_sources += other.cut_sources;
    return *this;
}

class ListingReader::State {
public:
    State(std::unique_ptr<ByteReader> bytes, std::string name, ListingOptions options)
        : m_lines(std::move(bytes), options), m_name(std::move(name)), m_options(std::move(options)) {}

    bool next(ListingItem& item) {
        while (m_finished.empty() && read_line()) {
        }
        if (m_finished.empty()) {
            finish_open_item();
            finish_stray();
        }
        if (m_finished.empty()) {
            return false;
        }
        item = std::move(m_finished.front());
        m_finished.pop_front();
        return true;
    }

    std::string sha256() { return m_lines.sha256(); }
    [[nodiscard]] const ListingCounts& counts() const { return m_counts; }

private:
    bool read_ahead() {
        if (m_ended || !m_lines.next(m_spare)) {
            if (!m_ended) {
                m_blanks_at_end = m_lines.blanks_at_end();
            }
            m_ended = true;
            return false;
        }
        m_bytes_ahead += m_spare.storage.size();
        m_window.push_back(std::move(m_spare));
        return true;
    }

    /// Reads until the window holds a line and as many behind it as the rules want to see.
    bool fill_window() {
        if (m_window.empty() && !read_ahead()) {
            return false;
        }
        const std::size_t wanted = lines_wanted(m_window.front(), m_state);
        std::size_t seen = 0;
        for (std::size_t i = 1; i < m_window.size(); ++i) {
            seen += m_window[i].shape.furniture.empty() ? 1 : 0;
        }
        while (seen < wanted && m_window.size() < most_lines_ahead && (seen < 2 || m_bytes_ahead < most_bytes_ahead) &&
               read_ahead()) {
            seen += m_window.back().shape.furniture.empty() ? 1 : 0;
        }
        return true;
    }

    bool read_line() {
        if (!fill_window()) {
            count_blanks(m_lines.lines() + 1, std::exchange(m_blanks_at_end, 0));
            return false;
        }
        const ListingLine& line = m_window.front();
        count_blanks(line.number, line.blanks_before);
        const Reading reading = qosar::read_line(LineView(m_window), m_state);
        count(line, reading);
        take(line, reading);
        m_state.after = reading.kind;
        m_bytes_ahead -= line.storage.size();
        m_spare = std::move(m_window.front());
        m_window.pop_front();
        return true;
    }

    void count_blanks(std::size_t before, std::size_t blanks) {
        m_counts.lines[static_cast<std::size_t>(LineKind::blank)] += blanks;
        for (std::size_t number = before - blanks; m_options.explain && number < before; ++number) {
            m_options.explain({number, LineKind::blank, "nothing to see", {}, {}});
        }
    }

    void count(const ListingLine& line, const Reading& reading) {
        ++m_counts.lines[static_cast<std::size_t>(reading.kind)];
        if (m_options.explain) {
            m_options.explain({line.number, reading.kind, reading.rule, line.text(), line.bytes});
        }
    }

    void take(const ListingLine& line, const Reading& reading) {
        m_state.layout = reading.layout == Layout::unknown ? m_state.layout : reading.layout;
        m_state.source_waits = false;
        if (reading.kind != LineKind::stray) {
            finish_stray();
        }
        switch (reading.kind) {
        case LineKind::blank: break;
        case LineKind::furniture: take_furniture(line, reading); return;
        case LineKind::section: begin_page(std::string(line.part(section_of(line)))); break;
        case LineKind::title: open_item(line, line.text()); break;
        case LineKind::title_with_date:
            open_item(line, title_of(line));
            set_item_date(line);
            break;
        case LineKind::date: take_date(line); break;
        case LineKind::body:
        case LineKind::source: add_body(line, reading); break;
        case LineKind::stray: take_stray(line); break;
        }
        m_state.sections_before = reading.kind == LineKind::section ? m_state.sections_before + 1 : 0;
    }

    void take_furniture(const ListingLine& line, const Reading& reading) {
        const bool menu = reading.rule == "menu of sections" || reading.rule == "category with its count";
        m_state.sections_before += menu ? 1 : 0;
        if (reading.rule == site_name_rule) {
            begin_page({});
        } else if (m_state.open && reading.rule == "date again") {
            m_open.article.origin.bytes.end = line.bytes.end;
        }
    }

    static Range section_of(const ListingLine& line) {
        return line.shape.section.empty() ? Range{0, line.seen.size()} : line.shape.section;
    }

    static std::string_view title_of(const ListingLine& line) {
        return line.shape.date ? line.part(line.shape.title) : line.text();
    }

    void begin_page(std::string section) {
        finish_open_item();
        m_section = std::string(without_markup(section));
        m_state.layout = Layout::unknown;
    }

    void open_item(const ListingLine& line, std::string_view title) {
        if (!m_state.date_waits) {
            finish_open_item();
            m_open.article.origin.bytes = line.bytes;
        }
        m_state.date_waits = false;
        m_state.open = true;
        set_title(m_open, line, title);
        if (!m_section.empty()) {
            m_open.article.sections = {m_section};
        }
        note_damage(m_open, line, m_options.max_line_bytes);
    }

    void take_date(const ListingLine& line) {
        if (m_state.layout == Layout::date_first) { // the item begins with it
            finish_open_item();
            m_open.article.origin.bytes = line.bytes;
            m_state.date_waits = true;
        }
        set_item_date(line);
    }

    void set_item_date(const ListingLine& line) {
        set_date(m_open, line);
        m_state.day = line.shape.date ? line.shape.date->day : "";
    }

    void add_body(const ListingLine& line, const Reading& reading) {
        note_damage(m_open, line, m_options.max_line_bytes);
        if (reading.rule == address_below_label_rule) {
            add_address(m_open, line);
        } else {
            add_to_body(m_open, line, m_options.max_body_bytes);
            m_state.source_waits = m_open.problem.empty() && ends_with_source_label(line.text());
        }
        m_state.has_source = !m_open.article.source_urls.empty();
        m_state.text_since_source = m_open.text_since_source;
    }

    void take_stray(const ListingLine& line) {
        finish_open_item(); // a date that waits for its title
        const StrayReason why = reason_of(line, m_options);
        if (m_stray.reason == why.reason) {
            m_stray.origin.bytes.end = line.bytes.end;
            return;
        }
        finish_stray();
        m_stray = {{m_name, 0, line.bytes}, why.reason, why.message, shortened(line.text(), snippet_characters)};
    }

    void finish_stray() {
        if (!m_stray.reason.empty()) {
            reject(std::exchange(m_stray, {}));
        }
    }

    void reject(Reject reject) {
        reject.origin.file = m_name;
        reject.origin.item = m_item++;
        ++m_counts.rejects;
        m_finished.emplace_back(std::move(reject));
    }

    void finish_open_item() {
        if (!m_state.open && !m_state.date_waits) {
            return;
        }
        Article& article = m_open.article;
        if (!m_open.has_title) {
            reject(
                {article.origin, "date_without_title", "a date stands here without a title beside it", article.date});
        } else if (!m_open.problem.empty()) {
            reject({article.origin, m_open.problem, m_open.message, shortened(article.title, snippet_characters)});
        } else {
            close_body(m_open);
            m_counts.cut_sources += m_open.source_cut ? 1 : 0;
            ++m_counts.articles;
            article.origin.file = m_name;
            article.origin.item = m_item++;
            tell_languages(article);
            m_finished.emplace_back(std::move(article));
        }
        m_open = {};
        const Layout layout = m_state.layout;
        const LineKind after = m_state.after;
        m_state = {};
        m_state.layout = layout;
        m_state.after = after;
    }

    ListingLines m_lines;
    std::string m_name;
    ListingOptions m_options;
    std::deque<ListingLine> m_window; ///< the current line and those read ahead
    ListingLine m_spare;              ///< keeps the memory of a line that is done with
    std::size_t m_bytes_ahead = 0;
    std::size_t m_blanks_at_end = 0;
    std::deque<ListingItem> m_finished;
    ListingState m_state;
    OpenItem m_open;
    Reject m_stray; ///< lines that belong to no item, as long as they go on
    std::string m_section;
    ListingCounts m_counts;
    std::uint32_t m_item = 0;
    bool m_ended = false;
};

ListingReader::ListingReader(const std::filesystem::path& path, std::string name, ListingOptions options)
    : ListingReader(std::make_unique<ByteReader>(path, options.max_file_bytes), std::move(name), options) {}

ListingReader::ListingReader(std::unique_ptr<ByteReader> bytes, std::string name, ListingOptions options)
    : m_state(std::make_unique<State>(std::move(bytes), std::move(name), std::move(options))) {}

ListingReader ListingReader::from_text(std::string text, std::string name, ListingOptions options) {
    return {std::make_unique<ByteReader>(std::move(text)), std::move(name), std::move(options)};
}

ListingReader::~ListingReader() = default;

bool ListingReader::next(ListingItem& item) { return m_state->next(item); }

std::string ListingReader::sha256() { return m_state->sha256(); }

const ListingCounts& ListingReader::counts() const { return m_state->counts(); }

} // namespace qosar
