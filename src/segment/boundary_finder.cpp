#include "boundary_finder.hpp"

#include <algorithm>

#include "rules.hpp"

namespace qosar {

namespace {

struct Rule {
    const char* name;
    Verdict (*judge)(const Site&);
};

/// In this order; the first that has a say decides.
constexpr Rule rules[] = {{"nothing yet", nothing_yet}, {"pause", pause},
                          {"quotation", quotation},     {"address", address},
                          {"list number", list_number}, {"abbreviation", abbreviation},
                          {"initial", initial}};

Boundary judge(const Candidate& candidate, const Site& site) {
    if (site.stop.begin == site.stop.end) {
        return {candidate.place, true, candidate.pass == Pass::list ? "list item" : "separator"};
    }
    for (const Rule& rule : rules) {
        if (const Verdict verdict = rule.judge(site)) {
            return {candidate.place, *verdict, rule.name};
        }
    }
    if (const Verdict verdict = glued(site)) {
        return {candidate.place, *verdict, "glued"};
    }
    if (candidate.pass == Pass::small_letter) {
        return {candidate.place, small_letter(site).value_or(false), "small letter"};
    }
    return {candidate.place, true, "ICU"};
}

} // namespace

const std::vector<Boundary>& BoundaryFinder::find(std::string_view paragraph) {
    m_boundaries.clear();
    std::size_t sentence = 0;
    std::size_t first_word = 0;
    for (const Candidate& candidate : m_candidates.find(paragraph)) {
        first_word = word_at_or_behind(paragraph, std::max(first_word, sentence));
        m_boundaries.push_back(judge(candidate, site_of(m_pack, paragraph, sentence, first_word, candidate.stop)));
        sentence = m_boundaries.back().stands ? candidate.place : sentence;
    }
    return m_boundaries;
}

} // namespace qosar
