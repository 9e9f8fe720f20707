#include "qosar/base/file.hpp"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <sstream>
#include <utility>

#include <fcntl.h>
#include <stdio.h>
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

} // namespace

void sync_to_disk(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int problem = errno;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    if (!synced) {
        throw Error("cannot bring " + path.string() + " to the disk: " + std::strerror(problem));
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

PublishedFile::PublishedFile(fs::path path) : m_path(std::move(path)) {
    static std::atomic<unsigned> counter{0};
    std::ostringstream name;
    name << '.' << m_path.filename().string() << '.' << ::getpid() << '.' << counter++ << ".part";
    m_temporary = folder_of(m_path) / name.str();
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
