// Aligned pairs for training, from corpora of ours, translation memories, TSV, or two Moses files.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "qosar/words/training_text.hpp"

namespace qosar {

struct PairFilter {
    double least_score = 0.5; ///< of pairs that carry a score
    bool flagged = false;     ///< take pairs of a corpus with `warn` or `error` flags too
};

struct PairCounts {
    std::size_t read = 0;
    std::size_t filtered = 0; ///< by score or flags
    std::size_t broken = 0;   ///< not UTF-8, too long, no pair
};

/// The pairs of all inputs in order, in constant memory. An input is a folder with `pairs.jsonl`, a `.jsonl` file, a
/// `.tmx` file, `BASE` where the files `BASE.FIRST` and `BASE.SECOND` lie (languages are their endings), or else TSV:
/// two texts and maybe a score. Plain, gzip or zstd, which names may show by `.gz` or `.zst`.
class TrainingPairs {
public:
    TrainingPairs(std::vector<std::string> inputs, std::string first_language, std::string second_language,
                  const PairFilter& filter = {});

    /// False at the end. A broken line is counted and passed over. Throws Error for what cannot be read, for broken
    /// XML, and when two Moses files have different numbers of lines.
    bool next(TextPair& pair);
    [[nodiscard]] const PairCounts& counts() const { return m_counts; }

private:
    using Reader = std::function<bool(TextPair&)>;

    Reader open(const std::string& input);
    Reader open_lines(const std::string& path, bool (TrainingPairs::*parse)(const std::string& line, TextPair& pair));
    Reader open_moses(const std::string& first, const std::string& second);
    Reader open_tmx(const std::string& path);
    bool parse_record(const std::string& line, TextPair& pair);
    bool parse_row(const std::string& line, TextPair& pair);

    std::vector<std::string> m_inputs;
    std::string m_first_language;
    std::string m_second_language;
    PairFilter m_filter;
    PairCounts m_counts;
    std::size_t m_next = 0; ///< input to open
    Reader m_reader;        ///< of the input before that
};

} // namespace qosar
