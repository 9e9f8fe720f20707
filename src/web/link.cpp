#include "qosar/web/link.hpp"

#include <algorithm>
#include <vector>

namespace qosar {

namespace {

std::string_view trimmed_ascii(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n\f";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

bool begins_with(std::string_view text, std::string_view lower_prefix) {
    return text.size() >= lower_prefix.size() &&
           std::equal(lower_prefix.begin(), lower_prefix.end(), text.begin(), [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
           });
}

bool is_http(std::string_view url) { return begins_with(url, "http://") || begins_with(url, "https://"); }

/// Whether it begins with a scheme, such as `mailto:`.
bool has_scheme(std::string_view link) {
    const std::size_t end = link.find_first_of(":/?#");
    return end != std::string_view::npos && end > 0 && link[end] == ':';
}

/// A path without `.` and `..`; none leads above the root.
std::string without_dots(std::string_view path) {
    std::vector<std::string_view> parts;
    bool folder = false;
    while (!path.empty()) {
        path.remove_prefix(1); // its slash
        const std::string_view part = path.substr(0, path.find('/'));
        path.remove_prefix(part.size());
        folder = part == "." || part == "..";
        if (part == ".." && !parts.empty()) {
            parts.pop_back();
        } else if (!folder) {
            parts.push_back(part);
        }
    }
    std::string out;
    for (const std::string_view part : parts) {
        out += "/" + std::string(part);
    }
    return folder || out.empty() ? out + "/" : out;
}

} // namespace

std::string resolve_link(std::string_view base, std::string_view link) {
    base = trimmed_ascii(base);
    link = trimmed_ascii(link);
    link = link.substr(0, link.find('#'));
    if (link.empty() || is_http(link)) {
        return std::string(link);
    }
    if (has_scheme(link) || !is_http(base)) {
        return link.starts_with("//") ? "https:" + std::string(link) : std::string{};
    }
    const std::size_t authority = base.find("//") + 2;
    if (link.starts_with("//")) {
        return std::string(base.substr(0, authority - 2)) + std::string(link);
    }
    base = base.substr(0, base.find_first_of("?#"));
    const std::size_t path = std::min(base.find('/', authority), base.size());
    const std::string origin(base.substr(0, path));
    const std::size_t query = std::min(link.find('?'), link.size());
    std::string folder(base.substr(path, base.rfind('/') + 1 - path > base.size() ? 0 : base.rfind('/') + 1 - path));
    folder = path == base.size() ? "/" : folder;
    const std::string whole = link.starts_with('/') ? std::string(link.substr(0, query))
                              : query == 0          ? (path == base.size() ? "/" : std::string(base.substr(path)))
                                                    : folder + std::string(link.substr(0, query));
    return origin + without_dots(whole) + std::string(link.substr(query));
}

} // namespace qosar
