// Duplicate groups over a whole input, and what else its articles have to do with each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "qosar/group/comparison.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/model/article.hpp"
#include "qosar/model/duplicate.hpp"

namespace qosar {

struct GroupOptions {
    ComparisonOptions comparison;
    std::size_t memory = std::size_t{256} << 20U; ///< bytes for sorting and for texts under comparison; beside it stand
                                                  ///< some 20 bytes an article
    double least_estimate = 0.2; ///< of the overlap of two signatures, if their texts are to be compared
    std::size_t neighbours = 8;  ///< an article meets so many of those that share a band with it,
    std::size_t best = 8;        ///< and is compared with so many of the likeliest of them
    std::size_t others = 4;      ///< and so many others
    std::size_t most_facts =
        256;               ///< of a group's other texts with other facts, a text is compared with before it joins
    std::size_t links = 4; ///< of each kind that a group keeps
};

/// Articles that say the same, by their numbers in the input.
struct Group {
    std::size_t representative = 0;
    std::span<const std::uint32_t> members; ///< all of them, the representative too, ascending
};

/// All groups: each article is in one, and they stand in the order of their first members.
class Groups {
public:
    Groups() = default;
    /// `first`: of each article the first member of its group.
    explicit Groups(const std::vector<std::uint32_t>& first);

    [[nodiscard]] std::size_t size() const { return m_representatives.size(); }
    [[nodiscard]] Group operator[](std::size_t group) const;
    void represent(std::size_t group, std::size_t member); ///< at first the first member represents

private:
    std::vector<std::uint32_t> m_members;
    std::vector<std::uint32_t> m_begins{0};
    std::vector<std::uint32_t> m_representatives;
};

/// A group has to do with another one.
struct GroupLink {
    std::uint32_t group = 0;
    RelationKind kind = RelationKind::same_template;
    std::uint32_t other = 0;

    auto operator<=>(const GroupLink&) const = default;
};

struct GroupedInput {
    Groups groups;
    std::vector<GroupLink> links; ///< sorted
    SeenWords seen;               ///< of the whole input, for comparing again
};

/// Finds the groups of articles that come one by one and are too many for memory.
///
/// Equal texts (in `comparable` form, with the same cited pages) are one group. Others are compared where their
/// signatures agree in one of 48 bands of three minima (locality-sensitive hashing, Indyk and Motwani 1998). Those that
/// are near duplicates are joined, the most alike first, but no group ever holds two articles that are the same
/// template with other facts, or that cite different pages; what is kept apart so becomes a link. Nothing depends on
/// the order of the input but numbers; ties are broken by hashes of the texts.
class GroupFinder {
public:
    /// Keeps signatures and what does not fit into memory in unnamed files of `folder`.
    GroupFinder(std::filesystem::path folder, const LanguagePack& pack, const GroupOptions& options = {});
    ~GroupFinder();

    void add(const Article& article); ///< its number is how many came before
    /// `read` gives the article of a number again. To be called once.
    GroupedInput finish(const std::function<Article(std::size_t)>& read);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace qosar
