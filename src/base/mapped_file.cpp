#include "qosar/base/mapped_file.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qosar/base/error.hpp"

namespace qosar {

MappedFile map_file(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        throw Error("cannot open " + path.string() + ": " + std::strerror(errno));
    }
    struct stat state {};
    void* address = nullptr;
    std::size_t size = 0;
    const bool regular = ::fstat(descriptor, &state) == 0 && S_ISREG(state.st_mode);
    if (regular && state.st_size > 0) {
        size = static_cast<std::size_t>(state.st_size);
        address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    }
    const int problem = errno;
    ::close(descriptor);
    if (!regular) {
        throw Error(path.string() + " is no regular file");
    }
    if (address == MAP_FAILED) {
        throw Error("cannot map " + path.string() + ": " + std::strerror(problem));
    }
    if (address == nullptr) {
        return {};
    }
    std::shared_ptr<const void> owner(address, [size](void* mapped) { ::munmap(mapped, size); });
    return {std::move(owner), {static_cast<const char*>(address), size}};
}

} // namespace qosar
