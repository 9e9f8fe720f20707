// A file in memory without being read: pages come in when they are touched, and processes share them.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

namespace qosar {

/// The bytes of a file, mapped for reading. `owner` keeps the mapping. The file must not be cut short meanwhile;
/// replacing it by rename, as PublishedFile does, is safe.
struct MappedFile {
    std::shared_ptr<const void> owner; ///< null for an empty file
    std::string_view bytes;
};

/// Throws Error when it cannot be opened or is no regular file.
MappedFile map_file(const std::filesystem::path& path);

} // namespace qosar
