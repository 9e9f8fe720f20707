// Makes the image of a built-in lexicon while Qosar is built:  qosar_compile_lexicon FIRST SECOND IMAGE
#include <exception>
#include <iostream>

#include "embedded_lexicons.hpp"
#include "qosar/base/file.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/words/lexicon_image.hpp"
#include "qosar/words/lexicon_text.hpp"

namespace qosar {

// It comes before all images.
const EmbeddedLexicon embedded_lexicons[1] = {};
const std::size_t embedded_lexicon_count = 0;

} // namespace qosar

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: qosar_compile_lexicon FIRST SECOND IMAGE\n";
        return 2;
    }
    try {
        const qosar::Translations translations = qosar::written_translations(argv[1], argv[2]);
        qosar::publish_file(
            argv[3], qosar::lexicon_image(qosar::language_pack(argv[1]), qosar::language_pack(argv[2]), translations));
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
