// Listings composed by chance, with the truth beside them: what a reader has to find in them.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace qosar::composed {

struct TrueItem {
    std::string title;
    std::string date; ///< `YYYY-MM-DD`
    std::string body;
    std::string section; ///< empty if none
    std::vector<std::string> sources;

    bool operator==(const TrueItem&) const = default;
};

struct ComposedListing {
    std::string text;
    std::vector<TrueItem> items;
};

/// One listing after another from one seed. The same seed gives the same listings everywhere.
class Composer {
public:
    explicit Composer(std::uint64_t seed) : m_random(seed) {}

    ComposedListing compose();

private:
    enum class Place { line_end, below, above, line_begin };

    std::size_t below(std::size_t count) { return m_random() % count; }
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <typename List>
    auto pick(const List& list) {
        return list[below(std::size(list))];
    }

    std::string sentence();
    std::string name();
    std::string title();
    std::string body(const std::string& title);
    std::string date(TrueItem& item);
    std::string source(TrueItem& item);
    void add_line(const std::string& line);
    void add_blanks();
    void add_header(const std::string& section);
    void add_furniture();
    void add_item(const std::string& section);
    void add_sources(TrueItem& item);

    std::mt19937_64 m_random;
    ComposedListing m_listing;
    Place m_place = Place::line_end;
    std::size_t m_date_form = 0;
    std::string m_line_end = "\n";
    std::size_t m_number = 0;
    bool m_blanks = false;
};

} // namespace qosar::composed
