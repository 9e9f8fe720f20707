#include "qosar/align/evaluate.hpp"

#include <set>
#include <utility>

namespace qosar {

namespace {

using Link = std::pair<std::vector<std::size_t>, std::vector<std::size_t>>;
using Links = std::set<Link>;
using SentencePairs = std::set<std::pair<std::size_t, std::size_t>>;

Links links_of(const std::vector<ListedBead>& beads, bool with_null) {
    Links links;
    for (const ListedBead& bead : beads) {
        const bool full = !bead.first.empty() && !bead.second.empty();
        const bool any = !bead.first.empty() || !bead.second.empty();
        if (full || (with_null && any)) {
            links.emplace(bead.first, bead.second);
        }
    }
    return links;
}

SentencePairs pairs_of(const Links& links) {
    SentencePairs pairs;
    for (const auto& [first, second] : links) {
        for (const std::size_t a : first) {
            for (const std::size_t b : second) {
                pairs.emplace(a, b);
            }
        }
    }
    return pairs;
}

bool shares_a_pair(const Link& link, const SentencePairs& pairs) {
    for (const std::size_t a : link.first) {
        for (const std::size_t b : link.second) {
            if (pairs.contains({a, b})) {
                return true;
            }
        }
    }
    return false;
}

Hits hits(const Links& links, const Links& others) {
    const SentencePairs pairs = pairs_of(others);
    Hits count;
    for (const Link& link : links) {
        const bool same = others.contains(link);
        count.strict += same ? 1 : 0;
        count.lax += same || shares_a_pair(link, pairs) ? 1 : 0;
        ++count.total;
    }
    return count;
}

/// Sentences of one side that stand in a link with two sides.
template <typename Side>
std::set<std::size_t> paired(const std::vector<ListedBead>& beads, Side side) {
    std::set<std::size_t> sentences;
    for (const ListedBead& bead : beads) {
        if (!bead.first.empty() && !bead.second.empty()) {
            sentences.insert((bead.*side).begin(), (bead.*side).end());
        }
    }
    return sentences;
}

template <typename Side>
void count_null(AlignmentScore& score, const std::vector<ListedBead>& gold, const std::vector<ListedBead>& proposed,
                Side side) {
    const std::set<std::size_t> gold_paired = paired(gold, side);
    const std::set<std::size_t> proposed_paired = paired(proposed, side);
    std::set<std::size_t> every;
    for (const ListedBead& bead : gold) {
        every.insert((bead.*side).begin(), (bead.*side).end());
    }
    for (const std::size_t sentence : every) {
        const bool null_in_gold = !gold_paired.contains(sentence);
        const bool null_in_proposed = !proposed_paired.contains(sentence);
        score.null_gold += null_in_gold ? 1 : 0;
        score.null_proposed += null_in_proposed ? 1 : 0;
        score.null_hits += null_in_gold && null_in_proposed ? 1 : 0;
    }
}

} // namespace

Hits& Hits::operator+=(const Hits& other) {
    strict += other.strict;
    lax += other.lax;
    total += other.total;
    return *this;
}

AlignmentScore& AlignmentScore::operator+=(const AlignmentScore& other) {
    precision += other.precision;
    recall += other.recall;
    null_hits += other.null_hits;
    null_gold += other.null_gold;
    null_proposed += other.null_proposed;
    for (const auto& [type, count] : other.by_type) {
        by_type[type] += count;
    }
    return *this;
}

double share(std::size_t a, std::size_t b) { return b == 0 ? 0 : static_cast<double>(a) / static_cast<double>(b); }

double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}

AlignmentScore evaluate(const std::vector<ListedBead>& gold, const std::vector<ListedBead>& proposed) {
    AlignmentScore score;
    score.precision = hits(links_of(proposed, true), links_of(gold, true));
    const Links gold_links = links_of(gold, false);
    const Links proposed_links = links_of(proposed, false);
    score.recall = hits(gold_links, proposed_links);
    for (const Link& link : gold_links) {
        const std::string type = std::to_string(link.first.size()) + "-" + std::to_string(link.second.size());
        score.by_type[type] += hits({link}, proposed_links);
    }
    count_null(score, gold, proposed, &ListedBead::first);
    count_null(score, gold, proposed, &ListedBead::second);
    return score;
}

} // namespace qosar
