// How well proposed sentence ends agree with gold ones.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace qosar {

/// A text with its sentence ends by hand.
struct GoldText {
    std::string id;
    std::string text;
    std::vector<std::size_t> ends;     ///< of sentences, in code points of the text
    std::vector<std::size_t> optional; ///< ends that are right either way
};

/// The JSON lines of `{"id","text","ends_cp"}` or `{"id","text","sentences"}`, with `optional_cp` if wanted. `name`
/// is the file's name for messages. Throws Error naming the line that is none of these.
std::vector<GoldText> parse_gold_lines(std::string_view jsonl, const std::string& name);

/// The documents of a CoNLL-U file, from its `# newdoc`, `# newpar` and `# text` comments and `SpaceAfter=No`:
/// sentences are joined by a blank, paragraphs by an empty line. Throws Error where a sentence lacks its text.
std::vector<GoldText> parse_gold_conllu(std::string_view conllu, const std::string& name);

/// Proposed ends in code points by id: JSON lines of `{"id","ends_cp"}` or `{"id","sentences"}`. Throws Error, also
/// for a sentence that is not in its gold text.
std::map<std::string, std::vector<std::size_t>> parse_proposed_ends(std::string_view jsonl, const std::string& name,
                                                                    const std::vector<GoldText>& gold);

struct ClassHits {
    std::size_t found = 0; ///< gold boundaries that are proposed
    std::size_t gold = 0;
    std::size_t false_ones = 0; ///< proposed boundaries that are not gold
};

/// Counts, so that the score of several texts is their sum. A boundary is the number of visible characters before
/// it, so white space never matters; a text's end is none.
struct SegmentScore {
    std::size_t hits = 0;
    std::size_t proposed = 0;
    std::size_t gold = 0;
    std::size_t texts = 0;
    std::size_t texts_right = 0;               ///< every boundary right
    std::map<std::string, ClassHits> by_class; ///< by what stands around the boundary, such as `mark, capital`

    SegmentScore& operator+=(const SegmentScore& other);
};

/// With `terminated`, gold ends without `.`, `!`, `?` or `…` before them (closing marks aside) count on neither side:
/// nobody can see them in running text.
SegmentScore evaluate_sentences(const GoldText& gold, const std::vector<std::size_t>& proposed, bool terminated);

} // namespace qosar
