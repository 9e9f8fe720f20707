#include "work.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "qosar/align/aligned_texts.hpp"
#include "qosar/align/moved.hpp"
#include "qosar/language/identify.hpp"
#include "qosar/pairing/source_page.hpp"
#include "qosar/segment/segment.hpp"
#include "qosar/text/characters.hpp"

namespace qosar {

namespace {

DocumentStatus status_of(const Article& article, const Page& page) {
    if (article.source_urls.empty() && page.status != PageStatus::good) {
        return article.body.empty() ? DocumentStatus::no_text : DocumentStatus::no_source_url;
    }
    switch (page.status) {
    case PageStatus::missing: return DocumentStatus::page_missing;
    case PageStatus::unusable: return DocumentStatus::page_unusable;
    case PageStatus::good: break;
    }
    return article.body.empty() || page.text.empty() ? DocumentStatus::headline_only : DocumentStatus::paired;
}

std::vector<std::string_view> sentence_texts(const SegmentedText& side) {
    std::vector<std::string_view> texts;
    for (const Sentence& sentence : side.sentences) {
        texts.push_back(text_of(side, sentence));
    }
    return texts;
}

/// Some sentences joined by single blanks, and where each begins in that.
struct JoinedSentences {
    std::string text;
    std::vector<std::size_t> begins;
};

JoinedSentences joined(const std::vector<std::string_view>& sentences, Range range) {
    JoinedSentences out;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        out.text += i == range.begin ? "" : " ";
        out.begins.push_back(out.text.size());
        out.text += sentences[i];
    }
    return out;
}

AlignedTexts aligned(const WorkContext& context, const std::vector<std::string_view>& first,
                     const std::vector<std::string_view>& second) {
    return align_texts(context.first_pack, first, context.second_pack, second, context.adaptation.lexicon,
                       context.adaptation.align);
}

AlignedPair make_pair(const WorkContext& context, const AlignedTexts& aligned, std::size_t number, Role role,
                      JoinedSentences first, JoinedSentences second) {
    const Bead& bead = aligned.ladder[number];
    AlignedPair pair;
    pair.role = role;
    pair.bead = bead;
    pair.score_parts = aligned.scorer->parts(bead.first, bead.second);
    pair.runner_up = aligned.posteriors[number].runner_up;
    pair.anchors = anchors_of(aligned, bead, first.begins, second.begins);
    pair.first = std::move(first.text);
    pair.second = std::move(second.text);
    pair.flags = pair_flags({context.first_pack, context.second_pack, pair.first, pair.second, bead.score},
                            context.pair_thresholds);
    return pair;
}

std::optional<AlignedPair> headline_pair(const WorkContext& context, const std::string& first,
                                         const std::string& second) {
    if (first.empty() || second.empty()) {
        return std::nullopt;
    }
    AlignedTexts texts = pair_texts(context.first_pack, first, context.second_pack, second, context.adaptation.lexicon);
    return make_pair(context, texts, 0, Role::headline, {first, {0}}, {second, {0}});
}

struct Compared {
    ContentEvidence content; ///< what the bodies have in common
    std::vector<MovedPassage> moved;
};

Compared align_bodies(const WorkContext& context, Document& document) {
    const std::vector<std::string_view> first = sentence_texts(document.first);
    const std::vector<std::string_view> second = sentence_texts(document.second);
    const AlignedTexts texts = aligned(context, first, second);
    document.ladder = texts.ladder;
    for (std::size_t number = 0; number < document.ladder.size(); ++number) {
        const Bead& bead = document.ladder[number];
        if (bead.is_pair()) {
            document.pairs.push_back(
                make_pair(context, texts, number, Role::body, joined(first, bead.first), joined(second, bead.second)));
        }
    }
    return {content_evidence(*texts.words), moved_passages(*texts.scorer, texts.ladder)};
}

/// Puts the page that was found in the place of the one that the article does not cite, or cites in vain.
Discovery take_discovered(const WorkContext& context, const DiscoveredPage& discovered, Document& document) {
    Discovery discovery{discovered.confidence, context.least_confidence, "", document.page.problem};
    document.page = context.pages.named(discovered.name, context.second_pack.code);
    document.discovered = discovered.confidence;
    discovery.place = document.page.place;
    return discovery;
}

/// Of documents with the same text that cite other pages, those whose page says something else.
std::vector<OtherTranslation> other_translations(const WorkContext& context, const Document& document) {
    std::vector<OtherTranslation> found;
    if (document.page.status != PageStatus::good || document.discovered) {
        return found;
    }
    for (const Relation& relation : document.relations) {
        if (relation.kind != RelationKind::same_text || relation.source_urls.empty()) {
            continue;
        }
        Article other;
        other.source_urls = relation.source_urls;
        const Page page = find_source_page(other, context.pages, context.second_pack.code);
        if (page.status == PageStatus::good && page.key != document.page.key &&
            comparable(page.text) != comparable(document.page.text)) {
            found.push_back({relation.origin, page.url, page.text});
        }
    }
    return found;
}

} // namespace

Document make_document(const WorkContext& context, GroupedArticle grouped, std::optional<HeadlineBelongs> belongs,
                       const std::optional<DiscoveredPage>& discovered) {
    Document document;
    document.article = std::move(grouped.article);
    document.duplicates = std::move(grouped.duplicates);
    document.relations = std::move(grouped.relations);
    if (!document.article.source_urls.empty()) {
        document.page = find_source_page(document.article, context.pages, context.second_pack.code);
    }
    std::optional<Discovery> discovery;
    if (discovered) {
        discovery = take_discovered(context, *discovered, document);
    }
    document.status = status_of(document.article, document.page);
    document.first = segmented(context.first_pack, document.article.body);
    document.second = segmented(context.second_pack, document.page.text);

    std::optional<double> headline_score;
    if (std::optional<AlignedPair> pair = headline_pair(context, document.article.title, document.page.title)) {
        headline_score = pair->bead.score;
        document.pairs.push_back(*std::move(pair));
    }
    std::optional<ContentEvidence> content;
    std::optional<BodyOrder> order;
    if (document.status == DocumentStatus::paired) {
        Compared compared = align_bodies(context, document);
        content = compared.content;
        order.emplace(BodyOrder{document.first, document.second, document.ladder, std::move(compared.moved)});
    }
    if (discovered) {
        content.reset(); // it was paired by that
    }
    const Identified identified = identify_language(document.page.title + "\n" + document.page.text);
    document.page_language = identified.language;
    document.page_script = identified.script;
    document.flags = document_flags(
        {context.first_pack, context.second_pack, document.article.title, document.page.title, document.first.text,
         document.second.text, document.page.status == PageStatus::good, headline_score, std::move(belongs),
         &document.duplicates, std::move(discovery), content, std::move(order), &document.relations,
         other_translations(context, document), document.article.date, document.page.date},
        context.document_thresholds);
    return document;
}

AlignedBodies align_only(const WorkContext& context, const Article& article) {
    AlignedBodies bodies;
    if (article.source_urls.empty()) {
        return bodies;
    }
    const Page page = find_source_page(article, context.pages, context.second_pack.code);
    if (status_of(article, page) != DocumentStatus::paired) {
        return bodies;
    }
    const SegmentedText first = segmented(context.first_pack, article.body);
    const SegmentedText second = segmented(context.second_pack, page.text);
    const std::vector<std::string_view> a = sentence_texts(first);
    const std::vector<std::string_view> b = sentence_texts(second);
    bodies.first.assign(a.begin(), a.end());
    bodies.second.assign(b.begin(), b.end());
    bodies.ladder = aligned(context, a, b).ladder;
    return bodies;
}

} // namespace qosar
