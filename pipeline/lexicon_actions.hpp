// What `qosar lexicon` can do; each throws Error when it cannot be done.
#pragma once

#include <string>

#include "command_line.hpp"
#include "qosar/words/translation.hpp"

namespace qosar {

void lexicon_import(const Arguments& arguments);
void lexicon_lookup(const Arguments& arguments);
void lexicon_merge(const Arguments& arguments);
void lexicon_score(const Arguments& arguments);
void lexicon_stats(const Arguments& arguments);
void lexicon_train(const Arguments& arguments);

/// The two languages that all of them take.
struct LexiconLanguages {
    std::string from = "en";
    std::string to = "kk";

    void add_to(CommandLine& line);
};

/// Where a lexicon that was made goes: `.lex` is an image, any other name or standard output the text.
struct LexiconOutput {
    std::string path;
    bool force = false;

    void add_to(CommandLine& line);
    void check() const; ///< throws Error where the file is there already and may not be replaced
    void write(const Translations& translations) const;
};

} // namespace qosar
