#include "qosar/pairing/content_index.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "qosar/base/hash.hpp"
#include "qosar/language/dates.hpp"
#include "qosar/language/numbers.hpp"

namespace qosar {

namespace {

constexpr std::size_t common_part = 20; ///< a feature of more than one page in so many is common

Feature feature_of(char kind, std::string_view text) {
    std::string bytes(1, kind);
    bytes += text;
    return static_cast<Feature>(hash64(bytes));
}

Feature feature_of_key(KeyId key) { return feature_of('k', std::to_string(key)); }

Feature feature_of_value(const Word& word) {
    return feature_of(word.meaning == WordValue::month ? 'm' : 'v', number_text(word.value));
}

/// What alphabets agree on in a name: its consonants by class. Names with less than two keep all their letters.
std::string sound_of_name(std::string_view letters) {
    std::string sounds;
    for (const char letter : letters) {
        char sound = letter;
        switch (letter) {
        case 'a':
        case 'e':
        case 'i':
        case 'o':
        case 'u':
        case 'h': continue;
        case 'b':
        case 'f':
        case 'v': sound = 'p'; break;
        case 'd': sound = 't'; break;
        case 'x':
        case 'c':
        case 'j': sound = 's'; break;
        case 'g': sound = 'k'; break;
        case 'm': sound = 'n'; break;
        default: break;
        }
        if (sounds.empty() || sounds.back() != sound) {
            sounds += sound;
        }
    }
    return sounds.size() < 2 ? std::string(letters) : sounds;
}

/// A name in each form that it may have without a Kazakh ending.
void add_name(const FoldedName& name, std::vector<Feature>& features) {
    for (const std::size_t end : name.ends) {
        features.push_back(feature_of('n', sound_of_name(std::string_view(name.letters).substr(0, end))));
    }
}

/// The name that a word may be, or null.
const FoldedName* name_of(const SideWords& side, const Word& word) {
    return word.kind == WordClass::name || word.kind == WordClass::unknown ? side.name_of(word) : nullptr;
}

void add_translations(const SideWords& first, std::size_t place, const Lexicon& lexicon, Alternatives& alternatives) {
    lexicon.for_each(first.words[place].key, [&](const LexiconEntry& entry) {
        if (stands_at(first, place, entry.first)) {
            for (const KeyId key : entry.second) {
                alternatives.push_back(feature_of_key(key));
            }
        }
    });
}

/// What pages share with an article, word by word.
class Tally {
public:
    explicit Tally(std::size_t pages) : m_shared(pages), m_last_word(pages) {}

    void next_word() { ++m_word; }

    /// A page has each word once.
    template <typename Place>
    void add(Place begin, Place end, float weight) {
        for (Place place = begin; place != end; ++place) {
            const std::uint32_t page = *place;
            if (m_last_word[page] == m_word) {
                continue;
            }
            if (m_last_word[page] == 0) {
                m_touched.push_back(page);
            }
            m_last_word[page] = m_word;
            m_shared[page] += weight;
        }
    }

    [[nodiscard]] const std::vector<std::uint32_t>& touched() const { return m_touched; }
    [[nodiscard]] double shared(std::uint32_t page) const { return static_cast<double>(m_shared[page]); }

private:
    std::vector<float> m_shared;
    std::vector<std::uint32_t> m_last_word;
    std::vector<std::uint32_t> m_touched;
    std::uint32_t m_word = 0;
};

void sort_once(std::vector<Feature>& features) {
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
}

} // namespace

std::vector<Feature> page_features(const SideWords& second, std::size_t most) {
    std::unordered_set<Feature> seen;
    std::vector<Feature> of_word;
    std::vector<Feature> features;
    for (const Word& word : second.words) {
        of_word.clear();
        if (word.kind == WordClass::number) {
            of_word.push_back(feature_of_value(word));
        } else if (word.kind == WordClass::term) {
            of_word.push_back(feature_of_key(word.key));
        } else if (const FoldedName* name = name_of(second, word)) {
            add_name(*name, of_word);
        }
        for (const Feature feature : of_word) {
            if (features.size() < most && seen.insert(feature).second) {
                features.push_back(feature);
            }
        }
    }
    std::sort(features.begin(), features.end());
    return features;
}

std::vector<Alternatives> article_features(const SideWords& first, const Lexicon& lexicon, std::size_t most) {
    std::unordered_set<Feature> seen;
    std::vector<Alternatives> words;
    for (std::size_t i = 0; i < first.words.size() && words.size() < most; ++i) {
        const Word& word = first.words[i];
        Alternatives alternatives;
        if (word.kind == WordClass::number) {
            alternatives.push_back(feature_of_value(word));
        } else if (word.kind == WordClass::term) {
            add_translations(first, i, lexicon, alternatives);
        } else if (const FoldedName* name = name_of(first, word)) {
            add_name(*name, alternatives);
        }
        sort_once(alternatives);
        const Feature whole = static_cast<Feature>(
            hash64({reinterpret_cast<const char*>(alternatives.data()), alternatives.size() * sizeof(Feature)}));
        if (!alternatives.empty() && seen.insert(whole).second) {
            words.push_back(std::move(alternatives));
        }
    }
    return words;
}

std::optional<std::int32_t> day_number(const std::string& date) {
    if (date.size() != 10 || leading_iso_date(date) != date) {
        return std::nullopt;
    }
    namespace time = std::chrono;
    const time::year_month_day day{time::year(std::stoi(date.substr(0, 4))),
                                   time::month(static_cast<unsigned>(std::stoi(date.substr(5, 2)))),
                                   time::day(static_cast<unsigned>(std::stoi(date.substr(8, 2))))};
    return static_cast<std::int32_t>(time::sys_days(day).time_since_epoch().count());
}

ContentIndex::ContentIndex(std::vector<IndexedPage> pages, std::size_t most_pages) {
    std::sort(pages.begin(), pages.end(), [](const IndexedPage& a, const IndexedPage& b) {
        return std::tie(a.day, a.place) < std::tie(b.day, b.place); // no date comes before all dates
    });
    for (IndexedPage& page : pages) {
        m_places.push_back(std::move(page.place));
        if (page.day) {
            m_days.push_back(*page.day);
        }
    }
    take_features(pages, most_pages);
}

void ContentIndex::take_features(const std::vector<IndexedPage>& pages, std::size_t most_pages) {
    const std::size_t limit = std::max(most_pages, pages.size() / common_part);
    std::vector<Feature> all; // freed below, before the pages of each feature take as much again
    for (const IndexedPage& page : pages) {
        all.insert(all.end(), page.features.begin(), page.features.end());
    }
    std::sort(all.begin(), all.end());
    m_begins.push_back(0);
    for (std::size_t i = 0; i < all.size();) {
        const std::size_t begin = i;
        for (; i < all.size() && all[i] == all[begin]; ++i) {
        }
        if (i - begin <= limit) {
            m_features.push_back(all[begin]);
            m_weights.push_back(
                static_cast<float>(std::log2(1 + static_cast<double>(pages.size()) / static_cast<double>(i - begin))));
            m_begins.push_back(m_begins.back() + i - begin);
        }
    }
    std::vector<Feature>().swap(all);
    m_pages.resize(m_begins.back());
    std::vector<std::size_t> next(m_begins.begin(), m_begins.end() - 1);
    for (std::uint32_t page = 0; page < pages.size(); ++page) {
        float total = 0;
        for (const Feature feature : pages[page].features) {
            if (const std::size_t number = number_of(feature); number < m_features.size()) {
                m_pages[next[number]++] = page;
                total += m_weights[number];
            }
        }
        m_totals.push_back(total);
    }
}

/// The number of a feature, as many as there are for one that no page or too many hold.
std::size_t ContentIndex::number_of(Feature feature) const {
    const auto found = std::lower_bound(m_features.begin(), m_features.end(), feature);
    return found != m_features.end() && *found == feature ? static_cast<std::size_t>(found - m_features.begin())
                                                          : m_features.size();
}

std::size_t ContentIndex::bytes() const {
    return m_pages.size() * sizeof(std::uint32_t) +
           m_features.size() * (sizeof(Feature) + sizeof(float) + sizeof(std::size_t)) +
           m_totals.size() * (sizeof(float) + sizeof(std::string)) + m_days.size() * sizeof(std::int32_t);
}

ContentIndex::Reach ContentIndex::reach(std::optional<std::int32_t> day, std::int32_t window) const {
    const auto all = static_cast<std::uint32_t>(m_places.size());
    if (!day) {
        return {all, all, all};
    }
    const auto undated = static_cast<std::uint32_t>(m_places.size() - m_days.size());
    const auto first = std::lower_bound(m_days.begin(), m_days.end(), std::int64_t{*day} - window);
    const auto last = std::upper_bound(m_days.begin(), m_days.end(), std::int64_t{*day} + window);
    const auto number = [&](auto place) { return undated + static_cast<std::uint32_t>(place - m_days.begin()); };
    return {undated, number(first), std::max(number(first), number(last))};
}

/// Numbers of the features that answer a word, the weightiest first.
std::vector<std::size_t> ContentIndex::numbers_of(const Alternatives& word) const {
    std::vector<std::size_t> numbers;
    for (const Feature feature : word) {
        if (const std::size_t number = number_of(feature); number < m_features.size()) {
            numbers.push_back(number);
        }
    }
    std::sort(numbers.begin(), numbers.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(-m_weights[a], a) < std::tuple(-m_weights[b], b);
    });
    return numbers;
}

std::vector<IndexHit> ContentIndex::find(const std::vector<Alternatives>& article, std::optional<std::int32_t> day,
                                         std::int32_t window, std::size_t most) const {
    constexpr double small_page = 100; // bits; a page with a single feature is not the best one for all that hold it
    const Reach within = reach(day, window);
    Tally tally(size());
    for (const Alternatives& word : article) {
        tally.next_word();
        for (const std::size_t number : numbers_of(word)) { // of a word only one counts, the first
            const auto begin = m_pages.begin() + static_cast<std::ptrdiff_t>(m_begins[number]);
            const auto end = m_pages.begin() + static_cast<std::ptrdiff_t>(m_begins[number + 1]);
            const auto dated = std::lower_bound(begin, end, within.undated);
            tally.add(begin, dated, m_weights[number]);
            tally.add(std::lower_bound(dated, end, within.begin), std::lower_bound(dated, end, within.end),
                      m_weights[number]);
        }
    }
    std::vector<IndexHit> hits;
    for (const std::uint32_t page : tally.touched()) {
        hits.push_back({page, tally.shared(page) / std::sqrt(m_totals[page] + small_page)});
    }
    const std::size_t kept = std::min(most, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(),
                      [&](const IndexHit& a, const IndexHit& b) {
                          return a.score != b.score ? a.score > b.score : m_places[a.page] < m_places[b.page];
                      });
    hits.resize(kept);
    return hits;
}

} // namespace qosar
