#include "date_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "qosar/language/dates.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/tokens.hpp"

namespace qosar {

namespace {

constexpr std::size_t longest_date_text = 120; // bytes; Cyrillic takes two a letter

/// Words that stand beside a date and belong to it.
bool goes_with_date(const std::string& word) {
    static constexpr std::array<std::string_view, 71> words{
        "comments",     "comment",   "no",         "published",   "posted",     "updated",
        "added",        "date",      "on",         "at",          "views",      "view",
        "seen",         "by",        "monday",     "tuesday",     "wednesday",  "thursday",
        "friday",       "saturday",  "sunday",     "mon",         "tue",        "wed",
        "thu",          "fri",       "sat",        "sun",         "am",         "pm",
        "gmt",          "utc",       "z",          "t",           "time",       "г",
        "года",         "ж",         "жыл",        "жылғы",       "жылы",       "дата",
        "опубликовано", "обновлено", "просмотров", "просмотры",   "жарияланды", "жарияланған",
        "жаңартылды",   "күні",      "қаралды",    "қаралым",     "дүйсенбі",   "сейсенбі",
        "сәрсенбі",     "бейсенбі",  "жұма",       "сенбі",       "жексенбі",   "понедельник",
        "вторник",      "среда",     "четверг",    "пятница",     "суббота",    "воскресенье",
        "сағат",        "в",         "hours",      "publication", "publish"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Four digits by themselves that may be a year, which every full date has.
bool has_year(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] >= '0' && text[i] <= '9') {
            continue;
        }
        if (i - begin == 4 && (text[begin] == '1' || text[begin] == '2')) {
            return true;
        }
        begin = i + 1;
    }
    return false;
}

bool is_full(const DateMention& mention) { return mention.year.said() && mention.month.said() && mention.day.said(); }

std::optional<FoundDate> last_date_in(std::string_view text, const std::vector<Token>& tokens) {
    for (const char* language : {"en", "kk", "ru"}) {
        const std::vector<DateMention> mentions = dates_in(language_pack(language), text, tokens);
        for (auto mention = mentions.rbegin(); mention != mentions.rend(); ++mention) {
            if (is_full(*mention)) {
                const std::string_view written = text.substr(mention->bytes.begin, mention->bytes.size());
                return FoundDate{mention->possible ? date_text(*mention) : std::string(written), mention->bytes};
            }
        }
    }
    return std::nullopt;
}

/// `dd.mm.yyyy` or ISO at the beginning, the common case, without tokens.
std::optional<FoundDate> leading_date(std::string_view text) {
    const std::string_view head = text.substr(0, 10);
    const std::string date = parse_date(head);
    const bool goes_on = text.size() > 10 && text[10] >= '0' && text[10] <= '9';
    if (goes_on || (date.empty() && !looks_like_date(head))) {
        return std::nullopt;
    }
    return FoundDate{date.empty() ? std::string(head) : date, {0, 10}};
}

bool has_bar(std::string_view text) {
    return text.find('|') != std::string_view::npos || text.find("·") != std::string_view::npos ||
           text.find("•") != std::string_view::npos;
}

/// Whether the words outside of the date belong to it.
bool is_only_company(std::string_view text, const FoundDate& found, const std::vector<Token>& tokens) {
    std::size_t strangers = 0;
    for (const Token& token : tokens) {
        const bool outside = token.bytes.end <= found.bytes.begin || token.bytes.begin >= found.bytes.end;
        if (outside && token.kind == TokenKind::word &&
            !goes_with_date(lower(text.substr(token.bytes.begin, token.bytes.size())))) {
            ++strangers;
        }
    }
    return strangers == 0 || (strangers <= 3 && has_bar(text));
}

} // namespace

std::optional<FoundDate> last_date_in(std::string_view text) {
    return has_year(text) ? last_date_in(text, tokenise(text)) : std::nullopt;
}

std::string date_of_text(std::string_view text) {
    text = trimmed(text);
    if (text.size() > longest_date_text || text.size() < 8 || !has_year(text)) {
        return {};
    }
    std::optional<FoundDate> found = leading_date(text);
    if (found && text.find_first_not_of("0123456789:.+-TZ ", 10) == std::string_view::npos) {
        return found->date;
    }
    const std::vector<Token> tokens = tokenise(text);
    found = found ? found : last_date_in(text, tokens);
    return found && is_only_company(text, *found, tokens) ? found->date : std::string{};
}

} // namespace qosar
