// Sorting more records than fit into memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace qosar {

/// Bytes that are written once and read back from any place: an unnamed file of a folder, gone when this is.
class ScratchFile {
public:
    /// Throws Error when the folder takes no file.
    explicit ScratchFile(const std::filesystem::path& folder);
    ~ScratchFile();
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    void append(const void* bytes, std::size_t size);                     ///< throws Error when the disk is full
    void read(std::uint64_t offset, void* bytes, std::size_t size) const; ///< REQUIRES: they were appended
    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    std::filesystem::path m_folder; ///< for messages
    int m_file = -1;
    std::uint64_t m_size = 0;
};

/// Sorts records of fixed size by `<`, in at most about `memory` bytes: what is more goes to a scratch file in sorted
/// runs, which are merged in the end (Knuth, The Art of Computer Programming, 5.4). Records that are neither less nor
/// greater come in no order.
///
///     ExternalSort<int> sort(folder, 1'000'000);
///     sort.push(3);
///     sort.push(1);
///     sort.drain([](int i) { … }); // 1, then 3
template <typename Record>
class ExternalSort {
    static_assert(std::is_trivially_copyable_v<Record>);

public:
    ExternalSort(std::filesystem::path folder, std::size_t memory)
        : m_folder(std::move(folder)), m_capacity(std::max<std::size_t>(memory / sizeof(Record), 2)) {}

    void push(const Record& record) {
        if (m_records.size() == m_capacity) {
            spill();
        }
        m_records.push_back(record);
    }

    /// Hands all records over in order and forgets them.
    template <typename Use>
    void drain(Use&& use) {
        std::sort(m_records.begin(), m_records.end());
        if (m_ends.empty()) {
            for (const Record& record : m_records) {
                use(record);
            }
            std::vector<Record>().swap(m_records);
            return;
        }
        spill();
        std::vector<Record>().swap(m_records);
        merge(use);
        m_ends.clear();
        m_file.reset();
    }

private:
    /// A sorted run on the disk, and the piece of it that is in memory.
    struct Run {
        std::uint64_t next; ///< number of the first record that is not in memory yet
        std::uint64_t end;
        std::vector<Record> piece;
        std::size_t place = 0;
    };

    void spill() {
        if (!m_file) {
            m_file = std::make_unique<ScratchFile>(m_folder);
        }
        std::sort(m_records.begin(), m_records.end());
        m_file->append(m_records.data(), m_records.size() * sizeof(Record));
        m_ends.push_back(m_file->size() / sizeof(Record));
        m_records.clear();
    }

    bool fill(Run& run, std::size_t records) const {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(records, run.end - run.next));
        run.piece.resize(count);
        run.place = 0;
        if (count > 0) {
            m_file->read(run.next * sizeof(Record), run.piece.data(), count * sizeof(Record));
            run.next += count;
        }
        return count > 0;
    }

    template <typename Use>
    void merge(Use& use) {
        constexpr std::size_t least_piece = 256;
        const std::size_t piece = std::max(least_piece, m_capacity / m_ends.size());
        std::vector<Run> runs;
        std::vector<std::size_t> heap;
        for (std::size_t i = 0; i < m_ends.size(); ++i) {
            runs.push_back({i == 0 ? 0 : m_ends[i - 1], m_ends[i], {}});
            if (fill(runs.back(), piece)) {
                heap.push_back(i);
            }
        }
        const auto later = [&](std::size_t a, std::size_t b) {
            return runs[b].piece[runs[b].place] < runs[a].piece[runs[a].place];
        };
        std::make_heap(heap.begin(), heap.end(), later);
        while (!heap.empty()) {
            std::pop_heap(heap.begin(), heap.end(), later);
            Run& run = runs[heap.back()];
            use(run.piece[run.place++]);
            if (run.place < run.piece.size() || fill(run, piece)) {
                std::push_heap(heap.begin(), heap.end(), later);
            } else {
                heap.pop_back();
            }
        }
    }

    std::filesystem::path m_folder;
    std::size_t m_capacity;
    std::vector<Record> m_records;
    std::unique_ptr<ScratchFile> m_file;
    std::vector<std::uint64_t> m_ends; ///< of the runs, in records
};

} // namespace qosar
