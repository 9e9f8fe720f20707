#include "qosar/web/url.hpp"

#include <algorithm>
#include <vector>

namespace qosar {

namespace {

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

bool is_plain(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Percent-encoding in its one form: plain characters bare, all others as `%XX` in capitals.
std::string normal_encoding(std::string_view text, std::string_view also_plain) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto c = static_cast<unsigned char>(text[i]);
        bool encoded = false;
        if (c == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
            c = static_cast<unsigned char>(16 * hex_value(text[i + 1]) + hex_value(text[i + 2]));
            encoded = true;
            i += 2;
        }
        if (is_plain(c) || (!encoded && also_plain.find(static_cast<char>(c)) != std::string_view::npos)) {
            out += static_cast<char>(c);
        } else {
            out += {'%', digits[c >> 4U], digits[c & 0xFU]};
        }
    }
    return out;
}

std::string_view take_until(std::string_view& rest, std::string_view stops) {
    const std::size_t end = std::min(rest.find_first_of(stops), rest.size());
    const std::string_view taken = rest.substr(0, end);
    rest.remove_prefix(end);
    return taken;
}

bool strip_prefix(std::string_view& text, std::string_view prefix) {
    if (ascii_lower(text.substr(0, prefix.size())) != prefix) {
        return false;
    }
    text.remove_prefix(prefix.size());
    return true;
}

std::string canonical_host(std::string_view authority) {
    authority.remove_prefix(std::min(authority.rfind('@') + 1, authority.size())); // npos + 1 is 0
    std::string host = ascii_lower(authority);
    for (std::size_t before = 0; before != host.size();) { // until nothing more comes off
        before = host.size();
        for (const std::string_view ending : {":80", ":443", ":", "."}) {
            host.resize(host.size() - (host.ends_with(ending) ? ending.size() : 0));
        }
    }
    while (host.starts_with("www.") && host.find('.', 4) != std::string::npos) { // but `www.kz` is a name of its own
        host.erase(0, 4);
    }
    return host;
}

bool is_host(std::string_view host) {
    const std::string_view name = host.substr(0, host.find(':'));
    const std::string_view port = host.substr(name.size());
    return name.find('.') != std::string_view::npos &&
           port.find_first_not_of("0123456789", 1) == std::string_view::npos &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return is_plain(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
           });
}

std::string canonical_path(std::string_view path) {
    std::string out = normal_encoding(path, "/:@!$&'()*+,;=");
    while (out.ends_with('/')) {
        out.pop_back();
    }
    return out;
}

bool is_tracking(std::string_view name) {
    return name.starts_with("utm_") || name == "fbclid" || name == "gclid" || name == "yclid" || name == "_openstat";
}

std::string canonical_query(std::string_view query, std::string& language) {
    std::vector<std::string> parameters;
    while (!query.empty()) {
        const std::string parameter = normal_encoding(take_until(query, "&"), "=/:@!$'()*+,;?");
        query.remove_prefix(query.empty() ? 0 : 1);
        const std::size_t equals = std::min(parameter.find('='), parameter.size());
        const std::string name = ascii_lower(parameter.substr(0, equals));
        if (name == "lang") {
            language = ascii_lower(parameter.substr(std::min(equals + 1, parameter.size())));
            language = language == "kz" ? "kk" : language;
        } else if (!name.empty() && !is_tracking(name)) {
            parameters.push_back(parameter);
        }
    }
    std::sort(parameters.begin(), parameters.end());
    std::string out;
    for (const std::string& parameter : parameters) {
        out += (out.empty() ? "?" : "&") + parameter;
    }
    return out;
}

} // namespace

std::optional<CanonicalUrl> canonical_url(std::string_view url) {
    while (!url.empty() && static_cast<unsigned char>(url.front()) <= ' ') {
        url.remove_prefix(1);
    }
    while (!url.empty() && static_cast<unsigned char>(url.back()) <= ' ') {
        url.remove_suffix(1);
    }
    const bool has_scheme = strip_prefix(url, "https://") || strip_prefix(url, "http://");
    const std::string_view authority = take_until(url, "/?#");
    if (!has_scheme && (authority.find('@') != std::string_view::npos ||
                        (authority.ends_with(':') && url.starts_with("//")))) { // mail, or another scheme
        return std::nullopt;
    }
    CanonicalUrl out;
    out.host = canonical_host(authority);
    if (!is_host(out.host)) {
        return std::nullopt;
    }
    out.path = canonical_path(take_until(url, "?#"));
    std::string query;
    if (strip_prefix(url, "?")) {
        query = canonical_query(take_until(url, "#"), out.language);
    }
    out.key = out.host + out.path + query;
    return out;
}

} // namespace qosar
