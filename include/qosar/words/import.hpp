// Dictionaries, catalogues and translation memories that others made, as translations of words and short terms.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "qosar/words/translation.hpp"

namespace qosar {

enum class DictionaryFormat {
    tsv,      ///< a lexicon's text form (words/lexicon_text.hpp); two columns are enough
    tmx,      ///< translation memory, TMX 1.4
    po,       ///< gettext catalogue, English in `msgid`
    mo,       ///< the same, compiled
    dix,      ///< Apertium's bilingual dictionary
    dic,      ///< hunalign's: `second @ first` a line
    stardict, ///< named by its .ifo; .idx and .dict, packed or not, lie beside it
};

/// By its name (`tsv`, …); nothing for an unknown one.
std::optional<DictionaryFormat> dictionary_format(std::string_view name);
/// By the ending of a file's name.
std::optional<DictionaryFormat> dictionary_format(const std::filesystem::path& path);

struct ImportOptions {
    std::string first_language = "en";
    std::string second_language = "kk";
    TranslationSource source;
    std::size_t max_words = 4;                     ///< on either side; longer entries are sentences, no terms
    std::size_t max_bytes = std::size_t{1} << 30U; ///< of a file, unpacked
};

struct Imported {
    Translations translations;
    std::size_t read = 0;    ///< pairs in the file
    std::size_t skipped = 0; ///< of them: too long, markup, without letters, the same on both sides, untranslated
};

/// Reads a dictionary. Every translation stands once; those of a term stand together, the most frequent first.
/// Throws Error, which names the file and where it can the line, for a file that is not of this format.
Imported import_dictionary(const std::filesystem::path& path, DictionaryFormat format, const ImportOptions& options);

} // namespace qosar
