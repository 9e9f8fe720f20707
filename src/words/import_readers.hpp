// The readers behind words/import.hpp: each gives the pairs of one format as they stand there. Nothing is checked or
// cleaned here; a pair may be empty, and any text valid UTF-8 of any length. All throw Error for broken files.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "qosar/words/import.hpp"

namespace qosar {

struct RawPair {
    std::string first;
    std::string second;
    std::string part_of_speech{};
};

using TakePair = std::function<void(RawPair)>;

void read_tmx(const std::filesystem::path& path, const ImportOptions& options, const TakePair& take);
void read_po(const std::filesystem::path& path, const ImportOptions& options, const TakePair& take);
void read_mo(const std::filesystem::path& path, const ImportOptions& options, const TakePair& take);
void read_dix(const std::filesystem::path& path, const ImportOptions& options, const TakePair& take);
void read_dic(const std::filesystem::path& path, const ImportOptions& options, const TakePair& take);
void read_stardict(const std::filesystem::path& path, const ImportOptions& options, const TakePair& take);

/// The charset that a gettext header names, as in `Content-Type: text/plain; charset=UTF-8`; empty if none.
std::string gettext_charset(std::string_view header);

} // namespace qosar
