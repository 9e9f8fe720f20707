// Documents made by hand, for the tests of records, counts, writer and verify.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "qosar/model/document.hpp"
#include "qosar/quality/registry.hpp"
#include "qosar/segment/segment.hpp"

namespace qosar {

inline std::string joined_text(const SegmentedText& side, Range sentences) {
    std::string text;
    for (std::size_t i = sentences.begin; i < sentences.end; ++i) {
        text += (i == sentences.begin ? "" : " ") + std::string(text_of(side, side.sentences[i]));
    }
    return text;
}

inline AlignedPair pair_of(const Document& document, const Bead& bead) {
    AlignedPair pair;
    pair.bead = bead;
    pair.first = joined_text(document.first, bead.first);
    pair.second = joined_text(document.second, bead.second);
    pair.score_parts = {{"words_first", 3.25}, {"words_second", 2.5}, {"length", -0.125}};
    return pair;
}

/// Paired: a headline pair and the beads 1-1, 1-2, 1-0, 0-1, with flags, anchors and characters beyond the BMP.
inline Document paired_document() {
    Document document;
    Article& article = document.article;
    article.title = "🐎 Wild horses return to the steppe";
    article.date = "2026-02-01";
    article.sections = {"News", "Society"};
    article.source_urls = {"https://www.gov.kz/memleket/entities/ecogeo/press/news/details/500123?lang=kk"};
    article.origin = {"day/listing.txt", 3, {120, 480}};
    article.body =
        "𐰴 Twelve horses were brought to Torgai. They will be fed until spring, then set free.\nTourists are welcome.";
    document.page.status = PageStatus::good;
    document.page.url = article.source_urls[0];
    document.page.key = "gov.kz/memleket/entities/ecogeo/press/news/details/500123";
    document.page.language = "kk";
    document.page.title = "Жабайы жылқылар далаға оралды";
    document.page.date = "2026-02-01";
    document.page.text =
        "𐰴 Торғайға он екі жылқы әкелінді. Көктемге дейін оларға жем беріледі.\nСосын еркіне жіберіледі. "
        "Бұл жұмыс бес жыл бойы жалғасады.";
    document.page.reader = "json";
    document.page.place = "ecogeo/500123.kk.json";
    document.page.sha256 = std::string(64, 'a');
    document.page_language = "kk";
    document.page_script = "Cyrl";
    document.status = DocumentStatus::paired;
    document.first = segmented(language_pack("en"), article.body);
    document.second = segmented(language_pack("kk"), document.page.text);
    document.ladder = {{{0, 1}, {0, 1}, 0.97}, {{1, 2}, {1, 3}, 0.81234567}, {{2, 3}, {3, 3}, 0}, {{3, 3}, {3, 4}, 0}};

    AlignedPair headline;
    headline.role = Role::headline;
    headline.bead = {{0, 1}, {0, 1}, 0.66666};
    headline.first = article.title;
    headline.second = document.page.title;
    document.pairs.push_back(headline);
    for (const Bead& bead : document.ladder) {
        if (bead.is_pair()) {
            document.pairs.push_back(pair_of(document, bead));
        }
    }
    AlignedPair& first = document.pairs[1];
    first.anchors = {{AnchorKind::name, {35, 41}, {5, 17}, 1.5}};
    first.runner_up = RunnerUp{{0, 1}, {0, 2}, 0.25};
    first.flags = {
        make_flag("number_one_sided", "en", "the other side lacks it", {}, {{"en", {5, 11}, "Twelve", false}}),
        make_flag("number_conflict", "", "they differ", 4.0, {{"kk", {5, 17}, "Торғай", false}})};
    document.flags = {make_flag("headline_mismatch", "", "they do not fit", 0.5,
                                {{"en", {5, 9}, "Wild", true}, {"kk", {0, 12}, "Жабайы", true}})};
    Duplicate duplicate;
    duplicate.kind = DuplicateKind::near;
    duplicate.origin = {"day/other.txt", 9, {7, 99}};
    duplicate.date = "2026-02-02";
    duplicate.sections = {"Society"};
    duplicate.differing = {{"horses", "horse's"}, {"", "very"}};
    document.duplicates = {duplicate};
    Relation relation;
    relation.document = "d_1";
    relation.origin = {"day/third.txt", 2, {3, 50}};
    relation.differing = {{"120", "130"}};
    document.relations = {relation};
    return document;
}

/// No source: one side, no pairs, an exact duplicate and a flag.
inline Document unsourced_document() {
    Document document;
    document.article.title = "LIBRARY NIGHT IN ORAL";
    document.article.date = "2026-02-01";
    document.article.body = "The library stays open until midnight. Entrance is free.";
    document.article.sections = {"News"};
    document.article.origin = {"day/listing.txt", 4, {480, 600}};
    document.status = DocumentStatus::no_source_url;
    document.first = segmented(language_pack("en"), document.article.body);
    document.flags = {make_flag("headline_all_caps", "en", "the headline is written in capitals", 0.9,
                                {{"en", {0, 21}, document.article.title, true}})};
    Duplicate duplicate;
    duplicate.origin = {"day/listing.txt", 8, {900, 1020}};
    document.duplicates = {duplicate};
    return document;
}

/// Nothing but a headline on either side.
inline Document headline_document() {
    Document document;
    document.article.title = "Results of the week";
    document.article.source_urls = {"https://www.gov.kz/memleket/entities/mod/press/news/details/7?lang=kk"};
    document.article.origin = {"day/listing.txt", 5, {600, 700}};
    document.page.status = PageStatus::good;
    document.page.url = document.article.source_urls[0];
    document.page.title = "Апта қорытындысы";
    document.page.place = "mod/7.kk.json";
    document.status = DocumentStatus::headline_only;
    AlignedPair headline;
    headline.role = Role::headline;
    headline.bead = {{0, 1}, {0, 1}, 0.9};
    headline.first = document.article.title;
    headline.second = document.page.title;
    document.pairs = {headline};
    return document;
}

inline Reject sample_reject() {
    return {{"day/listing.txt", 6, {700, 720}}, "not_utf8", "it holds bytes that are not UTF-8", "Қар жау\uFFFD"};
}

} // namespace qosar
