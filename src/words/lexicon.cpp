#include "qosar/words/lexicon.hpp"

#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "embedded_lexicons.hpp"
#include "qosar/base/error.hpp"
#include "qosar/text/cldr.hpp"
#include "qosar/words/lexicon_file.hpp"
#include "qosar/words/lexicon_text.hpp"

namespace qosar {

namespace {

using ImagePtr = std::shared_ptr<const LexiconImage>;

std::vector<std::string>& lexicon_files() {
    static std::vector<std::string> files;
    return files;
}

ImagePtr embedded(const LanguagePack& first, const LanguagePack& second) {
    for (std::size_t i = 0; i < embedded_lexicon_count; ++i) {
        const EmbeddedLexicon& lexicon = embedded_lexicons[i];
        if (lexicon.first_language == first.code && lexicon.second_language == second.code) {
            const auto size = static_cast<std::size_t>(lexicon.end - lexicon.begin);
            return std::make_shared<LexiconImage>(LexiconImage::trusted({lexicon.begin, size}));
        }
    }
    return nullptr;
}

/// What was compiled in, unless a folder of packs takes its place; null where there is nothing.
ImagePtr written(const LanguagePack& first, const LanguagePack& second) {
    if (!has_languages_folder()) {
        return embedded(first, second);
    }
    const Translations translations = written_translations(first.code, second.code);
    return translations.all.empty() ? nullptr : make_lexicon_image(translations);
}

ImagePtr names(const LanguagePack& first, const LanguagePack& second) {
    Translations translations{first.code, second.code, {{"CLDR", "Unicode-DFS-2016"}}, {}};
    for (const auto& [name, other] : cldr_names(first.code, second.code)) {
        translations.all.push_back({name, other, 1, 1, 0, "name", 0});
    }
    return make_lexicon_image(translations);
}

} // namespace

Lexicon load_builtin_lexicon(const LanguagePack& first, const LanguagePack& second) {
    Lexicon lexicon;
    if (ImagePtr image = written(first, second)) {
        lexicon.add(std::move(image));
    }
    if (ImagePtr image = written(second, first)) {
        lexicon.add(std::move(image), true);
    }
    lexicon.add(names(first, second));
    for (const std::string& file : lexicon_files()) {
        ImagePtr image = open_lexicon(file, first.code, second.code);
        const bool straight = image->first_language() == first.code && image->second_language() == second.code;
        const bool turned = image->first_language() == second.code && image->second_language() == first.code;
        if (!straight && !turned) {
            throw Error(file + " is a lexicon of " + std::string(image->first_language()) + " and " +
                        std::string(image->second_language()) + "; one of " + first.code + " and " + second.code +
                        " is needed");
        }
        lexicon.add(std::move(image), turned);
    }
    return lexicon;
}

void Lexicon::add(ImagePtr image, bool turned) {
    m_has_trained = m_has_trained || image->has_trained();
    m_layers.push_back({std::move(image), turned});
}

KeyId Lexicon::known(KeyId key, bool on_first_side) const {
    for (const Layer& layer : m_layers) {
        if (on_first_side != layer.turned ? layer.image->has_first(key) : layer.image->has_second(key)) {
            return key;
        }
    }
    return no_key;
}

std::size_t Lexicon::size() const {
    std::size_t size = 0;
    for (const Layer& layer : m_layers) {
        size += layer.image->size();
    }
    return size;
}

bool Lexicon::names_a_thing(KeyId first_key) const {
    bool any = false;
    bool thing = false;
    for_each(first_key, [&](const LexiconEntry& entry) {
        const std::string_view part = entry.part_of_speech;
        any = true;
        thing = thing || (entry.first.size() == 1 && (part == "n" || part == "name" || part == "num" || part.empty()));
    });
    return thing || !any;
}

bool Lexicon::is_name(KeyId first_key) const {
    bool name = false;
    for_each(first_key, [&](const LexiconEntry& entry) {
        name = name || (entry.first.size() == 1 && entry.part_of_speech == "name");
    });
    return name;
}

const Lexicon& builtin_lexicon(const LanguagePack& first, const LanguagePack& second) {
    static std::mutex mutex;
    static std::map<std::pair<std::string, std::string>, Lexicon> lexicons;
    const std::lock_guard lock(mutex);
    const std::pair key{first.code, second.code};
    const auto found = lexicons.find(key);
    return found != lexicons.end() ? found->second
                                   : lexicons.emplace(key, load_builtin_lexicon(first, second)).first->second;
}

void use_lexicon_files(std::vector<std::string> files) { lexicon_files() = std::move(files); }

} // namespace qosar
