#include "date_grammar.hpp"

#include <array>
#include <optional>
#include <unordered_map>

#include "qosar/language/dates.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/cldr.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

enum class WordKind { month, weekday, relative, clock, views, year, zone, ordinal, ago, unit, of };

struct DateWordMeaning {
    WordKind kind = WordKind::month;
    int number = 0; ///< of a month, from 1
};

using DateWords = std::unordered_map<std::string, DateWordMeaning>;

DateWords make_words() {
    DateWords words;
    for (const char* language : {"en", "ru", "kk"}) {
        for (const MonthName& month : month_names(language)) {
            words.emplace(month.name, DateWordMeaning{WordKind::month, month.number});
        }
    }
    words.emplace("sept", DateWordMeaning{WordKind::month, 9});
    const auto add = [&](WordKind kind, std::initializer_list<const char*> list) {
        for (const char* word : list) {
            words.emplace(word, DateWordMeaning{kind, 0});
        }
    };
    add(WordKind::weekday,
        {"monday",   "tuesday",     "wednesday", "thursday", "friday",  "saturday", "sunday",  "mon",
         "tue",      "tues",        "wed",       "thu",      "thur",    "thurs",    "fri",     "sat",
         "sun",      "понедельник", "вторник",   "среда",    "четверг", "пятница",  "суббота", "воскресенье",
         "дүйсенбі", "сейсенбі",    "сәрсенбі",  "бейсенбі", "жұма",    "сенбі",    "жексенбі"});
    add(WordKind::relative, {"today", "yesterday", "сегодня", "вчера", "бүгін", "кеше"});
    add(WordKind::clock, {"at", "в", "сағат"});
    add(WordKind::views, {"views", "view", "просмотров", "просмотры", "просмотра", "қаралды", "қаралым"});
    add(WordKind::year, {"г", "года", "год", "ж", "жыл", "жылғы"});
    add(WordKind::zone, {"z", "utc", "gmt", "am", "pm"});
    add(WordKind::ordinal, {"st", "nd", "rd", "th"});
    add(WordKind::ago, {"ago", "назад", "бұрын"});
    add(WordKind::unit, {"minute", "minutes", "min", "hour", "hours", "day", "days", "минут", "минуты", "минуту", "час",
                         "часа", "часов", "день", "дня", "дней", "күн"});
    add(WordKind::of, {"of"});
    return words;
}

/// A known word at the beginning of a text and its length in bytes; null if there is none.
struct FoundWord {
    const DateWordMeaning* meaning = nullptr;
    std::size_t size = 0;
};

FoundWord find_word(std::string_view text) {
    static const DateWords words = make_words();
    constexpr std::size_t longest = 40; // bytes
    std::size_t end = 0;
    while (end < text.size() && end <= longest) {
        std::size_t after = end;
        if (!is_letter(next_code_point(text, after))) {
            break;
        }
        end = after;
    }
    if (end == 0 || end > longest) {
        return {};
    }
    const auto found = words.find(lower(text.substr(0, end)));
    return found == words.end() ? FoundWord{} : FoundWord{&found->second, end};
}

/// A cursor over the text. Each `take_…` moves it only when it finds its thing.
class Cursor {
public:
    Cursor(std::string_view text, std::size_t place) : m_text(text), m_place(place) {}

    [[nodiscard]] std::size_t place() const { return m_place; }
    void go_to(std::size_t place) { m_place = place; }
    [[nodiscard]] bool at_end() const { return m_place == m_text.size(); }
    [[nodiscard]] char peek() const { return at_end() ? '\0' : m_text[m_place]; }
    [[nodiscard]] bool at_digit() const { return peek() >= '0' && peek() <= '9'; }

    bool take(char c) {
        const bool found = !at_end() && peek() == c;
        m_place += found ? 1 : 0;
        return found;
    }

    void skip_blanks() {
        while (take(' ')) {
        }
    }

    /// A number of so many digits, all that stand there.
    std::optional<int> take_number(std::size_t least, std::size_t most) {
        std::size_t end = m_place;
        int value = 0;
        while (end < m_text.size() && m_text[end] >= '0' && m_text[end] <= '9' && end - m_place < most) {
            value = 10 * value + (m_text[end++] - '0');
        }
        const bool goes_on = end < m_text.size() && m_text[end] >= '0' && m_text[end] <= '9';
        if (end - m_place < least || goes_on) {
            return std::nullopt;
        }
        m_place = end;
        return value;
    }

    /// A word of a certain kind.
    std::optional<int> take_word(WordKind kind) {
        const FoundWord found = find_word(m_text.substr(m_place));
        if (found.meaning == nullptr || found.meaning->kind != kind) {
            return std::nullopt;
        }
        m_place += found.size;
        return found.meaning->number;
    }

private:
    std::string_view m_text;
    std::size_t m_place;
};

struct Calendar {
    int year = -1; ///< not said
    int month = 0;
    int day = 0;
    bool ambiguous = false; ///< day and month could be exchanged
};

std::string day_text(const Calendar& date) {
    if (date.year < 0 || date.ambiguous) {
        return {};
    }
    const auto padded = [](int number, std::size_t width) {
        const std::string digits = std::to_string(number);
        return std::string(width - std::min(width, digits.size()), '0') + digits;
    };
    return parse_date(padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2));
}

/// `01.02.2026`, `1-2-2026`, `13/02/2026`.
std::optional<Calendar> take_day_first(Cursor& cursor) {
    const std::size_t begin = cursor.place();
    const std::optional<int> day = cursor.take_number(1, 2);
    const char mark = cursor.peek();
    if (day && (mark == '.' || mark == '/' || mark == '-')) {
        cursor.take(mark);
        const std::optional<int> month = cursor.take_number(1, 2);
        const bool second = month && cursor.take(mark);
        const std::optional<int> year = second ? cursor.take_number(4, 4) : std::nullopt;
        if (year) {
            const bool american = mark == '/' && *month > 12 && *day <= 12;
            const bool ambiguous = mark == '/' && *month <= 12 && *day <= 12 && *month != *day;
            return Calendar{*year, american ? *day : *month, american ? *month : *day, ambiguous};
        }
    }
    cursor.go_to(begin);
    return std::nullopt;
}

/// `2026-02-01`, `2026.02.01`, `2026 жылғы 1 ақпан`.
std::optional<Calendar> take_year_first(Cursor& cursor) {
    const std::size_t begin = cursor.place();
    const std::optional<int> year = cursor.take_number(4, 4);
    const char mark = cursor.peek();
    if (year && (mark == '-' || mark == '.' || mark == '/')) {
        cursor.take(mark);
        const std::optional<int> month = cursor.take_number(1, 2);
        const bool second = month && cursor.take(mark);
        if (const std::optional<int> day = second ? cursor.take_number(1, 2) : std::nullopt) {
            return Calendar{*year, *month, *day};
        }
    } else if (year && mark == ' ') {
        cursor.skip_blanks();
        const bool said = cursor.take_word(WordKind::year).has_value();
        cursor.take('.');
        cursor.skip_blanks();
        const std::optional<int> day = said ? cursor.take_number(1, 2) : std::nullopt;
        cursor.skip_blanks();
        if (const std::optional<int> month = day ? cursor.take_word(WordKind::month) : std::nullopt) {
            return Calendar{*year, *month, *day};
        }
    }
    cursor.go_to(begin);
    return std::nullopt;
}

/// `, 2026`, ` 2026 г.`, or nothing.
void take_year_behind(Cursor& cursor, Calendar& date) {
    const std::size_t begin = cursor.place();
    cursor.take('.');
    cursor.take(',');
    cursor.skip_blanks();
    const std::optional<int> year = cursor.take_number(4, 4);
    if (!year) {
        cursor.go_to(begin);
        return;
    }
    date.year = *year;
    const std::size_t behind = cursor.place();
    cursor.skip_blanks();
    if (cursor.place() > behind && cursor.take_word(WordKind::year)) {
        cursor.take('.');
    } else {
        cursor.go_to(behind);
    }
}

/// `1 Feb 2026`, `1st of February 2026`, `25 ноября 2025 г.`, `February 1, 2026`; the year may be missing.
std::optional<Calendar> take_named_month(Cursor& cursor) {
    const std::size_t begin = cursor.place();
    std::optional<int> day = cursor.take_number(1, 2);
    const bool day_first = day.has_value();
    if (day_first) {
        cursor.take_word(WordKind::ordinal);
        cursor.skip_blanks();
        cursor.take_word(WordKind::of);
        cursor.skip_blanks();
    }
    const std::optional<int> month = cursor.take_word(WordKind::month);
    if (month && !day_first) {
        cursor.take('.');
        cursor.skip_blanks();
        day = cursor.take_number(1, 2);
        cursor.take_word(WordKind::ordinal);
    }
    if (!month || !day) {
        cursor.go_to(begin);
        return std::nullopt;
    }
    Calendar date{-1, *month, *day};
    take_year_behind(cursor, date);
    return date;
}

/// Blanks, a comma, a bar, a dot in the middle, an eye: what stands between a date and its time or views.
void skip_separators(Cursor& cursor, std::string_view text) {
    while (!cursor.at_end()) {
        std::size_t after = cursor.place();
        const char32_t c = next_code_point(text, after);
        if (c != U' ' && c != U',' && c != U'|' && c != U'/' && c != U';' && c != U'\u00B7' && c != U'\u2022' &&
            !is_dash(c) && !(c >= 0x2190 && c < 0x2E00) && c < 0x1F300) {
            return;
        }
        cursor.go_to(after);
    }
}

bool take_clock(Cursor& cursor) {
    const std::size_t begin = cursor.place();
    const bool hour = cursor.take_number(1, 2).has_value();
    if (!hour || !cursor.take(':') || !cursor.take_number(2, 2)) {
        cursor.go_to(begin);
        return false;
    }
    std::size_t end = cursor.place();
    if (cursor.take(':') && cursor.take_number(2, 2)) {
        end = cursor.place();
        if (cursor.take('.') && cursor.take_number(1, 9)) {
            end = cursor.place();
        }
    }
    cursor.go_to(end);
    cursor.skip_blanks();
    if (cursor.take_word(WordKind::zone)) {
        end = cursor.place();
    }
    if ((cursor.take('+') || cursor.take('-')) && cursor.take_number(1, 4)) {
        end = cursor.place();
        if (cursor.take(':') && cursor.take_number(2, 2)) {
            end = cursor.place();
        }
    }
    cursor.go_to(end);
    return true;
}

/// ` 10:30:49`, `T05:10:00Z`, `, 10:15 AM`, ` at 10:15`.
bool take_time(Cursor& cursor, std::string_view text) {
    const std::size_t begin = cursor.place();
    if (!cursor.take('T')) {
        skip_separators(cursor, text);
        if (cursor.place() == begin) {
            return false;
        }
        cursor.take_word(WordKind::clock);
        cursor.skip_blanks();
    }
    if (take_clock(cursor)) {
        return true;
    }
    cursor.go_to(begin);
    return false;
}

bool take_count(Cursor& cursor) {
    if (!cursor.take_number(1, 9)) {
        return false;
    }
    for (std::size_t end = cursor.place(); cursor.take(' ') || cursor.take(','); end = cursor.place()) {
        if (!cursor.take_number(3, 3)) { // groups of thousands
            cursor.go_to(end);
            break;
        }
    }
    return true;
}

/// ` 194`, ` | Views: 12`, `, 1 204 views`.
void take_views(Cursor& cursor, std::string_view text) {
    const std::size_t begin = cursor.place();
    skip_separators(cursor, text);
    if (cursor.place() == begin) {
        return;
    }
    const bool named = cursor.take_word(WordKind::views).has_value();
    if (named) {
        cursor.take(':');
        cursor.skip_blanks();
    }
    if (!take_count(cursor)) {
        cursor.go_to(begin);
        return;
    }
    const std::size_t end = cursor.place();
    cursor.skip_blanks();
    if (named || !cursor.take_word(WordKind::views)) {
        cursor.go_to(end);
    }
}

void take_weekday(Cursor& cursor, std::string_view text) {
    const std::size_t begin = cursor.place();
    skip_separators(cursor, text);
    if (!cursor.take_word(WordKind::weekday)) {
        cursor.go_to(begin);
    }
}

/// `Today, 10:15`, `2 hours ago`: cannot be told without knowing when the listing was made.
bool take_relative(Cursor& cursor, std::string_view text, ReadDate& date) {
    const std::size_t begin = cursor.place();
    if (cursor.take_word(WordKind::relative) && take_time(cursor, text)) {
        date.written = {begin, cursor.place()};
        return true;
    }
    cursor.go_to(begin);
    if (cursor.take_number(1, 3) && cursor.take(' ') && cursor.take_word(WordKind::unit) && cursor.take(' ') &&
        cursor.take_word(WordKind::ago)) {
        date.written = {begin, cursor.place()};
        date.for_itself = true;
        return true;
    }
    cursor.go_to(begin);
    return false;
}

} // namespace

bool may_begin_date(std::string_view text) {
    if (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        return true;
    }
    const FoundWord found = find_word(text);
    return found.meaning != nullptr && found.meaning->kind <= WordKind::relative;
}

ReadDate read_date(std::string_view text, std::size_t place) {
    Cursor cursor(text, place);
    ReadDate date{{place, place}, place, {}};
    if (!take_relative(cursor, text, date)) {
        if (cursor.take_word(WordKind::weekday)) {
            cursor.take('.');
            skip_separators(cursor, text);
        }
        const std::size_t begin = cursor.place();
        std::optional<Calendar> found;
        if (cursor.at_digit()) {
            found = take_day_first(cursor);
            found = found ? found : take_year_first(cursor);
        }
        found = found ? found : take_named_month(cursor);
        if (!found) {
            return date;
        }
        date.written = {begin, cursor.place()};
        date.day = day_text(*found);
        take_weekday(cursor, text);
        const bool has_time = take_time(cursor, text);
        if (found->year < 0 && !has_time) {
            return {{place, place}, place, {}};
        }
        date.for_itself = found->year < 0;
    }
    take_views(cursor, text);
    const char behind = cursor.peek();
    const bool whole = cursor.at_end() || behind == ' ' || behind == ',' || behind == '|';
    date.end = whole ? cursor.place() : place;
    return date;
}

} // namespace qosar
