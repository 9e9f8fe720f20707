// Texts that several tests of the layer align: a small pair of our own and the gold ladders of the sample corpus.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/align/aligned_texts.hpp"
#include "qosar/align/ladder_file.hpp"
#include "qosar/base/file.hpp"
#include "qosar/model/bead.hpp"

namespace qosar {

using Sentences = std::vector<std::string>;

inline const Sentences english_text{"A new bridge was opened in Astana on 15 August.", "It cost 2.5 billion tenge.",
                                    "Workers built it in 18 months, and 40 companies took part.",
                                    "Governor Omarov thanked the engineers.",
                                    "“Children will reach school in five minutes,” he said."};
inline const Sentences kazakh_text{
    "15 тамызда Астанада жаңа көпір ашылды.", "Оның құны – 2,5 миллиард теңге.",
    "Жұмысшылар оны 18 айда салып шықты.",    "Оған 40 компания қатысты.",
    "Әкім Омаров инженерлерге алғыс айтты.",  "«Балалар мектепке бес минутта жетеді», – деді ол."};

inline std::vector<std::string_view> views(const Sentences& sentences) { return {sentences.begin(), sentences.end()}; }

inline AlignedTexts align_as(const char* first_language, const Sentences& first, const char* second_language,
                             const Sentences& second, const AlignOptions& options = {}) {
    return align_texts(language_pack(first_language), views(first), language_pack(second_language), views(second),
                       options);
}

/// What breaks the law that each sentence stands in one bead, in order; empty if nothing does.
inline std::string broken_law(const Ladder& ladder, std::size_t first, std::size_t second) {
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Bead& bead : ladder) {
        if (bead.first.begin != i || bead.second.begin != j || bead.first.end < i || bead.second.end < j) {
            return "a bead does not begin where the one before ends";
        }
        const std::size_t shorter = std::min(bead.first.size(), bead.second.size());
        const std::size_t longer = std::max(bead.first.size(), bead.second.size());
        if (longer == 0 || longer > (shorter == 0 ? 1 : shorter == 1 ? 4 : shorter == 2 ? 3 : 0)) {
            return "there is a bead of type " + bead_type(bead);
        }
        if (bead.is_pair() ? !(bead.score > 0 && bead.score <= 1) : bead.score != 0) {
            return "a score is no probability";
        }
        i = bead.first.end;
        j = bead.second.end;
    }
    return i == first && j == second ? "" : "sentences are left over";
}

/// A corridor even for small texts.
inline AlignOptions in_a_corridor() {
    AlignOptions options;
    options.corridor = {0, 4, 2, 12, 10};
    return options;
}

/// `1-1 1-2 0-1`.
inline std::string types_of(const Ladder& ladder) {
    std::string types;
    for (const Bead& bead : ladder) {
        types += (types.empty() ? "" : " ") + bead_type(bead);
    }
    return types;
}

struct GoldPair {
    std::string name;
    Sentences first;
    Sentences second;
    std::vector<ListedBead> gold;
};

inline Sentences lines_of(const std::filesystem::path& path) {
    const std::string text = read_file(path, 1U << 24U);
    Sentences lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

inline std::vector<GoldPair> gold_pairs() {
    std::vector<GoldPair> pairs;
    for (const auto& entry : std::filesystem::directory_iterator(QOSAR_SOURCE_DIR "/corpora/sample/gold")) {
        std::filesystem::path path = entry.path();
        if (path.extension() == ".gold") {
            const std::string ladder = read_file(path, 1U << 24U);
            GoldPair pair{path.stem().string(), {}, {}, parse_ladder(ladder, path.filename().string())};
            pair.first = lines_of(path.replace_extension(".en"));
            pair.second = lines_of(path.replace_extension(".kk"));
            pairs.push_back(std::move(pair));
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const GoldPair& a, const GoldPair& b) { return a.name < b.name; });
    return pairs;
}

} // namespace qosar
