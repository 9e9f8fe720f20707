// Aligned texts as training reads them: words as numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "qosar/language/pack.hpp"

namespace qosar {

/// All sentences of one side in a row. Words are numbered by the order of their match keys (language/stem.hpp);
/// numbers are left out.
struct TrainingSide {
    std::vector<std::uint32_t> words;
    std::vector<std::uint32_t> begins{0}; ///< index of each sentence's first word; one more at the end
    std::vector<std::string> spellings;   ///< by word: the commonest way to write it, of equally common ones the least
    std::vector<std::uint32_t> occurrences; ///< by word

    [[nodiscard]] std::size_t sentences() const { return begins.size() - 1; }
};

/// Sentences that translate each other have the same place on both sides.
struct TrainingText {
    TrainingSide first;
    TrainingSide second;
    std::size_t left_out = 0; ///< pairs that were not taken: see TrainingTextOptions
};

struct TrainingTextOptions {
    std::size_t threads = 0; ///< 0 is one a core
    std::size_t most_words =
        250; ///< of a side, 255 at most; longer pairs are no sentences and are left out, like empty ones
};

/// One pair of texts that translate each other, in UTF-8.
struct TextPair {
    std::string first;
    std::string second;
};

/// Reads pairs until `read` returns false. The result is the same for any number of threads. Throws Error beyond 2^32
/// words a side.
TrainingText read_training_text(const LanguagePack& first_pack, const LanguagePack& second_pack,
                                const std::function<bool(TextPair&)>& read, const TrainingTextOptions& options = {});

} // namespace qosar
