// OUT.part: the folder in which a run works until its corpus is whole.
#pragma once

#include <filesystem>

namespace qosar {

/// Holds the folder for one run: a second run to the same place is refused, what a dead run left is dropped.
class WorkFolder {
public:
    /// Throws Error where the place is taken: by a corpus (unless `replace`), by something that is no corpus, or by
    /// a run that is still going on.
    WorkFolder(std::filesystem::path place, bool replace);
    ~WorkFolder(); ///< drops the folder unless it was published
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

    [[nodiscard]] std::filesystem::path corpus() const { return m_part / "corpus"; } ///< what will be published
    [[nodiscard]] std::filesystem::path scratch() const { return m_part; }           ///< for everything else
    void publish();

private:
    std::filesystem::path m_place;
    std::filesystem::path m_part;
    int m_lock = -1;
};

} // namespace qosar
