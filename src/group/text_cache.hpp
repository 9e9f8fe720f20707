// Texts of articles under comparison: those asked for last stay in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <unordered_map>
#include <utility>

#include "qosar/group/compared_text.hpp"

namespace qosar {

class TextCache {
public:
    using Text = std::shared_ptr<const ComparedText>;

    TextCache(std::function<ComparedText(std::uint32_t)> read, std::size_t memory)
        : m_read(std::move(read)), m_memory(memory) {}

    Text get(std::uint32_t article) {
        if (const auto found = m_places.find(article); found != m_places.end()) {
            m_texts.splice(m_texts.begin(), m_texts, found->second);
            return found->second->second;
        }
        m_texts.emplace_front(article, std::make_shared<const ComparedText>(m_read(article)));
        m_places[article] = m_texts.begin();
        m_used += size_of(*m_texts.front().second);
        while (m_used > m_memory && m_texts.size() > 2) {
            m_used -= size_of(*m_texts.back().second);
            m_places.erase(m_texts.back().first);
            m_texts.pop_back();
        }
        return m_texts.front().second;
    }

private:
    static std::size_t size_of(const ComparedText& text) {
        constexpr std::size_t around = 256;
        return around + text.text.capacity() + text.words.capacity() * sizeof(ComparedWord) +
               text.sentences.capacity() * sizeof(ComparedSentence) + text.names.capacity() * sizeof(std::uint64_t);
    }

    std::function<ComparedText(std::uint32_t)> m_read;
    std::size_t m_memory;
    std::size_t m_used = 0;
    std::list<std::pair<std::uint32_t, Text>> m_texts; ///< the one asked for last comes first
    std::unordered_map<std::uint32_t, std::list<std::pair<std::uint32_t, Text>>::iterator> m_places;
};

} // namespace qosar
