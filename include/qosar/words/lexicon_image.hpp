// A lexicon as one block of bytes that is used where it lies: compiled into the program, or mapped from a file.
//
// The image (docs/formats.md) holds every translation once and can be asked from either side. Terms are rows of match
// keys (language/stem.hpp), and a key is known by its hash, so that keys of different images can be compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/words/translation.hpp"

namespace qosar {

/// A match key as a number, the same in every lexicon and on every machine: its XXH3 hash.
using KeyId = std::uint64_t;
inline constexpr KeyId no_key = 0;

KeyId key_id(std::string_view match_key); ///< never no_key

/// One or more words in a row.
using Term = std::span<const KeyId>;

/// How the bytes lie; all but the slots are told in src/words/lexicon_image.hpp.
namespace image {

struct Header;
struct TermRecord;
struct PairRecord;
struct SourceRecord;

/// Of a hash table with linear probing, at most half full; empty where the key is no_key.
struct Slot {
    KeyId key;
    std::uint32_t begin; ///< of the translations whose term begins with the key
    std::uint32_t end;
};

} // namespace image

class LexiconImage;

/// A translation as an image holds it. What it refers to lies in the image.
struct LexiconEntry {
    Term first;
    Term second;
    std::string_view first_text;
    std::string_view second_text;
    double forward = 0;  ///< p(second | first)
    double backward = 0; ///< p(first | second)
    std::uint32_t count = 0;
    std::string_view part_of_speech;
    std::uint32_t source = 0;            ///< for image->source
    const LexiconImage* image = nullptr; ///< that holds it

    [[nodiscard]] LexiconEntry turned() const;
};

/// Bytes of an image with all translations; those without a word on either side are left out. The same translations
/// give the same bytes. Throws Error for more than 2^32 bytes of text.
std::string lexicon_image(const LanguagePack& first, const LanguagePack& second, const Translations& translations);

/// Reads an image. Safe to use from several threads.
class LexiconImage {
public:
    /// Over bytes that outlive it and that are known to be good, such as those in the program itself: checks no more
    /// than the header. Throws Error.
    static LexiconImage trusted(std::string_view bytes);
    /// Owns the bytes, which may come from anywhere. Everything is checked, so that a damaged or hostile image is
    /// refused and never read outside its bounds. `name` is what messages call it. Throws Error.
    static LexiconImage checked(std::string bytes, const std::string& name);
    /// Maps a file, with all the checks. Throws Error.
    static LexiconImage mapped(const std::filesystem::path& path);

    [[nodiscard]] std::string_view first_language() const;
    [[nodiscard]] std::string_view second_language() const;
    [[nodiscard]] std::size_t size() const; ///< translations
    /// Whether training found any of them. Those of a trusted image people gave.
    [[nodiscard]] bool has_trained() const { return m_has_trained; }
    [[nodiscard]] TranslationSource source(std::uint32_t number) const;
    [[nodiscard]] std::size_t sources() const;

    /// Translation number `i`, below size(). Those with the same first term stand together, the likeliest first.
    [[nodiscard]] LexiconEntry entry(std::size_t i) const;

    [[nodiscard]] bool has_first(KeyId key) const { return slot_of(m_first_slots, key) != nullptr; }
    [[nodiscard]] bool has_second(KeyId key) const { return slot_of(m_second_slots, key) != nullptr; }

    /// Calls `use(LexiconEntry)` for each translation whose first term begins with this key.
    template <typename Use>
    void from_first(KeyId key, Use&& use) const {
        if (const image::Slot* slot = slot_of(m_first_slots, key)) {
            for (std::uint32_t i = slot->begin; i < slot->end; ++i) {
                use(entry(i));
            }
        }
    }
    /// The same for those alone whose second term begins with a key that `wanted(KeyId)` is true for.
    template <typename Wanted, typename Use>
    void from_first_if(KeyId key, Wanted&& wanted, Use&& use) const {
        if (const image::Slot* slot = slot_of(m_first_slots, key)) {
            for (std::uint32_t i = slot->begin; i < slot->end; ++i) {
                if (wanted(m_second_begins[i])) {
                    use(entry(i));
                }
            }
        }
    }
    /// The same from the other side; `use` gets the entries turned.
    template <typename Use>
    void from_second(KeyId key, Use&& use) const {
        if (const image::Slot* slot = slot_of(m_second_slots, key)) {
            for (std::uint32_t i = slot->begin; i < slot->end; ++i) {
                use(entry(m_by_second[i]).turned());
            }
        }
    }

    /// Throws Error if the keys are not those that these packs give today, as when the stemmer has changed since.
    void check_keys(const LanguagePack& first, const LanguagePack& second, const std::string& name) const;

private:
    LexiconImage(std::shared_ptr<const void> owner, std::string_view bytes, const std::string& name);
    void check_contents(const std::string& name);
    void find_second_begins();
    static const image::Slot* slot_of(std::span<const image::Slot> slots, KeyId key) {
        const std::size_t mask = slots.size() - 1;
        for (std::size_t i = key & mask; slots[i].key != no_key; i = (i + 1) & mask) {
            if (slots[i].key == key) {
                return &slots[i];
            }
        }
        return nullptr;
    }
    [[nodiscard]] Term term(const image::TermRecord& record) const;

    std::shared_ptr<const void> m_owner; ///< keeps the bytes; null if they need no keeping
    const image::Header* m_header = nullptr;
    std::span<const image::PairRecord> m_pairs;
    std::span<const std::uint32_t> m_by_second; ///< numbers of translations, by second term
    std::span<const image::TermRecord> m_first_terms;
    std::span<const image::TermRecord> m_second_terms;
    std::span<const KeyId> m_keys;
    std::span<const image::Slot> m_first_slots;
    std::span<const image::Slot> m_second_slots;
    std::span<const image::SourceRecord> m_sources;
    std::string_view m_text;
    std::vector<KeyId> m_second_begins; ///< of each translation: with what its second term begins
    bool m_has_trained = false;
};

} // namespace qosar
