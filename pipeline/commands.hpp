// All commands of the program. Each lives in command_NAME.cpp and returns after its work is done; it throws Error
// when it cannot be done.
#pragma once

#include <array>
#include <string_view>

#include "command_line.hpp"

namespace qosar {

void command_run(const Arguments& arguments);
void command_listing(const Arguments& arguments);
void command_page(const Arguments& arguments);
void command_language(const Arguments& arguments);
void command_segment(const Arguments& arguments);
void command_words(const Arguments& arguments);
void command_lexicon(const Arguments& arguments);
void command_align(const Arguments& arguments);
void command_flag(const Arguments& arguments);
void command_verify(const Arguments& arguments);
void command_eval(const Arguments& arguments);

struct Command {
    std::string_view name;
    std::string_view summary;
    void (*run)(const Arguments&);
};

/// In the order of the pipeline, as `qosar --help` lists them.
inline constexpr std::array<Command, 11> commands{{
    {"run", "listings and a page store in, a corpus out: the main job", command_run},
    {"listing", "articles of listings as JSON lines", command_listing},
    {"page", "one stored page as JSON, or the key of an address", command_page},
    {"language", "language and script of each line", command_language},
    {"segment", "a text cut into sentences", command_segment},
    {"words", "words of a text with their stems and values", command_words},
    {"lexicon", "what translates what; scores pairs by their words alone", command_lexicon},
    {"align", "two texts, one sentence a line, aligned", command_align},
    {"flag", "score and flags of ready-made pairs or documents", command_flag},
    {"verify", "a corpus checked against itself and its manifest", command_verify},
    {"eval", "a proposed ladder judged by a gold one", command_eval},
}};

} // namespace qosar
