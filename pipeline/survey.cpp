#include "survey.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "qosar/base/hash.hpp"
#include "qosar/corpus/ids.hpp"
#include "qosar/group/differing_words.hpp"
#include "qosar/group/representative.hpp"
#include "qosar/quality/exchanged_headlines.hpp"

namespace qosar {

namespace {

namespace fs = std::filesystem;

std::string full_text(const Article& article) { return article.title + "\n" + article.body; }

/// Reads every listing into the spool, and gives each article to `finder`.
void read_listings(Survey& survey, const std::vector<InputPath>& files, const ReaderOptions& options,
                   const std::function<void(const Reject&)>& on_reject, const std::function<void()>& on_article,
                   GroupFinder& finder) {
    for (const InputPath& file : files) {
        ArticleReader reader(file, options);
        ListingItem item;
        while (reader.next(item)) {
            if (const Article* article = std::get_if<Article>(&item)) {
                finder.add(*article);
                survey.spool->append(*article);
                on_article();
            } else {
                ++survey.rejects;
                on_reject(std::get<Reject>(item));
            }
        }
        survey.inputs.push_back({file.name, reader.sha256()});
    }
    survey.spool->close();
}

/// Of members that say the same to the letter one is enough, and of very many texts the first ones.
void choose_representatives(Survey& survey) {
    constexpr std::size_t most_texts = 64;
    for (std::size_t group = 0; group < survey.groups.size(); ++group) {
        const Group members = survey.groups[group];
        std::vector<Article> articles;
        std::vector<std::size_t> numbers;
        std::set<Hash128> seen;
        for (std::size_t i = 0; members.members.size() > 1 && i < members.members.size(); ++i) {
            Article article = survey.spool->read(members.members[i]);
            const std::string source = article.source_urls.empty() ? "" : "+";
            if (seen.size() < most_texts && seen.insert(hash128(source + full_text(article))).second) {
                articles.push_back(std::move(article));
                numbers.push_back(members.members[i]);
            }
        }
        if (!articles.empty()) {
            survey.groups.represent(group, numbers[best_article(articles)]);
        }
    }
}

/// Looks at neighbouring documents together; blocks overlap, so that none stands at an edge alone.
void find_exchanged(Survey& survey, const LanguagePack& pack) {
    constexpr std::size_t block = 240;
    const ExchangeOptions options;
    for (std::size_t begin = 0; begin < survey.groups.size(); begin += block) {
        const std::size_t end = std::min(begin + block + options.block, survey.groups.size());
        std::vector<TitledText> texts;
        for (std::size_t i = begin; i < end; ++i) {
            const Article article = survey.spool->read(survey.groups[i].representative);
            texts.push_back({article.title, article.body});
        }
        const auto found = exchanged_headlines(pack, texts, options);
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (found[i]) {
                survey.exchanged[begin + i] = {texts[found[i]->fits].headline, found[i]->gain, options.least_gain};
            }
        }
    }
}

void add_missing(std::vector<std::string>& to, const std::vector<std::string>& from) {
    for (const std::string& value : from) {
        if (std::find(to.begin(), to.end(), value) == to.end()) {
            to.push_back(value);
        }
    }
}

Duplicate duplicate_of(const Article& kept, const Article& dropped) {
    Duplicate duplicate;
    duplicate.origin = dropped.origin;
    duplicate.date = dropped.date;
    duplicate.sections = dropped.sections;
    duplicate.source_urls = dropped.source_urls;
    duplicate.differing = differing_words(full_text(kept), full_text(dropped));
    duplicate.kind = duplicate.differing.empty() ? DuplicateKind::exact : DuplicateKind::near;
    return duplicate;
}

/// The representative with the sections and sources of all members; `each` gets the other members.
Article merged(Survey& survey, std::size_t group, const std::function<void(const Article&, const Article&)>& each) {
    const Group members = survey.groups[group];
    Article article = survey.spool->read(members.representative);
    std::vector<std::string> sections;
    std::vector<std::string> sources;
    for (const std::size_t member : members.members) {
        const Article one = member == members.representative ? article : survey.spool->read(member);
        add_missing(sections, one.sections);
        add_missing(sources, one.source_urls);
        if (member != members.representative) {
            each(article, one);
        }
    }
    article.sections = std::move(sections);
    article.source_urls = std::move(sources);
    return article;
}

/// What a relation says of the other group. Large ones are read through once, however many are linked to them.
Relation other_side(Survey& survey, std::size_t group) {
    constexpr std::size_t large_group = 8;
    if (const auto known = survey.large_groups.find(group); known != survey.large_groups.end()) {
        return known->second;
    }
    const Article other = merged(survey, group, [](const Article&, const Article&) {});
    Relation relation;
    relation.document = document_id(other);
    relation.origin = other.origin;
    relation.source_urls = other.source_urls;
    relation.has_body = !other.body.empty();
    if (survey.groups[group].members.size() > large_group) {
        survey.large_groups.emplace(group, relation);
    }
    return relation;
}

} // namespace

Survey survey_listings(const std::vector<InputPath>& files, const fs::path& folder, const LanguagePack& pack,
                       const SurveyOptions& options, const std::function<void(const Reject&)>& on_reject,
                       const std::function<void()>& on_article) {
    Survey survey;
    survey.spool = std::make_unique<ArticleSpool>(folder / "articles.spool");
    {
        GroupFinder finder(folder, pack, options.groups);
        read_listings(survey, files, options.reader, on_reject, on_article, finder);
        GroupedInput grouped = finder.finish([&](std::size_t article) { return survey.spool->read(article); });
        survey.groups = std::move(grouped.groups);
        survey.links = std::move(grouped.links);
        survey.seen = std::move(grouped.seen);
    }
    choose_representatives(survey);
    find_exchanged(survey, pack);
    return survey;
}

GroupedArticle read_group(Survey& survey, std::size_t group) {
    GroupedArticle out;
    out.group = group;
    out.article = merged(survey, group, [&](const Article& kept, const Article& dropped) {
        out.duplicates.push_back(duplicate_of(kept, dropped));
    });
    return out;
}

void read_relations(Survey& survey, const LanguagePack& pack, GroupedArticle& grouped) {
    const auto group = static_cast<std::uint32_t>(grouped.group);
    const GroupLink first{group, RelationKind::same_template, 0};
    auto link = std::lower_bound(survey.links.begin(), survey.links.end(), first);
    for (; link != survey.links.end() && link->group == group; ++link) {
        Relation relation = other_side(survey, link->other);
        relation.kind = link->kind;
        if (link->kind == RelationKind::same_template) {
            const Article other = survey.spool->read(survey.groups[link->other].representative);
            const ComparedText mine = compared_text(pack, grouped.article.title, grouped.article.body);
            relation.differing =
                compare_texts(mine, compared_text(pack, other.title, other.body), *survey.seen).differing;
        }
        grouped.relations.push_back(std::move(relation));
    }
    std::sort(grouped.relations.begin(), grouped.relations.end(), [](const Relation& a, const Relation& b) {
        return std::pair(a.kind, a.document) < std::pair(b.kind, b.document); // whatever the order of the input
    });
}

} // namespace qosar
