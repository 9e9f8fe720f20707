#include "qosar/base/file.hpp"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <set>
#include <utility>

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qosar/base/error.hpp"

namespace qosar {

namespace fs = std::filesystem;

namespace {

using UsePiece = std::function<void(std::string_view)>;

void read_stream(std::istream& stream, const std::string& name, const UsePiece& use) {
    std::vector<char> block(1U << 18U);
    while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) || stream.gcount() > 0) {
        use({block.data(), static_cast<std::size_t>(stream.gcount())});
    }
    if (stream.bad()) {
        throw Error("cannot read " + name + ": " + std::strerror(errno));
    }
}

std::string no_place(const fs::path& place) { return "cannot put " + place.string() + " in its place: "; }

void rename_to(const fs::path& from, const fs::path& place) {
    std::error_code problem;
    fs::rename(from, place, problem);
    if (problem) {
        throw Error(no_place(place) + problem.message());
    }
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

/// Beside its place, and like no other.
fs::path temporary_name(const fs::path& place) {
    static std::atomic<unsigned> counter{0};
    std::string name(".");
    name.append(place.filename().string()).append(".").append(std::to_string(::getpid()));
    return folder_of(place) / name.append(".").append(std::to_string(counter++)).append(".part");
}

/// An open file or folder.
class Opened {
public:
    explicit Opened(const fs::path& path) : descriptor(::open(path.c_str(), O_RDONLY)) {}
    ~Opened() {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    const int descriptor;
};

[[noreturn]] void cannot_sync(const fs::path& path) {
    throw Error("cannot bring " + path.string() + " to the disk: " + std::strerror(errno));
}

/// Brings all that was written on the file systems of these folders to the disk.
void sync_file_systems(const std::set<fs::path>& folders) {
    std::set<::dev_t> synced;
    for (const fs::path& folder : folders) {
        const Opened opened(folder);
        struct ::stat status {};
        if (opened.descriptor < 0 || ::fstat(opened.descriptor, &status) != 0 ||
            (synced.insert(status.st_dev).second && ::syncfs(opened.descriptor) != 0)) {
            cannot_sync(folder);
        }
    }
}

} // namespace

void sync_to_disk(const fs::path& path) {
    const Opened opened(path);
    if (opened.descriptor < 0 || ::fsync(opened.descriptor) != 0) {
        cannot_sync(path);
    }
}

void read_pieces(const fs::path& path, const UsePiece& use) {
    if (path == "-") {
        read_stream(std::cin, "standard input", use);
        return;
    }
    if (fs::is_directory(path)) {
        throw Error(path.string() + " is a folder; a file is needed here");
    }
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        throw Error("cannot open " + path.string() + ": " + std::strerror(errno));
    }
    read_stream(stream, path.string(), use);
}

std::string read_file(const fs::path& path, std::size_t limit) {
    std::string bytes;
    read_pieces(path, [&](std::string_view piece) {
        bytes += piece;
        if (bytes.size() > limit) {
            const std::string name = path == "-" ? "standard input" : path.string();
            throw Error(name + " holds more than " + std::to_string(limit) + " bytes, the limit for such a file");
        }
    });
    return bytes;
}

PublishedFile::PublishedFile(fs::path path) : m_path(std::move(path)), m_temporary(temporary_name(m_path)) {
    m_stream.open(m_temporary, std::ios::binary | std::ios::trunc);
    if (!m_stream) {
        throw Error("cannot write in " + folder_of(m_path).string() + ": " + std::strerror(errno));
    }
}

PublishedFile::~PublishedFile() {
    if (!m_temporary.empty()) {
        m_stream.close();
        std::error_code ignored;
        fs::remove(m_temporary, ignored);
    }
}

void PublishedFile::write(std::string_view bytes) {
    m_stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!m_stream) {
        throw Error("cannot write " + m_path.string() + ": " + std::strerror(errno));
    }
    m_size += bytes.size();
}

void PublishedFile::publish() {
    m_stream.close();
    if (m_stream.fail()) {
        throw Error("cannot write " + m_path.string() + ": " + std::strerror(errno));
    }
    sync_to_disk(m_temporary);
    rename_to(m_temporary, m_path);
    m_temporary.clear();
    sync_to_disk(folder_of(m_path));
}

void publish_file(const fs::path& path, std::string_view bytes) {
    PublishedFile file(path);
    file.write(bytes);
    file.publish();
}

PublishedFiles::~PublishedFiles() {
    for (const Waiting& file : m_waiting) {
        std::error_code ignored;
        fs::remove(file.temporary, ignored);
    }
}

void PublishedFiles::add(const fs::path& path, std::string_view bytes) {
    constexpr std::size_t many = 2048;
    if (m_waiting.size() >= many) {
        publish();
    }
    const fs::path temporary = temporary_name(path);
    std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) {
        const std::string problem = std::strerror(errno);
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw Error("cannot write " + path.string() + ": " + problem);
    }
    m_waiting.push_back({temporary, path});
}

void PublishedFiles::publish() {
    std::set<fs::path> folders;
    for (const Waiting& file : m_waiting) {
        folders.insert(folder_of(file.place));
    }
    sync_file_systems(folders);
    for (Waiting& file : m_waiting) {
        rename_to(file.temporary, file.place);
        file.temporary.clear();
    }
    m_waiting.clear();
    for (const fs::path& folder : folders) {
        sync_to_disk(folder);
    }
}

void publish_folder(const fs::path& part, const fs::path& place) {
    sync_to_disk(part);
    if (fs::exists(place)) {
        if (::renameat2(AT_FDCWD, part.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) != 0) {
            throw Error(no_place(place) + std::strerror(errno));
        }
        fs::remove_all(part);
    } else {
        rename_to(part, place);
    }
    sync_to_disk(folder_of(place));
}

} // namespace qosar
