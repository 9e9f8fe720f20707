// The first pass over the whole input: articles, rejects, duplicate groups, exchanged headlines.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "article_spool.hpp"
#include "qosar/corpus/writer.hpp"
#include "qosar/group/groups.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/listing/article_reader.hpp"
#include "qosar/quality/document_flags.hpp"

namespace qosar {

/// What the work pass needs to know. Holds a few hundred bytes an article; the texts are in the spool.
struct Survey {
    std::unique_ptr<ArticleSpool> spool;
    std::vector<InputFile> inputs;
    std::vector<Group> groups;                        ///< the documents, in order
    std::map<std::size_t, HeadlineBelongs> exchanged; ///< by group
    std::size_t rejects = 0;

    [[nodiscard]] std::size_t items() const { return spool->size() + rejects; }
};

/// An article with its duplicates, as a document begins.
struct GroupedArticle {
    std::size_t group = 0;
    Article article; ///< the representative; sections and sources are those of all members
    std::vector<Duplicate> duplicates;
};

struct SurveyOptions {
    ReaderOptions reader;
    GroupOptions groups;
};

/// Reads all files in order. `folder` takes the spool; `on_reject` gets what cannot be used; `on_article` is called
/// after each article, for progress.
Survey survey_listings(const std::vector<InputPath>& files, const std::filesystem::path& folder,
                       const LanguagePack& pack, const SurveyOptions& options,
                       const std::function<void(const Reject&)>& on_reject, const std::function<void()>& on_article);

GroupedArticle read_group(Survey& survey, std::size_t group);

} // namespace qosar
