#include "lexicon_image.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <type_traits>
#include <utility>

#include "qosar/base/error.hpp"
#include "qosar/base/hash.hpp"
#include "qosar/base/mapped_file.hpp"
#include "qosar/language/stem.hpp"
#include "qosar/text/tokens.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

using image::Header;
using image::PairRecord;
using image::Section;
using image::Slot;
using image::SourceRecord;
using image::TermRecord;

namespace {

[[noreturn]] void refuse(const std::string& name, const std::string& reason) {
    throw Error(name + " is no usable lexicon image: " + reason);
}

std::string_view text_in(const std::array<char, 16>& field) {
    return {field.data(), ::strnlen(field.data(), field.size())};
}

/// The items of a section where they lie. Throws Error where it leaves the image.
template <typename Item>
std::span<const Item> section(const Header& header, std::string_view bytes, Section which, const std::string& name) {
    static_assert(std::is_trivially_copyable_v<Item>);
    const auto [offset, count] = header.sections[static_cast<std::size_t>(which)];
    if (offset % 8 != 0 || offset > bytes.size() || count > (bytes.size() - offset) / sizeof(Item)) {
        refuse(name, "a section lies outside of it");
    }
    return {reinterpret_cast<const Item*>(bytes.data() + offset), count};
}

bool is_probability(float value) { return value >= 0 && value <= 1; }

/// Whether a stretch lies within `size` items.
bool lies_within(std::uint64_t begin, std::uint64_t count, std::size_t size) { return begin + count <= size; }

} // namespace

KeyId key_id(std::string_view match_key) {
    const KeyId id = hash64(match_key);
    return id == no_key ? 1 : id;
}

LexiconEntry LexiconEntry::turned() const {
    return {second, first, second_text, first_text, backward, forward, count, part_of_speech, source, image};
}

LexiconImage::LexiconImage(std::shared_ptr<const void> owner, std::string_view bytes, const std::string& name)
    : m_owner(std::move(owner)) {
    if (bytes.size() < sizeof(Header) || bytes.substr(0, image::magic_bytes.size()) != image::magic_bytes) {
        refuse(name, "it does not begin like one");
    }
    if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(Header) != 0) {
        refuse(name, "it lies crooked in memory");
    }
    m_header = reinterpret_cast<const Header*>(bytes.data());
    if (m_header->byte_order != image::native_byte_order) {
        refuse(name, "it was made on a machine with another byte order");
    }
    if (m_header->version != image::format_version) {
        refuse(name, "its version is " + std::to_string(m_header->version) + ", this program reads " +
                         std::to_string(image::format_version));
    }
    if (m_header->size != bytes.size()) {
        refuse(name,
               "it should hold " + std::to_string(m_header->size) + " bytes and holds " + std::to_string(bytes.size()));
    }
    m_pairs = section<PairRecord>(*m_header, bytes, Section::pairs, name);
    m_by_second = section<std::uint32_t>(*m_header, bytes, Section::by_second, name);
    m_first_terms = section<TermRecord>(*m_header, bytes, Section::first_terms, name);
    m_second_terms = section<TermRecord>(*m_header, bytes, Section::second_terms, name);
    m_keys = section<KeyId>(*m_header, bytes, Section::keys, name);
    m_first_slots = section<Slot>(*m_header, bytes, Section::first_slots, name);
    m_second_slots = section<Slot>(*m_header, bytes, Section::second_slots, name);
    m_sources = section<SourceRecord>(*m_header, bytes, Section::sources, name);
    const auto texts = section<char>(*m_header, bytes, Section::text, name);
    m_text = {texts.data(), texts.size()};
}

LexiconImage LexiconImage::trusted(std::string_view bytes) {
    LexiconImage image(nullptr, bytes, "the built-in lexicon");
    image.find_second_begins();
    return image;
}

LexiconImage LexiconImage::checked(std::string bytes, const std::string& name) {
    const auto owner = std::make_shared<const std::string>(std::move(bytes));
    LexiconImage image(owner, *owner, name);
    image.check_contents(name);
    return image;
}

LexiconImage LexiconImage::mapped(const std::filesystem::path& path) {
    const MappedFile file = map_file(path);
    LexiconImage image(file.owner, file.bytes, path.string());
    image.check_contents(path.string());
    return image;
}

void LexiconImage::check_contents(const std::string& name) {
    const char* begin = m_header->first_language.data();
    const std::string_view hashed(begin, m_header->size - offsetof(Header, first_language));
    if (hash64(hashed) != m_header->checksum) {
        refuse(name, "it is damaged, its checksum is another one");
    }
    const auto text_is_sound = [&](std::uint32_t at, std::uint32_t size) {
        return lies_within(at, size, m_text.size());
    };
    const auto terms_are_sound = [&](std::span<const TermRecord> terms) {
        return std::all_of(terms.begin(), terms.end(), [&](const TermRecord& term) {
            return term.key_count > 0 && lies_within(term.keys, term.key_count, m_keys.size()) &&
                   text_is_sound(term.text, term.text_size);
        });
    };
    // A table without an empty slot would be searched for ever.
    const auto slots_are_sound = [&](std::span<const Slot> slots) {
        const auto used = static_cast<std::size_t>(
            std::count_if(slots.begin(), slots.end(), [](const Slot& slot) { return slot.key != no_key; }));
        return used < slots.size() && (slots.size() & (slots.size() - 1)) == 0 &&
               std::all_of(slots.begin(), slots.end(),
                           [&](const Slot& slot) { return slot.begin <= slot.end && slot.end <= m_pairs.size(); });
    };
    const bool sound =
        terms_are_sound(m_first_terms) && terms_are_sound(m_second_terms) && slots_are_sound(m_first_slots) &&
        slots_are_sound(m_second_slots) && m_by_second.size() == m_pairs.size() && is_utf8(m_text) &&
        std::all_of(m_by_second.begin(), m_by_second.end(), [&](std::uint32_t i) { return i < m_pairs.size(); }) &&
        std::all_of(m_sources.begin(), m_sources.end(),
                    [&](const SourceRecord& source) {
                        return text_is_sound(source.name, source.name_size) &&
                               text_is_sound(source.licence, source.licence_size);
                    }) &&
        std::all_of(m_pairs.begin(), m_pairs.end(), [&](const PairRecord& pair) {
            return pair.first < m_first_terms.size() && pair.second < m_second_terms.size() &&
                   is_probability(pair.forward) && is_probability(pair.backward) && pair.source < m_sources.size() &&
                   pair.part_of_speech < parts_of_speech.size();
        });
    if (!sound) {
        refuse(name, "what it holds does not fit together");
    }
    find_second_begins();
    m_has_trained = std::any_of(m_pairs.begin(), m_pairs.end(), [](const PairRecord& pair) { return pair.count > 0; });
}

void LexiconImage::find_second_begins() {
    m_second_begins.reserve(m_pairs.size());
    for (const PairRecord& pair : m_pairs) {
        m_second_begins.push_back(m_keys[m_second_terms[pair.second].keys]);
    }
}

std::string_view LexiconImage::first_language() const { return text_in(m_header->first_language); }

std::string_view LexiconImage::second_language() const { return text_in(m_header->second_language); }

std::size_t LexiconImage::size() const { return m_pairs.size(); }

std::size_t LexiconImage::sources() const { return m_sources.size(); }

TranslationSource LexiconImage::source(std::uint32_t number) const {
    const SourceRecord& source = m_sources[number];
    return {std::string(m_text.substr(source.name, source.name_size)),
            std::string(m_text.substr(source.licence, source.licence_size))};
}

Term LexiconImage::term(const TermRecord& record) const { return m_keys.subspan(record.keys, record.key_count); }

LexiconEntry LexiconImage::entry(std::size_t i) const {
    const PairRecord& pair = m_pairs[i];
    const TermRecord& first = m_first_terms[pair.first];
    const TermRecord& second = m_second_terms[pair.second];
    return {term(first),
            term(second),
            m_text.substr(first.text, first.text_size),
            m_text.substr(second.text, second.text_size),
            static_cast<double>(pair.forward),
            static_cast<double>(pair.backward),
            pair.count,
            parts_of_speech[pair.part_of_speech],
            pair.source,
            this};
}

void LexiconImage::check_keys(const LanguagePack& first, const LanguagePack& second, const std::string& name) const {
    constexpr std::size_t samples = 64;
    const auto check = [&](const LanguagePack& pack, std::span<const TermRecord> terms) {
        for (std::size_t i = 0; i < terms.size(); i += terms.size() / samples + 1) {
            const std::string_view text = m_text.substr(terms[i].text, terms[i].text_size);
            std::size_t word = 0;
            for (const Token& token : tokenise(text)) {
                const std::string key = match_key(pack, text.substr(token.bytes.begin, token.bytes.size()));
                if (word >= terms[i].key_count || m_keys[terms[i].keys + word++] != key_id(key)) {
                    refuse(name, "another version of the program made it; make it again from its text");
                }
            }
        }
    };
    check(first, m_first_terms);
    check(second, m_second_terms);
}

} // namespace qosar
