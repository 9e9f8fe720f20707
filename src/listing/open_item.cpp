#include "open_item.hpp"

#include <vector>

#include "qosar/listing/listing.hpp"
#include "source_line.hpp"

namespace qosar {

namespace {

void set_problem(OpenItem& item, std::string_view problem, std::string message) {
    if (item.problem.empty()) {
        item.problem = problem;
        item.message = std::move(message);
    }
}

/// Cuts the body's last line short; an empty line goes with the line end before it.
void shorten_last_line(OpenItem& item, std::size_t size) {
    std::string& body = item.article.body;
    body.resize(item.last_line + size);
    if (size == 0 && item.last_line > 0) {
        body.resize(item.last_line - 1);
        const std::size_t line_end = body.rfind('\n');
        item.last_line = line_end == std::string::npos ? 0 : line_end + 1;
    }
}

std::string_view last_line_of(const OpenItem& item) {
    return std::string_view(item.article.body).substr(item.last_line);
}

} // namespace

std::string damage_message(const ListingLine& line, std::size_t max_line_bytes) {
    if (line.damage == "line_too_long") {
        return "a line of it is longer than " + std::to_string(max_line_bytes) + " bytes, the limit";
    }
    if (line.utf16) {
        return "the file is UTF-16, not UTF-8: convert it first, say with iconv -f UTF-16 -t UTF-8";
    }
    return line.damage == "not_utf8" ? "it holds bytes that are not UTF-8" : "it holds NUL bytes";
}

void note_damage(OpenItem& item, const ListingLine& line, std::size_t max_line_bytes) {
    if (!line.damage.empty()) {
        set_problem(item, line.damage, damage_message(line, max_line_bytes));
    }
}

void set_title(OpenItem& item, const ListingLine& line, std::string_view title) {
    item.has_title = true;
    item.article.title = std::string(without_markup(title));
    item.article.origin.bytes.end = line.bytes.end;
}

void set_date(OpenItem& item, const ListingLine& line) {
    item.article.origin.bytes.end = line.bytes.end;
    if (!line.shape.date) {
        set_problem(item, "cut_short", "the listing ends within its date");
        return;
    }
    const LineDate& date = *line.shape.date;
    item.article.date = date.day.empty() ? std::string(line.part(date.written)) : date.day;
}

void add_to_body(OpenItem& item, const ListingLine& line, std::size_t max_body_bytes) {
    Article& article = item.article;
    article.origin.bytes.end = line.bytes.end;
    if (article.body.size() + line.seen.size() > max_body_bytes) {
        set_problem(item, "item_too_long",
                    "its body is longer than " + std::to_string(max_body_bytes) + " bytes, the limit");
    }
    if (!item.problem.empty()) {
        return;
    }
    std::string_view text = line.text();
    std::vector<std::string_view> addresses; // the last one first
    for (BodyAndSource split = split_source(text); !split.url.empty(); split = split_source(text)) {
        addresses.push_back(split.url);
        text = split.body;
    }
    if (!text.empty()) {
        article.body += article.body.empty() ? "" : "\n";
        item.last_line = article.body.size();
        article.body += text;
        item.text_since_source = true;
    }
    if (!addresses.empty()) {
        article.source_urls.insert(article.source_urls.end(), addresses.rbegin(), addresses.rend());
        item.text_since_source = false;
    }
}

void add_address(OpenItem& item, const ListingLine& line) {
    item.article.origin.bytes.end = line.bytes.end;
    if (!item.problem.empty()) {
        return;
    }
    item.article.source_urls.emplace_back(leading_address(line.text()));
    shorten_last_line(item, split_source(last_line_of(item)).body.size());
    item.text_since_source = false;
}

void close_body(OpenItem& item) {
    const std::string_view line = last_line_of(item);
    const std::size_t kept = split_source(line).body.size();
    item.source_cut = kept < line.size();
    if (item.source_cut) {
        shorten_last_line(item, kept);
    }
}

} // namespace qosar
