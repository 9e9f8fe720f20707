// What all fuzz targets share. NAME_fuzz.cpp tests one reader: any input either breaks a law, or is read, or refused
// with an Error. Built with clang it is a libFuzzer program (`scripts/fuzz`); in all other builds replay.cpp runs it on
// the inputs in corpus/NAME, which ctest does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <unistd.h>

#include "qosar/text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace qosar::fuzz {

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// The input as text, for readers that require valid UTF-8.
inline std::string text_of(const std::uint8_t* data, std::size_t size) { return repair_utf8(bytes_of(data, size)); }

/// Stops the program, which is what libFuzzer and ctest look for.
inline void check(bool holds, std::string_view law) {
    if (!holds) {
        std::fprintf(stderr, "broken law: %.*s\n", static_cast<int>(law.size()), law.data());
        std::abort();
    }
}

/// A file with these bytes, for readers that take a path; removed with this.
class File {
public:
    File(std::string_view bytes, const std::string& ending)
        : m_path(std::filesystem::temp_directory_path() / ("qosar-fuzz-" + std::to_string(::getpid()) + ending)) {
        std::ofstream(m_path, std::ios::binary) << bytes;
    }
    ~File() {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace qosar::fuzz
