#include "qosar/words/import.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "import_readers.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/tokens.hpp"
#include "qosar/words/lexicon_text.hpp"

namespace qosar {

namespace {

using Reader = void (*)(const std::filesystem::path&, const ImportOptions&, const TakePair&);

struct FormatEntry {
    DictionaryFormat format;
    std::string_view name;
    std::string_view ending;
    Reader read; ///< null for the text form, which has weights and sources of its own
};

constexpr std::array<FormatEntry, 7> formats{{
    {DictionaryFormat::tsv, "tsv", ".tsv", nullptr},
    {DictionaryFormat::tmx, "tmx", ".tmx", read_tmx},
    {DictionaryFormat::po, "po", ".po", read_po},
    {DictionaryFormat::mo, "mo", ".mo", read_mo},
    {DictionaryFormat::dix, "dix", ".dix", read_dix},
    {DictionaryFormat::dic, "dic", ".dic", read_dic},
    {DictionaryFormat::stardict, "stardict", ".ifo", read_stardict},
}};

/// A term as it may stand in a lexicon; empty if it is none. Catalogues mark a letter of a menu's entry for the
/// keyboard (`_File`, `~File`, `&File`) and end entries with `…` or `:`.
std::string term_in(std::string_view raw, std::size_t max_words) {
    std::string term;
    for (const char c : raw) {
        const bool mark = c == '_' || c == '~' || c == '&';
        if (!mark) {
            term += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
        }
    }
    for (std::string_view ending : {"...", "…", ":", "."}) {
        const std::string_view end = trimmed(term);
        term = end.ends_with(ending) ? end.substr(0, end.size() - ending.size()) : end;
    }
    for (std::size_t at = term.find("  "); at != std::string::npos; at = term.find("  ")) {
        term.erase(at, 1);
    }
    constexpr std::string_view no_term = "%{}<>$\\=|@/;!?,.\"()[]#*";
    const std::size_t words = tokenise(term).size();
    const bool good = words > 0 && words <= max_words && term.size() < 200 && count_scripts(term).letters > 1 &&
                      term.find_first_of(no_term) == std::string::npos && term.find('\0') == std::string::npos &&
                      std::none_of(term.begin(), term.end(), [](char c) { return c >= 0 && c < ' '; });
    return good ? std::string(trimmed(term)) : "";
}

/// Collects pairs: each once, with how often it was seen.
class Collector {
public:
    explicit Collector(const ImportOptions& options) : m_options(options) {}

    void add(RawPair pair) {
        ++m_read;
        const std::string first = term_in(pair.first, m_options.max_words);
        const std::string second = term_in(pair.second, m_options.max_words);
        if (first.empty() || second.empty() || lower(first) == lower(second)) {
            ++m_skipped;
            return;
        }
        const auto [term, is_new] = m_numbers.try_emplace({lower(first), pair.part_of_speech}, m_terms.size());
        if (is_new) {
            m_terms.push_back({first, pair.part_of_speech, {}});
        }
        auto& translations = m_terms[term->second].translations;
        const auto found = std::find_if(translations.begin(), translations.end(),
                                        [&](const auto& known) { return lower(known.first) == lower(second); });
        if (found != translations.end()) {
            ++found->second;
        } else {
            translations.emplace_back(second, 1);
        }
    }

    Imported result() {
        Imported imported;
        imported.translations = {m_options.first_language, m_options.second_language, {m_options.source}, {}};
        for (Term& term : m_terms) {
            std::stable_sort(term.translations.begin(), term.translations.end(),
                             [](const auto& a, const auto& b) { return a.second > b.second; });
            for (auto& [translation, count] : term.translations) {
                imported.translations.all.push_back({term.text, translation, 0, 0, 0, term.part_of_speech});
            }
        }
        weigh_by_order(imported.translations);
        imported.read = m_read;
        imported.skipped = m_skipped;
        return imported;
    }

private:
    struct Term {
        std::string text;
        std::string part_of_speech;
        std::vector<std::pair<std::string, std::size_t>> translations;
    };

    const ImportOptions& m_options;
    std::map<std::pair<std::string, std::string>, std::size_t> m_numbers;
    std::vector<Term> m_terms;
    std::size_t m_read = 0;
    std::size_t m_skipped = 0;
};

Imported imported_text(const std::filesystem::path& path, const ImportOptions& options) {
    Imported imported;
    imported.translations = {options.first_language, options.second_language, {}, {}};
    read_lexicon_text(read_file(path, options.max_bytes), path.string(), options.source, imported.translations);
    imported.read = imported.translations.all.size();
    return imported;
}

} // namespace

std::optional<DictionaryFormat> dictionary_format(std::string_view name) {
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const auto& f) { return f.name == name; });
    return found == formats.end() ? std::nullopt : std::optional(found->format);
}

std::optional<DictionaryFormat> dictionary_format(const std::filesystem::path& path) {
    const std::string ending = path.extension().string();
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const auto& f) { return f.ending == ending; });
    return found == formats.end() ? std::nullopt : std::optional(found->format);
}

Imported import_dictionary(const std::filesystem::path& path, DictionaryFormat format, const ImportOptions& options) {
    const auto entry = std::find_if(formats.begin(), formats.end(), [&](const auto& f) { return f.format == format; });
    if (entry->read == nullptr) {
        return imported_text(path, options);
    }
    Collector collector(options);
    entry->read(path, options, [&](RawPair pair) { collector.add(std::move(pair)); });
    return collector.result();
}

} // namespace qosar
