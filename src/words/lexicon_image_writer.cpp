#include "lexicon_image.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "qosar/base/error.hpp"
#include "qosar/base/hash.hpp"
#include "qosar/language/stem.hpp"
#include "qosar/text/tokens.hpp"

namespace qosar {

namespace {

using image::Header;
using image::PairRecord;
using image::Section;
using image::Slot;
using image::SourceRecord;
using image::TermRecord;

constexpr std::uint32_t no_term = ~std::uint32_t{0};

std::uint32_t narrow(std::size_t value) {
    if (value >= no_term) {
        throw Error("a lexicon image holds less than 2^32 translations, words and bytes of text; this is too much");
    }
    return static_cast<std::uint32_t>(value);
}

std::array<char, 16> language_field(const std::string& code) {
    std::array<char, 16> field{};
    if (code.size() >= field.size()) {
        throw Error("the language code '" + code + "' is too long for a lexicon image");
    }
    std::copy(code.begin(), code.end(), field.begin());
    return field;
}

float probability(double value) { return static_cast<float>(std::clamp(value, 0.0, 1.0)); }

std::uint16_t part_of_speech_number(const std::string& name) {
    const auto found = std::find(parts_of_speech.begin(), parts_of_speech.end(), name);
    return static_cast<std::uint16_t>(found == parts_of_speech.end() ? 0 : found - parts_of_speech.begin());
}

class ImageWriter {
public:
    ImageWriter(const LanguagePack& first, const LanguagePack& second) : m_first(first), m_second(second) {}

    void add(const Translations& translations) {
        for (const TranslationSource& source : translations.sources) {
            m_sources.push_back(
                {place(source.name), narrow(source.name.size()), place(source.licence), narrow(source.licence.size())});
        }
        if (m_sources.empty()) {
            m_sources.push_back({0, 0, 0, 0});
        }
        for (const Translation& translation : translations.all) {
            const std::vector<Token> first_words = tokenise(translation.first);
            const std::vector<Token> second_words = tokenise(translation.second);
            if (first_words.empty() || second_words.empty()) {
                continue; // before either side gets keys
            }
            const std::uint32_t first = m_first.number_of(translation.first, first_words, *this);
            const std::uint32_t second = m_second.number_of(translation.second, second_words, *this);
            m_pairs.push_back({first, second, probability(translation.forward), probability(translation.backward),
                               translation.count, source_number(translation),
                               part_of_speech_number(translation.part_of_speech)});
        }
        narrow(m_pairs.size());
    }

    std::string bytes(const std::string& first_language, const std::string& second_language) {
        std::stable_sort(m_pairs.begin(), m_pairs.end(), [&](const PairRecord& a, const PairRecord& b) {
            return std::tuple(first_key(m_first, a.first), a.first, b.forward) <
                   std::tuple(first_key(m_first, b.first), b.first, a.forward);
        });
        std::vector<std::uint32_t> by_second(m_pairs.size());
        for (std::uint32_t i = 0; i < by_second.size(); ++i) {
            by_second[i] = i;
        }
        std::stable_sort(by_second.begin(), by_second.end(), [&](std::uint32_t i, std::uint32_t j) {
            const PairRecord& a = m_pairs[i];
            const PairRecord& b = m_pairs[j];
            return std::tuple(first_key(m_second, a.second), a.second, b.backward) <
                   std::tuple(first_key(m_second, b.second), b.second, a.backward);
        });
        const std::vector<Slot> first_slots =
            slots(m_first, [&](std::uint32_t i) { return first_key(m_first, m_pairs[i].first); });
        const std::vector<Slot> second_slots =
            slots(m_second, [&](std::uint32_t i) { return first_key(m_second, m_pairs[by_second[i]].second); });

        std::string out(sizeof(Header), '\0');
        Header header{};
        std::copy(image::magic_bytes.begin(), image::magic_bytes.end(), header.magic.begin());
        header.version = image::format_version;
        header.byte_order = image::native_byte_order;
        header.first_language = language_field(first_language);
        header.second_language = language_field(second_language);
        const auto append = [&](Section which, const auto& items) {
            out.resize((out.size() + 7) / 8 * 8);
            header.sections[static_cast<std::size_t>(which)] = {out.size(), items.size()};
            out.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(items[0]));
        };
        append(Section::pairs, m_pairs);
        append(Section::by_second, by_second);
        append(Section::first_terms, m_first.records);
        append(Section::second_terms, m_second.records);
        append(Section::keys, m_keys);
        append(Section::first_slots, first_slots);
        append(Section::second_slots, second_slots);
        append(Section::sources, m_sources);
        append(Section::text, m_text);
        header.size = out.size();
        out.replace(0, sizeof(Header), reinterpret_cast<const char*>(&header), sizeof(Header));
        header.checksum = hash64(std::string_view(out).substr(offsetof(Header, first_language)));
        out.replace(0, sizeof(Header), reinterpret_cast<const char*>(&header), sizeof(Header));
        return out;
    }

private:
    /// The terms of a side, each once, numbered as they come.
    struct Terms {
        explicit Terms(const LanguagePack& its_pack) : pack(its_pack) {}

        std::uint32_t number_of(const std::string& text, const std::vector<Token>& words, ImageWriter& writer) {
            const auto [found, is_new] = numbers.try_emplace(text, no_term);
            if (!is_new) {
                return found->second;
            }
            const std::uint32_t begin = narrow(writer.m_keys.size());
            for (const Token& token : words) {
                const std::string_view word = std::string_view(text).substr(token.bytes.begin, token.bytes.size());
                writer.m_keys.push_back(key_id(match_key(pack, word)));
            }
            const std::uint32_t count = narrow(writer.m_keys.size()) - begin;
            found->second = narrow(records.size());
            records.push_back({begin, count, writer.place(text), narrow(text.size())});
            return found->second;
        }

        const LanguagePack& pack;
        std::vector<TermRecord> records;
        std::unordered_map<std::string, std::uint32_t> numbers;
    };

    [[nodiscard]] std::uint16_t source_number(const Translation& translation) const {
        if (translation.source >= m_sources.size() || translation.source > 0xffff) {
            throw Error("the translation of '" + translation.first + "' comes from source " +
                        std::to_string(translation.source) + ", of which nothing is known");
        }
        return static_cast<std::uint16_t>(translation.source);
    }

    std::uint32_t place(std::string_view text) {
        const std::uint32_t at = narrow(m_text.size());
        m_text += text;
        return at;
    }

    [[nodiscard]] KeyId first_key(const Terms& terms, std::uint32_t term) const {
        return m_keys[terms.records[term].keys];
    }

    /// A slot for each key of a side; `key_at` tells the first key of the translations in this side's order.
    template <typename KeyAt>
    std::vector<Slot> slots(const Terms& terms, KeyAt&& key_at) const {
        std::vector<KeyId> all;
        for (const TermRecord& term : terms.records) {
            all.insert(all.end(), m_keys.begin() + term.keys, m_keys.begin() + term.keys + term.key_count);
        }
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        std::size_t size = 2;
        while (size < 2 * all.size()) {
            size *= 2;
        }
        std::vector<Slot> table(size, Slot{no_key, 0, 0});
        for (std::uint32_t next = 0; const KeyId key : all) {
            const std::uint32_t begin = next;
            while (next < m_pairs.size() && key_at(next) == key) {
                ++next;
            }
            std::size_t place = key & (size - 1);
            while (table[place].key != no_key) {
                place = (place + 1) & (size - 1);
            }
            table[place] = {key, begin, next};
        }
        return table;
    }

    Terms m_first;
    Terms m_second;
    std::vector<PairRecord> m_pairs;
    std::vector<KeyId> m_keys;
    std::vector<SourceRecord> m_sources;
    std::string m_text;
};

} // namespace

std::string lexicon_image(const LanguagePack& first, const LanguagePack& second, const Translations& translations) {
    ImageWriter writer(first, second);
    writer.add(translations);
    return writer.bytes(first.code, second.code);
}

} // namespace qosar
