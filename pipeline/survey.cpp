#include "survey.hpp"

#include <algorithm>
#include <utility>

#include "qosar/group/differing_words.hpp"
#include "qosar/quality/exchanged_headlines.hpp"

namespace qosar {

namespace {

namespace fs = std::filesystem;

std::string full_text(const Article& article) { return article.title + "\n" + article.body; }

/// Reads every listing; returns a signature for each article of the spool.
std::vector<Signature> read_listings(Survey& survey, const std::vector<InputPath>& files, const ReaderOptions& options,
                                     const std::function<void(const Reject&)>& on_reject,
                                     const std::function<void()>& on_article) {
    std::vector<Signature> signatures;
    for (const InputPath& file : files) {
        ArticleReader reader(file, options);
        ListingItem item;
        while (reader.next(item)) {
            if (const Article* article = std::get_if<Article>(&item)) {
                signatures.push_back(signature_of(*article));
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
    return signatures;
}

bool are_near(ArticleSpool& spool, std::size_t a, std::size_t b, double least_overlap) {
    const WordComparison words = compare_words(full_text(spool.read(a)), full_text(spool.read(b)), least_overlap);
    return words.overlap >= least_overlap && !words.numbers_differ;
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
    duplicate.differing = compare_words(full_text(kept), full_text(dropped), 0).differing;
    duplicate.kind = duplicate.differing.empty() ? DuplicateKind::exact : DuplicateKind::near;
    return duplicate;
}

} // namespace

Survey survey_listings(const std::vector<InputPath>& files, const fs::path& folder, const LanguagePack& pack,
                       const SurveyOptions& options, const std::function<void(const Reject&)>& on_reject,
                       const std::function<void()>& on_article) {
    Survey survey;
    survey.spool = std::make_unique<ArticleSpool>(folder / "articles.spool");
    const std::vector<Signature> signatures = read_listings(survey, files, options.reader, on_reject, on_article);
    survey.groups = group_articles(
        signatures,
        [&](std::size_t a, std::size_t b) { return are_near(*survey.spool, a, b, options.groups.least_overlap); },
        options.groups);
    find_exchanged(survey, pack);
    return survey;
}

GroupedArticle read_group(Survey& survey, std::size_t group) {
    const Group& members = survey.groups[group];
    GroupedArticle out;
    out.group = group;
    out.article = survey.spool->read(members.representative);
    std::vector<std::string> sections;
    std::vector<std::string> sources;
    for (const std::size_t member : members.members) {
        const Article article = survey.spool->read(member);
        add_missing(sections, article.sections);
        add_missing(sources, article.source_urls);
        if (member != members.representative) {
            out.duplicates.push_back(duplicate_of(out.article, article));
        }
    }
    out.article.sections = std::move(sections);
    out.article.source_urls = std::move(sources);
    return out;
}

} // namespace qosar
