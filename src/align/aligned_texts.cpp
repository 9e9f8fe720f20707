#include "qosar/align/aligned_texts.hpp"

#include <utility>

namespace qosar {

namespace {

Range place_of(const Word& word, const std::vector<std::size_t>& begins, std::size_t first_sentence) {
    const std::size_t shift = begins[word.sentence - first_sentence];
    return {word.bytes.begin + shift, word.bytes.end + shift};
}

} // namespace

AlignedTexts align_texts(const LanguagePack& first_pack, const std::vector<std::string_view>& first,
                         const LanguagePack& second_pack, const std::vector<std::string_view>& second,
                         const AlignOptions& options) {
    return align_texts(first_pack, first, second_pack, second, builtin_lexicon(first_pack, second_pack), options);
}

AlignedTexts align_texts(const LanguagePack& first_pack, const std::vector<std::string_view>& first,
                         const LanguagePack& second_pack, const std::vector<std::string_view>& second,
                         const Lexicon& lexicon, const AlignOptions& options) {
    AlignedTexts texts;
    PairedWords paired(read_side_words(first_pack, first, lexicon, true),
                       read_side_words(second_pack, second, lexicon, false), lexicon);
    const Corridor corridor = find_corridor(paired, options.corridor, options.fixed.required);
    texts.words = std::make_unique<WordMatches>(std::move(paired).matches(corridor.windows()));
    texts.scorer = std::make_unique<BeadScorer>(
        *texts.words, length_log_ratio(first_pack.code, second_pack.code),
        with_habits(bead_model(first_pack.code, second_pack.code), options.habits), options.similarity);
    texts.ladder = align(*texts.scorer, corridor, options);
    texts.posteriors = bead_posteriors(*texts.scorer, texts.ladder, options.fixed);
    for (std::size_t b = 0; b < texts.ladder.size(); ++b) {
        texts.ladder[b].score = texts.ladder[b].is_pair() ? texts.posteriors[b].probability : 0;
    }
    return texts;
}

AlignedTexts pair_texts(const LanguagePack& first_pack, std::string_view first, const LanguagePack& second_pack,
                        std::string_view second, const Lexicon& lexicon, std::optional<double> prior) {
    AlignedTexts texts;
    texts.words = std::make_unique<WordMatches>(match_words(first_pack, {first}, second_pack, {second}, lexicon));
    const BeadModel& model = pair_model(first_pack.code, second_pack.code);
    texts.scorer =
        std::make_unique<BeadScorer>(*texts.words, length_log_ratio(first_pack.code, second_pack.code), model);
    texts.ladder = {{{0, 1}, {0, 1}, texts.scorer->probability({0, 1}, {0, 1}, prior.value_or(model.prior))}};
    texts.posteriors = {{texts.ladder.front().score, std::nullopt}};
    return texts;
}

std::vector<Anchor> anchors_of(const AlignedTexts& texts, const Bead& bead, const std::vector<std::size_t>& first_begin,
                               const std::vector<std::size_t>& second_begin) {
    std::vector<Anchor> anchors;
    for (const WordMatch& match : texts.scorer->matches_in(bead.first, bead.second)) {
        anchors.push_back({match.kind, place_of(texts.words->first.words[match.first], first_begin, bead.first.begin),
                           place_of(texts.words->second.words[match.second], second_begin, bead.second.begin),
                           texts.scorer->weight_of(match)});
    }
    return anchors;
}

} // namespace qosar
