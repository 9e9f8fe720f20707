#include "qosar/web/http_message.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "qosar/web/content_coding.hpp"

namespace qosar {

namespace {

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::string_view without_blanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// The words of a list such as `gzip, chunked`, of all fields of that name, lower case.
std::vector<std::string> list_of(const HeaderFields& fields, std::string_view name) {
    std::vector<std::string> words;
    for (const HeaderField& field : fields) {
        std::string_view rest = field.name == name ? std::string_view(field.value) : std::string_view{};
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(','), rest.size());
            const std::string word = lower_ascii(without_blanks(rest.substr(0, end)));
            if (!word.empty()) {
                words.push_back(word);
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return words;
}

/// Where the fields end and the body begins: behind the first blank line.
struct Head {
    std::size_t end = 0;
    std::size_t body = 0;
};

Head head_of(std::string_view bytes) {
    for (std::size_t line = 0; line < bytes.size();) {
        const std::size_t end = bytes.find('\n', line);
        if (end == std::string_view::npos) {
            break;
        }
        if (end == line || (end == line + 1 && bytes[line] == '\r')) {
            return {line, end + 1};
        }
        line = end + 1;
    }
    return {bytes.size(), bytes.size()};
}

int status_of(std::string_view line) {
    if (!line.starts_with("HTTP/")) {
        return 0;
    }
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string_view number = without_blanks(line.substr(blank)).substr(0, 3);
    int status = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), status);
    return error == std::errc{} && end == number.data() + 3 && status >= 100 ? status : 0;
}

/// The size that a chunk's first line tells, and how long that line is; nothing where it is none.
struct ChunkLine {
    bool good = false;
    std::size_t size = 0;
    std::size_t length = 0;
};

ChunkLine chunk_line(std::string_view bytes) {
    ChunkLine line;
    const std::size_t end = bytes.substr(0, 4096).find('\n');
    const std::string_view text = bytes.substr(0, end == std::string_view::npos ? 0 : end);
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), line.size, 16);
    const std::string_view rest = text.substr(static_cast<std::size_t>(stop - text.data()));
    line.good =
        error == std::errc{} && (rest.empty() || rest.front() == '\r' || rest.front() == ';' || rest.front() == ' ');
    line.length = text.size() + 1;
    return line;
}

void unchunk(HttpResponse& response) {
    std::string_view rest = response.body;
    if (!chunk_line(rest).good) { // a crawler has done it already
        return;
    }
    std::string whole;
    response.cut_short = true;
    while (!rest.empty()) {
        const ChunkLine line = chunk_line(rest);
        if (!line.good) {
            break;
        }
        rest.remove_prefix(line.length);
        if (line.size == 0) {
            response.cut_short = false;
            break;
        }
        whole += rest.substr(0, line.size);
        if (line.size >= rest.size()) {
            break;
        }
        rest.remove_prefix(line.size);
        rest.remove_prefix(rest.starts_with("\r\n") ? 2 : rest.starts_with('\n') ? 1 : 0);
    }
    response.body = std::move(whole);
}

bool looks_packed(std::string_view bytes, std::string_view coding) {
    if (coding == "gzip" || coding == "x-gzip") {
        return bytes.starts_with("\x1F\x8B");
    }
    return coding != "zstd" || bytes.starts_with("\x28\xB5\x2F\xFD");
}

void expand(HttpResponse& response, std::size_t limit) {
    std::vector<std::string> codings = list_of(response.fields, "content-encoding");
    constexpr std::size_t most_codings = 4;
    if (codings.size() > most_codings) {
        response.problem = "its body is said to be compressed " + std::to_string(codings.size()) + " times";
        return;
    }
    for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
        if (!looks_packed(response.body, *coding)) { // a crawler has done it already
            continue;
        }
        ExpandedBody expanded = expand_body(response.body, *coding, limit);
        const bool plain = (*coding == "br" || *coding == "deflate") && expanded.expansion == Expansion::damaged &&
                           expanded.bytes.empty() && without_blanks(response.body).starts_with('<');
        if (plain) {
            continue;
        }
        response.cut_short = response.cut_short || expanded.expansion == Expansion::cut_short;
        response.body = std::move(expanded.bytes);
        switch (expanded.expansion) {
        case Expansion::whole:
        case Expansion::cut_short: break;
        case Expansion::damaged: response.problem = "its " + *coding + " body is damaged"; return;
        case Expansion::too_large:
            response.problem = "its body expands to more than " + std::to_string(limit) + " bytes, the limit";
            return;
        case Expansion::unknown_coding: response.problem = "its body is compressed in a way that is not known"; return;
        }
    }
}

void note_length(HttpResponse& response) {
    const std::string_view said = field_value(response.fields, "content-length");
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), length);
    if (error == std::errc{} && end == said.data() + said.size() && !said.empty() && response.body.size() < length &&
        field_value(response.fields, "content-encoding").empty()) {
        response.cut_short = true;
    }
}

} // namespace

std::string HttpResponse::media_type() const {
    const std::string_view value = field_value(fields, "content-type");
    return lower_ascii(without_blanks(value.substr(0, value.find(';'))));
}

std::string HttpResponse::charset() const {
    const std::string value = lower_ascii(field_value(fields, "content-type"));
    const std::size_t place = value.find("charset=");
    if (place == std::string::npos) {
        return {};
    }
    const std::size_t begin = std::min(value.find_first_not_of("\"' ", place + 8), value.size());
    return value.substr(begin, value.find_first_of("\"' ;", begin) - begin);
}

HttpResponse read_http_response(std::string_view bytes, std::size_t max_body_bytes) {
    HttpResponse response;
    response.status = status_of(bytes.substr(0, bytes.find('\n')));
    if (response.status == 0) {
        response.problem = "it does not begin with the status line of an HTTP response";
        return response;
    }
    const Head head = head_of(bytes);
    const std::size_t first_line = std::min(bytes.find('\n'), head.end);
    response.fields = read_header_fields(bytes.substr(0, head.end).substr(first_line));
    response.body = std::string(bytes.substr(head.body));
    const std::vector<std::string> transfer = list_of(response.fields, "transfer-encoding");
    if (std::find(transfer.begin(), transfer.end(), "chunked") != transfer.end()) {
        unchunk(response);
    } else {
        note_length(response);
    }
    expand(response, max_body_bytes);
    if (response.problem.empty() && response.body.size() > max_body_bytes) {
        response.problem = "its body is larger than " + std::to_string(max_body_bytes) + " bytes, the limit";
    }
    return response;
}

} // namespace qosar
