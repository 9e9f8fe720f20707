#include "qosar/segment/boundary.hpp"

#include "passes.hpp"
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

std::vector<Boundary> boundaries(const LanguagePack& pack, std::string_view paragraph, const SegmentOptions& options) {
    std::vector<Boundary> found;
    std::size_t sentence = 0;
    for (const Candidate& candidate : candidates(paragraph, options)) {
        const Site site{pack, paragraph, sentence, candidate.stop};
        found.push_back(judge(candidate, site));
        sentence = found.back().stands ? candidate.place : sentence;
    }
    return found;
}

} // namespace qosar
