// Numbers, dates and names in which two sentences differ.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "qosar/group/compared_text.hpp"
#include "qosar/model/duplicate.hpp"

namespace qosar {

/// Holds the two texts that the sentences are of; both must outlive it.
class FactConflicts {
public:
    /// `left_a` and `left_b`: sorted hashes of words outside all matched sentences; a fact found there has only moved.
    FactConflicts(const ComparedText& a, const ComparedText& b, const SeenWords& seen,
                  std::vector<std::uint64_t> left_a, std::vector<std::uint64_t> left_b)
        : m_a(a), m_b(b), m_seen(seen), m_left_a(std::move(left_a)), m_left_b(std::move(left_b)) {}

    /// Appends what conflicts in two sentences that answer each other.
    void find(std::span<const ComparedWord> a, std::span<const ComparedWord> b, std::vector<DifferingWord>& out) const;

private:
    struct Facts {
        std::vector<ComparedWord> numbers; ///< dates too
        std::vector<ComparedWord> names;
    };

    [[nodiscard]] bool is_name(const ComparedText& text, const ComparedWord& word) const;
    [[nodiscard]] Facts only_in(const ComparedText& text, std::span<const ComparedWord> sentence,
                                std::span<const ComparedWord> other, const std::vector<std::uint64_t>& left) const;
    /// A word that may be a name stands at the beginning of a sentence where the other one has a name.
    void add_first_word(std::span<const ComparedWord> a, std::span<const ComparedWord> b, Facts& of_a,
                        const Facts& of_b) const;
    void drop_same_names(std::vector<ComparedWord>& a, std::vector<ComparedWord>& b) const;
    void find_exchanged(std::span<const ComparedWord> a, std::span<const ComparedWord> b,
                        std::vector<DifferingWord>& out) const;

    const ComparedText& m_a;
    const ComparedText& m_b;
    const SeenWords& m_seen;
    std::vector<std::uint64_t> m_left_a;
    std::vector<std::uint64_t> m_left_b;
};

} // namespace qosar
