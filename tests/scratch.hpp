// A fresh folder for one test, removed with all that is in it.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <unistd.h>

namespace qosar {

class Scratch {
public:
    Scratch() {
        static int counter = 0;
        m_folder = std::filesystem::path(testing::TempDir()) /
                   ("qosar-test-" + std::to_string(::getpid()) + "-" + std::to_string(counter++));
        std::filesystem::create_directories(m_folder);
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    /// Path of a file in it, whose folder exists.
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
        std::filesystem::path path = m_folder / name;
        std::filesystem::create_directories(path.parent_path());
        return path;
    }
    std::filesystem::path write(const std::string& name, std::string_view bytes) const {
        const std::filesystem::path path = *this / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    [[nodiscard]] const std::filesystem::path& path() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

} // namespace qosar
