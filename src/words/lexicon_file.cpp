#include "qosar/words/lexicon_file.hpp"

#include <array>
#include <cstddef>
#include <fstream>

#include "lexicon_image.hpp"
#include "qosar/base/file.hpp"
#include "qosar/words/lexicon_text.hpp"

namespace qosar {

namespace {

constexpr std::size_t text_limit = std::size_t{1} << 30U;

bool is_image(const std::filesystem::path& path) {
    std::array<char, image::magic_bytes.size()> begin{};
    std::ifstream stream(path, std::ios::binary);
    stream.read(begin.data(), begin.size());
    return stream && std::string_view(begin.data(), begin.size()) == image::magic_bytes;
}

LexiconImage mapped(const std::filesystem::path& path) {
    LexiconImage image = LexiconImage::mapped(path);
    image.check_keys(language_pack(std::string(image.first_language())),
                     language_pack(std::string(image.second_language())), path.string());
    return image;
}

} // namespace

std::shared_ptr<const LexiconImage> make_lexicon_image(const Translations& translations) {
    return std::make_shared<LexiconImage>(
        LexiconImage::checked(lexicon_image(language_pack(translations.first_language),
                                            language_pack(translations.second_language), translations),
                              "a lexicon of " + translations.first_language + " and " + translations.second_language));
}

std::shared_ptr<const LexiconImage> open_lexicon(const std::filesystem::path& path, const std::string& first_language,
                                                 const std::string& second_language) {
    return is_image(path) ? std::make_shared<LexiconImage>(mapped(path))
                          : make_lexicon_image(read_lexicon(path, first_language, second_language));
}

Translations read_lexicon(const std::filesystem::path& path, const std::string& first_language,
                          const std::string& second_language) {
    if (is_image(path)) {
        return translations_of(mapped(path));
    }
    Translations translations{first_language, second_language, {}, {}};
    const std::string name = path.string();
    read_lexicon_text(read_file(path, text_limit), name, {path.filename().string(), ""}, translations);
    return translations;
}

Translations translations_of(const LexiconImage& image) {
    Translations translations{std::string(image.first_language()), std::string(image.second_language()), {}, {}};
    for (std::uint32_t i = 0; i < image.sources(); ++i) {
        translations.sources.push_back(image.source(i));
    }
    for (std::size_t i = 0; i < image.size(); ++i) {
        const LexiconEntry entry = image.entry(i);
        translations.all.push_back({std::string(entry.first_text), std::string(entry.second_text), entry.forward,
                                    entry.backward, entry.count, std::string(entry.part_of_speech), entry.source});
    }
    return translations;
}

} // namespace qosar
