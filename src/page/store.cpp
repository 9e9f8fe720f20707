#include "qosar/page/store.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"
#include "qosar/base/hash.hpp"

namespace qosar {

namespace fs = std::filesystem;

namespace {

struct StoredForm {
    const char* ending;
    PageForm form;
};

constexpr std::array<StoredForm, 3> stored_forms{{
    {".json", PageForm::json},
    {".html", PageForm::html},
    {".txt", PageForm::text},
}};

std::string safe_name(std::string_view text) {
    std::string name;
    for (const char c : text) {
        const bool safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                          c == '_' || (c == '.' && !name.empty() && name.back() != '.');
        name += safe ? c : '_';
    }
    return name.empty() ? "_" : name; // an empty one would make a path begin at the root
}

/// What stands in a folder; nothing where that cannot be read.
std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code problem;
    for (fs::directory_iterator entry(folder, problem), end; !problem && entry != end; entry.increment(problem)) {
        entries.push_back(entry->path());
    }
    return entries;
}

/// Name of the page that a file holds; empty if it holds none.
std::string stored_name(const fs::path& path, const std::string& language_ending) {
    const std::string file = path.filename().string();
    std::error_code ignored;
    for (const StoredForm& stored : stored_forms) {
        const std::string ending = language_ending + stored.ending;
        if (file.ends_with(ending) && fs::is_regular_file(path, ignored)) {
            return file.substr(0, file.size() - ending.size());
        }
    }
    return "";
}

std::string_view last_part(std::string_view path) {
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

} // namespace

std::string store_name(const CanonicalUrl& url) {
    constexpr std::string_view entities = "/memleket/entities/";
    if (url.host == "gov.kz" && url.path.starts_with(entities)) {
        const std::string_view rest = std::string_view(url.path).substr(entities.size());
        const std::string_view entity = rest.substr(0, rest.find('/'));
        return safe_name(entity) + "/" + safe_name(last_part(rest));
    }
    const std::string_view rest = std::string_view(url.key).substr(url.host.size());
    return safe_name(url.host) + "/" + safe_name(rest.empty() ? "index" : rest.substr(1));
}

PageStore::PageStore(fs::path folder, PageOptions options) : m_folder(std::move(folder)), m_options(options) {
    if (!fs::is_directory(m_folder)) {
        throw Error("there is no page store " + m_folder.string() + "; give a folder of saved pages with --pages");
    }
}

Page PageStore::find(const std::string& url, const std::string& language) const {
    Page page;
    page.url = url;
    page.language = language;
    const auto canonical = canonical_url(url);
    if (!canonical) {
        page.problem = "the cited address is not a web address: " + url;
        return page;
    }
    page.key = canonical->key;
    read(page, store_name(*canonical));
    return page;
}

Page PageStore::named(const std::string& name, const std::string& language) const {
    Page page;
    page.language = language;
    read(page, name);
    return page;
}

std::vector<std::string> PageStore::names(const std::string& language) const {
    std::vector<std::string> names;
    for (const fs::path& folder : entries_of(m_folder)) {
        const std::string entity = folder.filename().string();
        if (entity != safe_name(entity)) {
            continue;
        }
        for (const fs::path& path : entries_of(folder)) {
            const std::string name = stored_name(path, "." + safe_name(language));
            if (!name.empty() && name == safe_name(name)) {
                names.push_back(entity + "/" + name);
            }
        }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

void PageStore::read(Page& page, const std::string& name) const {
    for (const StoredForm& stored : stored_forms) {
        const std::string place = name + "." + safe_name(page.language) + stored.ending;
        const fs::path path = m_folder / place;
        std::error_code ignored;
        if (!fs::exists(path, ignored)) {
            continue;
        }
        page.place = place;
        try {
            const std::string bytes = read_file(path, m_options.max_bytes);
            page.sha256 = sha256_hex(bytes);
            read_page(page, bytes, stored.form, last_part(name), m_options);
        } catch (const Error&) {
            page.status = PageStatus::unusable;
            page.problem = place + ": " + "the file cannot be read or is larger than " +
                           std::to_string(m_options.max_bytes) + " bytes";
        }
        return;
    }
    page.problem = "the store holds no " + name + "." + page.language + ".json, .html or .txt";
}

} // namespace qosar
