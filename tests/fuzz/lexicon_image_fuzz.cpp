// Lexicon images from anywhere: refused with an Error, or every entry can be read.
#include "fuzz.hpp"
#include "qosar/base/error.hpp"
#include "qosar/words/lexicon_image.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qosar;
    try {
        const LexiconImage image = LexiconImage::checked(std::string(fuzz::bytes_of(data, size)), "image");
        std::size_t read = 0;
        for (std::size_t i = 0; i < image.size(); ++i) {
            const LexiconEntry entry = image.entry(i);
            read += entry.first_text.size() + entry.second_text.size() + entry.part_of_speech.size();
            read += image.source(entry.source).name.size();
            for (const Term& term : {entry.first, entry.second}) {
                for (const KeyId key : term) {
                    image.from_first(key, [&](const LexiconEntry& other) { read += other.first_text.size(); });
                    image.from_second(key, [&](const LexiconEntry& other) { read += other.first_text.size(); });
                }
            }
        }
        fuzz::check(read < SIZE_MAX, "all can be read");
    } catch (const Error& error) {
        fuzz::check(std::string_view(error.what()).find("image") == 0, "an Error names the file");
    }
    return 0;
}
