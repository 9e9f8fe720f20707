// Signatures of all articles, on the disk.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "qosar/base/external_sort.hpp"
#include "qosar/group/signature.hpp"

namespace qosar {

class SignatureFile {
public:
    explicit SignatureFile(const std::filesystem::path& folder) : m_file(folder) {}

    void append(const Signature& signature) {
        m_block.push_back(signature);
        if (m_block.size() == block) {
            flush();
        }
    }

    /// To be called between the last append and the first read.
    void flush() {
        m_file.append(m_block.data(), m_block.size() * sizeof(Signature));
        m_block.clear();
    }

    /// Those asked for last are kept, at most 64 MB of them.
    [[nodiscard]] Signature read(std::uint32_t number) const {
        if (m_kept.empty()) {
            m_kept.resize(std::min<std::uint64_t>(std::bit_ceil(m_file.size() / sizeof(Signature)), most_kept));
        }
        Kept& kept = m_kept[number % m_kept.size()];
        if (kept.number != std::uint64_t{number} + 1) {
            m_file.read(std::uint64_t{number} * sizeof(Signature), &kept.signature, sizeof(Signature));
            kept.number = std::uint64_t{number} + 1;
        }
        return kept.signature;
    }

    /// Calls `use` with the number and the signature of each article in order.
    template <typename Use>
    void for_each(Use&& use) const {
        const std::uint64_t count = m_file.size() / sizeof(Signature);
        std::vector<Signature> signatures(block);
        for (std::uint64_t i = 0; i < count; i += block) {
            const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(block, count - i));
            m_file.read(i * sizeof(Signature), signatures.data(), size * sizeof(Signature));
            for (std::size_t k = 0; k < size; ++k) {
                use(static_cast<std::uint32_t>(i + k), signatures[k]);
            }
        }
    }

private:
    static constexpr std::size_t block = 4096;
    static constexpr std::size_t most_kept = std::size_t{1} << 18U;

    struct Kept {
        std::uint64_t number = 0; ///< and one; zero for none
        Signature signature;
    };

    ScratchFile m_file;
    mutable std::vector<Kept> m_kept; ///< by number, each at one place
    std::vector<Signature> m_block;
};

} // namespace qosar
