// The lexicon of a language pair: which words and short terms translate each other.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/words/lexicon_image.hpp"
#include "qosar/words/translation.hpp"

namespace qosar {

/// Images laid over each other: the built-in one, names, a user's, a trained one. Words are known by their match keys
/// (language/stem.hpp). Cheap to copy; safe to read from several threads.
class Lexicon {
public:
    /// Lays one more image over the others. `turned` if its second language is this lexicon's first.
    void add(std::shared_ptr<const LexiconImage> image, bool turned = false);

    /// The number of a match key that a term of this side holds; no_key if none does.
    [[nodiscard]] KeyId first_key(std::string_view match_key) const { return known(key_id(match_key), true); }
    [[nodiscard]] KeyId second_key(std::string_view match_key) const { return known(key_id(match_key), false); }
    /// The same for a match key that is a number already: that number, or no_key.
    [[nodiscard]] KeyId known_first(KeyId key) const { return known(key, true); }
    [[nodiscard]] KeyId known_second(KeyId key) const { return known(key, false); }

    /// Calls `use(LexiconEntry)` for each translation whose first term begins with this key. Within an image those
    /// with the same first term stand together, the likeliest first.
    template <typename Use>
    void for_each(KeyId begins_with, Use&& use) const {
        for (const Layer& layer : m_layers) {
            if (layer.turned) {
                layer.image->from_second(begins_with, use);
            } else {
                layer.image->from_first(begins_with, use);
            }
        }
    }

    /// The same for those alone whose second term begins with a key that `wanted(KeyId)` is true for: much faster where
    /// few are.
    template <typename Wanted, typename Use>
    void for_each_if(KeyId begins_with, Wanted&& wanted, Use&& use) const {
        for (const Layer& layer : m_layers) {
            if (layer.turned) {
                layer.image->from_second(begins_with, [&](const LexiconEntry& entry) {
                    if (wanted(entry.second.front())) {
                        use(entry);
                    }
                });
            } else {
                layer.image->from_first_if(begins_with, wanted, use);
            }
        }
    }

    /// The same from the other side: for each translation whose second term begins with this key, turned.
    template <typename Use>
    void for_each_turned(KeyId begins_with, Use&& use) const {
        for (const Layer& layer : m_layers) {
            if (layer.turned) {
                layer.image->from_first(begins_with, use);
            } else {
                layer.image->from_second(begins_with, use);
            }
        }
    }

    /// Calls `use(LexiconImage)` for each image, from the lowest.
    template <typename Use>
    void for_each_image(Use&& use) const {
        for (const Layer& layer : m_layers) {
            use(*layer.image);
        }
    }

    [[nodiscard]] std::size_t size() const; ///< translations

    /// Whether an image holds translations that training found.
    [[nodiscard]] bool has_trained() const { return m_has_trained; }

    /// Whether a word of the first language can stand for a thing: it has an entry as a noun or name, or none at all.
    [[nodiscard]] bool names_a_thing(KeyId first_key) const;

    /// Whether a word of the first language has an entry as a name.
    [[nodiscard]] bool is_name(KeyId first_key) const;

private:
    struct Layer {
        std::shared_ptr<const LexiconImage> image;
        bool turned = false;
    };

    [[nodiscard]] KeyId known(KeyId key, bool on_first_side) const;

    std::vector<Layer> m_layers;
    bool m_has_trained = false;
};

/// The lexicon of a pair, in either direction: the files of `languages/EN-KK/lexicon/` as they were compiled in, the
/// names that CLDR knows in both languages, and the files of use_lexicon_files.
Lexicon load_builtin_lexicon(const LanguagePack& first, const LanguagePack& second);

/// The same, loaded at first use and kept. Safe to call from several threads.
const Lexicon& builtin_lexicon(const LanguagePack& first, const LanguagePack& second);

/// Lays these lexicons, texts or images, over every built-in one of their languages. To be called before any lexicon
/// is loaded. What is wrong with them is told, as an Error, when they are.
void use_lexicon_files(std::vector<std::string> files);

} // namespace qosar
