// Signatures of all articles, on the disk.
#pragma once

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

    [[nodiscard]] Signature read(std::uint32_t number) const {
        Signature signature;
        m_file.read(std::uint64_t{number} * sizeof(Signature), &signature, sizeof(Signature));
        return signature;
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

    ScratchFile m_file;
    std::vector<Signature> m_block;
};

} // namespace qosar
