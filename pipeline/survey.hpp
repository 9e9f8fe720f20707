// The first pass over the whole input: articles, rejects, duplicate groups, exchanged headlines.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "article_spool.hpp"
#include "qosar/corpus/writer.hpp"
#include "qosar/group/groups.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/listing/article_reader.hpp"
#include "qosar/quality/document_flags.hpp"

namespace qosar {

/// What the work pass needs to know. Holds some 30 bytes an article; the texts are in the spool.
struct Survey {
    std::unique_ptr<ArticleSpool> spool;
    std::vector<InputFile> inputs;
    Groups groups;                ///< the documents, in order
    std::vector<GroupLink> links; ///< sorted
    std::optional<SeenWords> seen;
    std::map<std::size_t, Relation> large_groups;     ///< that others are linked to: id, origin, sources
    std::map<std::size_t, HeadlineBelongs> exchanged; ///< by group
    std::size_t rejects = 0;

    [[nodiscard]] std::size_t items() const { return spool->size() + rejects; }
};

/// An article with its duplicates, as a document begins.
struct GroupedArticle {
    std::size_t group = 0;
    Article article; ///< the representative; sections and sources are those of all members
    std::vector<Duplicate> duplicates;
    std::vector<Relation> relations;
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

GroupedArticle read_group(Survey& survey, std::size_t group); ///< without relations

/// Adds the relations of the group to others.
void read_relations(Survey& survey, const LanguagePack& pack, GroupedArticle& grouped);

} // namespace qosar
