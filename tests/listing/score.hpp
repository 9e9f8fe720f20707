// What a reading of a composed listing is worth.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "composer.hpp"
#include "qosar/listing/listing.hpp"

namespace qosar::composed {

struct Score {
    std::size_t items = 0;
    std::size_t found = 0;    ///< with title and date as they are
    std::size_t invented = 0; ///< articles and rejects beyond those
    std::size_t bodies = 0;   ///< of found items, as they are
    std::size_t sections = 0;
    std::size_t sources = 0;
    std::size_t attached = 0; ///< sources of found items at their item, in order
    std::string first_fault;

    [[nodiscard]] bool is_perfect() const {
        return found == items && invented == 0 && bodies == items && sections == items && attached == sources;
    }
    Score& operator+=(const Score& other) {
        items += other.items;
        found += other.found;
        invented += other.invented;
        bodies += other.bodies;
        sections += other.sections;
        sources += other.sources;
        attached += other.attached;
        first_fault += first_fault.empty() ? other.first_fault : "";
        return *this;
    }
};

inline std::string shown(const TrueItem& item) {
    std::string text = item.title + "|" + item.date + "|" + item.body + "|" + item.section;
    for (const std::string& source : item.sources) {
        text += "|" + source;
    }
    return text;
}

inline TrueItem as_read(const ListingItem& item) {
    const Article* article = std::get_if<Article>(&item);
    if (article == nullptr) {
        const Reject& reject = std::get<Reject>(item);
        return {"!" + reject.reason, "", reject.snippet, "", {}};
    }
    const std::string section = article->sections.empty() ? "" : article->sections.front();
    return {article->title, article->date, article->body, section, article->source_urls};
}

inline Score score(const ComposedListing& listing) {
    Score score;
    score.items = listing.items.size();
    for (const TrueItem& item : listing.items) {
        score.sources += item.sources.size();
    }
    std::size_t next = 0;
    ListingReader reader = ListingReader::from_text(listing.text, "listing");
    for (ListingItem item; reader.next(item);) {
        const TrueItem read = as_read(item);
        std::size_t truth = next;
        while (truth < listing.items.size() &&
               (listing.items[truth].title != read.title || listing.items[truth].date != read.date)) {
            ++truth;
        }
        if (truth == listing.items.size()) {
            ++score.invented;
            score.first_fault += score.first_fault.empty() ? "invented: " + shown(read) : "";
            continue;
        }
        const TrueItem& item_is = listing.items[truth];
        ++score.found;
        score.bodies += read.body == item_is.body ? 1 : 0;
        score.sections += read.section == item_is.section ? 1 : 0;
        score.attached += read.sources == item_is.sources ? read.sources.size() : 0;
        if (score.first_fault.empty() && !(read == item_is)) {
            score.first_fault = "read: " + shown(read) + "\nis:   " + shown(item_is);
        }
        next = truth + 1;
    }
    return score;
}

} // namespace qosar::composed
