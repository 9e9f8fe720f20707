#include "qosar/base/external_sort.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include <unistd.h>

#include "qosar/base/error.hpp"

namespace qosar {

ScratchFile::ScratchFile(const std::filesystem::path& folder) : m_folder(folder) {
    std::string name = (folder / "scratch.XXXXXX").string();
    m_file = ::mkstemp(name.data());
    if (m_file < 0) {
        throw Error("cannot make a temporary file in " + folder.string() + ": " + std::strerror(errno));
    }
    ::unlink(name.c_str()); // so that not even a crash leaves it behind
}

ScratchFile::~ScratchFile() { ::close(m_file); }

void ScratchFile::append(const void* bytes, std::size_t size) {
    const char* from = static_cast<const char*>(bytes);
    while (size > 0) {
        const ssize_t written = ::pwrite(m_file, from, size, static_cast<off_t>(m_size));
        if (written < 0 && errno != EINTR) {
            throw Error("cannot write a temporary file in " + m_folder.string() + ": " + std::strerror(errno));
        }
        if (written > 0) {
            from += written;
            size -= static_cast<std::size_t>(written);
            m_size += static_cast<std::uint64_t>(written);
        }
    }
}

void ScratchFile::read(std::uint64_t offset, void* bytes, std::size_t size) const {
    char* to = static_cast<char*>(bytes);
    while (size > 0) {
        const ssize_t got = ::pread(m_file, to, size, static_cast<off_t>(offset));
        if (got == 0 || (got < 0 && errno != EINTR)) {
            throw Error("cannot read a temporary file in " + m_folder.string() +
                        " again: " + std::strerror(got == 0 ? EIO : errno));
        }
        if (got > 0) {
            to += got;
            size -= static_cast<std::size_t>(got);
            offset += static_cast<std::uint64_t>(got);
        }
    }
}

} // namespace qosar
