// Articles on disk between the survey and the work: written once in reading order, read back in any order.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <vector>

#include "qosar/model/article.hpp"

namespace qosar {

class ArticleSpool {
public:
    explicit ArticleSpool(std::filesystem::path path);

    void append(const Article& article);
    /// To be called between the last append and the first read. Throws Error when the disk does not take the bytes.
    void close();
    [[nodiscard]] Article read(std::size_t number); ///< number of the append, from 0; not for several threads at once
    [[nodiscard]] std::size_t size() const { return m_begins.size(); }

private:
    std::filesystem::path m_path;
    std::fstream m_stream;
    std::vector<std::uint64_t> m_begins; ///< offset of each article
    std::uint64_t m_end = 0;
};

} // namespace qosar
