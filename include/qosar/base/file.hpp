// Reading files whole, and writing so that nothing half-written is ever seen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>

namespace qosar {

/// The bytes of a file, or of standard input for "-". Throws Error when it cannot be read,
/// is a directory, or holds more than `limit` bytes.
std::string read_file(const std::filesystem::path& path, std::size_t limit);

/// Hands over the bytes of a file, or of standard input for "-", in pieces of at most a megabyte. Throws as
/// `read_file`.
void read_pieces(const std::filesystem::path& path, const std::function<void(std::string_view)>& use);

/// Waits until the bytes of a file, or the entries of a folder, have reached the disk. Throws Error.
void sync_to_disk(const std::filesystem::path& path);

/// A file that is written under a temporary name beside its place and gets its own name in `publish`,
/// after its bytes have reached the disk. Destroyed before that, it leaves nothing behind.
class PublishedFile {
public:
    explicit PublishedFile(std::filesystem::path path);
    ~PublishedFile();
    PublishedFile(const PublishedFile&) = delete;
    PublishedFile& operator=(const PublishedFile&) = delete;

    void write(std::string_view bytes); ///< throws Error when the disk does not take them
    void publish();
    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    std::filesystem::path m_path;
    std::filesystem::path m_temporary;
    std::ofstream m_stream;
    std::uint64_t m_size = 0;
};

/// Writes all of `bytes` to `path` by way of a PublishedFile.
void publish_file(const std::filesystem::path& path, std::string_view bytes);

/// Many files that are brought to the disk together, since doing so for each costs more than writing it. They get their
/// own names after that, when there are many or at `publish`. What has none when this is destroyed leaves nothing
/// behind.
class PublishedFiles {
public:
    PublishedFiles() = default;
    ~PublishedFiles();
    PublishedFiles(const PublishedFiles&) = delete;
    PublishedFiles& operator=(const PublishedFiles&) = delete;

    void add(const std::filesystem::path& path, std::string_view bytes); ///< throws Error
    void publish();

private:
    struct Waiting {
        std::filesystem::path temporary;
        std::filesystem::path place;
    };

    std::vector<Waiting> m_waiting;
};

/// Makes a finished folder `part` appear as `place`, in one step that a reader cannot see half of.
/// What stood at `place` is removed afterwards. Both must be on one file system.
void publish_folder(const std::filesystem::path& part, const std::filesystem::path& place);

} // namespace qosar
