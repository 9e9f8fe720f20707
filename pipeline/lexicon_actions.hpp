// What `qosar lexicon` can do; each throws Error when it cannot be done.
#pragma once

#include <string>

#include "command_line.hpp"

namespace qosar {

void lexicon_import(const Arguments& arguments);
void lexicon_lookup(const Arguments& arguments);
void lexicon_merge(const Arguments& arguments);
void lexicon_score(const Arguments& arguments);
void lexicon_stats(const Arguments& arguments);

/// The two languages that all of them take.
struct LexiconLanguages {
    std::string from = "en";
    std::string to = "kk";

    void add_to(CommandLine& line);
};

} // namespace qosar
