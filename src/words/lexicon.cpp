#include "qosar/words/lexicon.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "qosar/base/error.hpp"
#include "qosar/language/stem.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/cldr.hpp"
#include "qosar/text/tokens.hpp"

namespace qosar {

namespace {

/// Calls `use` with each of the translations of a cell, which `;` separates.
template <typename Use>
void for_each_translation(std::string_view cell, Use&& use) {
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(';'), cell.size());
        use(trimmed(cell.substr(0, end)));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
}

void add_files(Lexicon& lexicon, const LanguagePack& first, const LanguagePack& second, const std::string& folder,
               bool turned) {
    for (const std::string& name : language_data_names(folder)) {
        for_each_row(language_data(name), [&](const auto& row) {
            if (row.size() < 2) {
                throw Error("languages/" + name + ": the line '" + row.front() + "' lacks its translation");
            }
            for_each_translation(row[1], [&](std::string_view translation) {
                const std::string_view part_of_speech = row.size() > 2 ? std::string_view(row[2]) : std::string_view{};
                if (turned) {
                    lexicon.add(first, translation, second, row[0], part_of_speech);
                } else {
                    lexicon.add(first, row[0], second, translation, part_of_speech);
                }
            });
        });
    }
}

Lexicon load(const LanguagePack& first, const LanguagePack& second) {
    Lexicon lexicon;
    add_files(lexicon, first, second, first.code + "-" + second.code + "/lexicon/", false);
    add_files(lexicon, first, second, second.code + "-" + first.code + "/lexicon/", true);
    for (const auto& [name, other] : cldr_names(first.code, second.code)) {
        lexicon.add(first, name, second, other, "name");
    }
    return lexicon;
}

} // namespace

KeyId Lexicon::find(const Keys& keys, const std::string& key) {
    const auto found = keys.find(key);
    return found == keys.end() ? no_key : found->second;
}

Term Lexicon::term_of(const LanguagePack& pack, std::string_view text, Keys& keys) {
    Term term;
    for (const Token& token : tokenise(text)) {
        const std::string key = match_key(pack, text.substr(token.bytes.begin, token.bytes.size()));
        term.push_back(keys.try_emplace(key, static_cast<KeyId>(keys.size())).first->second);
    }
    return term;
}

const std::vector<Lexicon::Entry>& Lexicon::entries(KeyId begins_with) const {
    static const std::vector<Entry> none;
    return begins_with < m_entries.size() ? m_entries[begins_with] : none;
}

bool Lexicon::names_a_thing(KeyId first_key) const { return first_key >= m_has_noun.size() || m_has_noun[first_key]; }

void Lexicon::add(const LanguagePack& first, std::string_view term, const LanguagePack& second,
                  std::string_view translation, std::string_view part_of_speech) {
    if (tokenise(term).empty() || tokenise(translation).empty()) {
        return; // before either side gets keys
    }
    Term from = term_of(first, term, m_first_keys);
    Term to = term_of(second, translation, m_second_keys);
    m_has_noun.resize(std::max<std::size_t>(m_has_noun.size(), from.front() + std::size_t{1}));
    if (from.size() == 1 &&
        (part_of_speech == "n" || part_of_speech == "name" || part_of_speech == "num" || part_of_speech.empty())) {
        m_has_noun[from.front()] = true;
    }
    m_is_name.resize(m_has_noun.size());
    m_is_name[from.front()] = m_is_name[from.front()] || (from.size() == 1 && part_of_speech == "name");
    m_entries.resize(m_has_noun.size());
    std::vector<Entry>& entries = m_entries[from.front()];
    auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.first == from; });
    if (entry == entries.end()) {
        entry = entries.insert(entries.end(), {std::move(from), {}});
        ++m_size;
    }
    if (std::find(entry->second.begin(), entry->second.end(), to) == entry->second.end()) {
        entry->second.push_back(std::move(to));
    }
}

const Lexicon& builtin_lexicon(const LanguagePack& first, const LanguagePack& second) {
    static std::mutex mutex;
    static std::map<std::pair<std::string, std::string>, Lexicon> lexicons;
    const std::lock_guard lock(mutex);
    const std::pair key{first.code, second.code};
    const auto found = lexicons.find(key);
    return found != lexicons.end() ? found->second : lexicons.emplace(key, load(first, second)).first->second;
}

} // namespace qosar
