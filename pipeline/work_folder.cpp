#include "work_folder.hpp"

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"

namespace qosar {

namespace {

namespace fs = std::filesystem;

fs::path without_slash(fs::path place) { return place.has_filename() ? place : place.parent_path(); }

bool is_corpus(const fs::path& place) {
    constexpr std::size_t limit = 256U << 20U;
    const fs::path manifest = place / "manifest.json";
    return fs::is_regular_file(manifest) && read_file(manifest, limit).find("\"qosar-corpus/") != std::string::npos;
}

void check_place(const fs::path& place, bool replace) {
    if (!fs::exists(place) || (fs::is_directory(place) && fs::is_empty(place))) {
        return;
    }
    if (!is_corpus(place)) {
        throw Error(place.string() + " exists and is no corpus of ours; give another --out");
    }
    if (!replace) {
        throw Error(place.string() + " exists; --force replaces it");
    }
}

/// What lies at the place of unfinished work is removed, so it has to be a run's: these leave their lock there.
void check_part(const fs::path& part) {
    if (fs::exists(part) && !(fs::is_directory(part) && (fs::is_empty(part) || fs::exists(part / "lock")))) {
        throw Error(part.string() + " exists and is no unfinished work of ours; give another --out");
    }
}

} // namespace

WorkFolder::WorkFolder(fs::path place, bool replace) : m_place(without_slash(std::move(place))) {
    check_place(m_place, replace);
    m_part = m_place;
    m_part += ".part";
    check_part(m_part);
    std::error_code problem;
    fs::create_directories(m_part, problem);
    const fs::path lock = m_part / "lock";
    m_lock = problem ? -1 : ::open(lock.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
    if (m_lock < 0) {
        throw Error("cannot work in " + m_part.string() + ": " + (problem ? problem.message() : std::strerror(errno)));
    }
    if (::flock(m_lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(m_lock);
        throw Error("another run writes to " + m_place.string() + " at this moment");
    }
    for (const auto& entry : fs::directory_iterator(m_part)) {
        if (entry.path() != lock) {
            fs::remove_all(entry.path());
        }
    }
    fs::create_directory(corpus());
}

WorkFolder::~WorkFolder() {
    std::error_code ignored;
    fs::remove_all(m_part, ignored);
    ::close(m_lock);
}

void WorkFolder::publish() { publish_folder(corpus(), m_place); }

} // namespace qosar
