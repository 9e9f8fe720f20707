// Dictionaries that others made. The first line of an input names its format.
#include "fuzz.hpp"
#include "qosar/base/error.hpp"
#include "qosar/words/import.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qosar;
    const std::string_view bytes = fuzz::bytes_of(data, size);
    const std::size_t newline = bytes.find('\n');
    const auto format = dictionary_format(bytes.substr(0, newline));
    if (newline == std::string_view::npos || !format || *format == DictionaryFormat::stardict) {
        return 0;
    }
    const fuzz::File file(bytes.substr(newline + 1), ".dictionary");
    try {
        const Imported imported = import_dictionary(file.path(), *format, {});
        fuzz::check(imported.skipped <= imported.read, "no more is skipped than was read");
        for (const Translation& translation : imported.translations.all) {
            fuzz::check(is_utf8(translation.first) && is_utf8(translation.second), "terms are valid UTF-8");
            fuzz::check(!translation.first.empty() && !translation.second.empty(), "terms are not empty");
            fuzz::check(translation.forward > 0 && translation.forward <= 1, "weights are probabilities");
        }
    } catch (const Error&) { // not of this format
    }
    return 0;
}
