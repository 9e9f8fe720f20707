#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>
#include <utility>

#include "qosar/language/dates.hpp"
#include "qosar/language/kazakh_endings.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "word_facts.hpp"

namespace qosar {

namespace {

constexpr int first_year = 1000;
constexpr int last_year = 2199;

bool is_blank(std::string_view gap) { return gap == " " || gap == "\u00A0" || gap == "\u202F"; }

bool is_dash(std::string_view gap) {
    for (const std::string_view dash : {"-", "–", "—", " - ", " – ", " — "}) {
        if (gap == dash) {
            return true;
        }
    }
    return false;
}

bool is_within(int value, int least, int most) { return value >= least && value <= most; }

/// Digits alone, `least` to `most` of them; else nothing.
std::optional<int> plain_number(std::string_view text, std::size_t least, std::size_t most) {
    if (text.size() < least || text.size() > most) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = 10 * value + (c - '0');
    }
    return value;
}

/// Whether the parts can be so: a day exists in its month, and in its year if that is said.
bool exists(const DateMention& date) {
    constexpr int leap_year = 2000;
    const int year = date.year.said() ? date.year.value : leap_year;
    const int month = date.month.said() ? date.month.value : 1;
    const int day = date.day.said() ? date.day.value : 1;
    return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
        .ok();
}

class DateReader {
public:
    DateReader(const LanguagePack& pack, std::string_view text, const std::vector<Token>& tokens,
               const TokenFacts& facts)
        : m_pack(pack), m_text(text), m_tokens(tokens), m_facts(facts) {}

    std::vector<DateMention> read() {
        for (std::size_t i = 0; i < m_tokens.size();) {
            const std::size_t next = read_at(i);
            i = std::max(next, i + 1);
        }
        return std::move(m_dates);
    }

private:
    [[nodiscard]] const FoundDateWord& word_at(std::size_t i) const { return m_facts[i]->date; }

    [[nodiscard]] std::string_view of(Range bytes) const { return m_text.substr(bytes.begin, bytes.size()); }

    [[nodiscard]] std::string_view token(std::size_t i) const {
        return i < m_tokens.size() ? of(m_tokens[i].bytes) : std::string_view();
    }

    /// What stands between a token and the next.
    [[nodiscard]] std::string_view gap_after(std::size_t i) const {
        const std::size_t end = m_tokens[i].bytes.end;
        return i + 1 < m_tokens.size() ? m_text.substr(end, m_tokens[i + 1].bytes.begin - end) : "\n";
    }

    [[nodiscard]] bool has_role(std::size_t i, DateRole role) const {
        return i < m_tokens.size() && word_at(i).word != nullptr && word_at(i).word->role == role;
    }

    [[nodiscard]] bool is_number(std::size_t i) const {
        return i < m_tokens.size() && m_tokens[i].kind == TokenKind::number;
    }

    [[nodiscard]] DatePart part(std::size_t i, int value) const { return {value, m_tokens[i].bytes}; }

    /// Tries everything that can begin with this token; the token behind what was found, else 0.
    std::size_t read_at(std::size_t i) {
        if (is_number(i)) {
            for (const auto reader : {&DateReader::numeric_date, &DateReader::dashed_date, &DateReader::slashed_date,
                                      &DateReader::time, &DateReader::year_first, &DateReader::day_first}) {
                if (const std::size_t next = (this->*reader)(i); next > 0) {
                    return next;
                }
            }
            return 0;
        }
        if (is_month(i)) {
            return month_first(i);
        }
        if (has_role(i, DateRole::before_year) && is_blank(gap_after(i))) {
            return bare_year(i + 1);
        }
        return word_at(i).word != nullptr ? time_behind_words(i) : 0;
    }

    std::size_t add(DateMention date, std::size_t next) {
        date.possible = date.hour.said() || exists(date);
        m_dates.push_back(date);
        return next;
    }

    // --- years

    [[nodiscard]] std::optional<int> year_at(std::size_t i) const {
        const std::optional<int> year = is_number(i) ? plain_number(token(i), 4, 4) : std::nullopt;
        return year && is_within(*year, first_year, last_year) ? year : std::nullopt;
    }

    /// `жылғы` behind a year, with or without a hyphen: the token behind it, else `i + 1`.
    [[nodiscard]] std::size_t behind_year_word(std::size_t i, bool unit_too = false) const {
        const bool near = is_blank(gap_after(i)) || gap_after(i) == "-";
        return near && (has_role(i + 1, DateRole::year) || (unit_too && has_role(i + 1, DateRole::year_unit))) ? i + 2
                                                                                                               : i + 1;
    }

    /// `2025 жылғы 8 қыркүйекте`, `2025 ж. қыркүйек`, `2025 жылы`, `2024–2025 жылдары`.
    std::size_t year_first(std::size_t i) {
        const std::optional<int> year = year_at(i);
        if (!year) {
            return 0;
        }
        DateMention date;
        date.bytes = m_tokens[i].bytes;
        date.year = part(i, *year);
        if (is_dash(gap_after(i)) && year_at(i + 1) && behind_year_word(i + 1) > i + 2) {
            return add(date, i + 1);
        }
        const std::size_t next = behind_year_word(i);
        if (next == i + 1) {
            return 0;
        }
        date.bytes.end = m_tokens[next - 1].bytes.end;
        const std::string_view gap = gap_after(next - 1);
        if (is_blank(gap) || gap == ". " || gap == ", " || gap == ".") {
            if (const std::size_t end = day_and_month(next, date); end > 0) {
                return end;
            }
            if (is_month(next)) {
                take_month(date, next);
                return add(date, behind_month_word(date, next));
            }
        }
        return add(date, next);
    }

    /// Behind `in`, where a number of four digits is a year.
    std::size_t bare_year(std::size_t i) {
        constexpr int first = 1900;
        constexpr int last = 2099;
        const std::optional<int> year = year_at(i);
        if (!year || !is_within(*year, first, last)) {
            return i; // what stands behind `in` may still begin a date
        }
        DateMention date;
        date.bytes = m_tokens[i].bytes;
        date.year = part(i, *year);
        return add(date, i + 1);
    }

    /// A year behind day and month: `, 2025`, ` 2025 ж`. The token behind it, else `next`.
    [[nodiscard]] std::size_t take_year_behind(DateMention& date, std::size_t next) const {
        const std::string_view gap = gap_after(next - 1);
        const bool joined = is_blank(gap) && has_role(next, DateRole::joins) && is_blank(gap_after(next));
        const std::size_t i = joined ? next + 1 : next;
        const std::optional<int> year =
            is_blank(gap) || gap == ", " || gap == "," || gap == ". " ? year_at(i) : std::nullopt;
        const std::size_t end = year ? behind_year_word(i, true) : next;
        const bool inflected = word_at(next - 1).inflected; // `8 қыркүйекте 2025 адам`, `қыркүйекте, 2025 жылы`
        if (!year || (inflected && (end == i + 1 || !is_blank(gap)))) {
            return next;
        }
        date.year = part(i, *year);
        date.bytes.end = m_tokens[end - 1].bytes.end;
        return end;
    }

    // --- months and days

    [[nodiscard]] bool is_month(std::size_t i) const {
        const bool name =
            has_role(i, DateRole::month) || has_role(i, DateRole::short_month) || has_role(i, DateRole::doubtful_month);
        return name && (m_pack.code != "en" || m_tokens[i].starts_upper);
    }

    void take_month(DateMention& date, std::size_t i) const {
        date.month = part(i, word_at(i).word->value);
        date.bytes.begin = std::min(date.bytes.begin, m_tokens[i].bytes.begin);
        date.bytes.end = std::max(date.bytes.end, m_tokens[i].bytes.end);
    }

    /// `қыркүйек айында`: takes the second word in.
    [[nodiscard]] std::size_t behind_month_word(DateMention& date, std::size_t month) const {
        const bool word = is_blank(gap_after(month)) && has_role(month + 1, DateRole::month_word);
        date.bytes.end = word ? m_tokens[month + 1].bytes.end : date.bytes.end;
        return word ? month + 2 : month + 1;
    }

    /// A day in digits, of which there are 99: what no month has is impossible, not something else.
    [[nodiscard]] std::optional<int> day_at(std::size_t i) const {
        return is_number(i) ? plain_number(token(i), 1, 2) : std::nullopt;
    }

    /// `8th`: the token behind the ending.
    [[nodiscard]] std::size_t behind_day(std::size_t i) const {
        const std::string_view word = token(i + 1);
        const bool ending = gap_after(i).empty() && (word == "st" || word == "nd" || word == "rd" || word == "th");
        return ending ? i + 2 : i + 1;
    }

    std::size_t day_first(std::size_t i) {
        DateMention date;
        date.bytes = m_tokens[i].bytes;
        return day_and_month(i, date);
    }

    /// `8 қыркүйек`, `8–10 September 2025`, `8th of September`; a year before it is in `date` already.
    std::size_t day_and_month(std::size_t i, DateMention date) {
        const std::optional<int> day = day_at(i);
        if (!day) {
            return 0;
        }
        std::size_t last_day = i;
        std::size_t next = behind_day(i);
        if (is_dash(gap_after(next - 1)) && day_at(next)) {
            last_day = next;
            next = behind_day(next);
        }
        const bool joined = is_blank(gap_after(next - 1)) && has_role(next, DateRole::joins);
        const std::size_t month = joined ? next + 1 : next;
        if (!is_month(month) || !is_blank(gap_after(month - 1)) ||
            (has_role(month, DateRole::short_month) && !m_tokens[month].starts_upper && gap_after(month) != ". ")) {
            return 0;
        }
        DateMention last = date;
        last.day = part(last_day, *day_at(last_day));
        take_month(last, month);
        const std::size_t end = last.year.said() ? month + 1 : take_year_behind(last, month + 1);
        if (last_day == i) {
            return add(last, end);
        }
        DateMention first = last; // of a range
        first.day = part(i, *day);
        first.bytes = {date.year.said() ? date.bytes.begin : m_tokens[i].bytes.begin, m_tokens[i].bytes.end};
        last.bytes.begin = m_tokens[last_day].bytes.begin;
        add(first, end);
        return add(last, end);
    }

    std::size_t month_first(std::size_t i) {
        DateMention date;
        date.bytes = m_tokens[i].bytes;
        take_month(date, i);
        if (m_pack.code == "en") {
            if (const std::size_t end = english_day(date, i); end > 0) {
                return end;
            }
        } else if (const std::size_t end = possessed_day(date, i); end > 0) {
            return end;
        }
        const std::size_t next = behind_month_word(date, i);
        const std::size_t end = take_year_behind(date, next);
        const bool short_name = has_role(i, DateRole::short_month);
        const bool preposition = i > 0 && is_blank(gap_after(i - 1)) && has_role(i - 1, DateRole::before_year);
        const bool sure = m_pack.code == "en" ? has_role(i, DateRole::month) || preposition : word_at(i).inflected;
        return end > next || next > i + 1 || (sure && !short_name) ? add(date, end) : i + 1;
    }

    /// `September 8`, `Sept. 8–10, 2025`, `May 16th`.
    std::size_t english_day(DateMention date, std::size_t month) {
        const std::string_view gap = gap_after(month);
        const std::optional<int> day = is_blank(gap) || gap == ". " ? day_at(month + 1) : std::nullopt;
        if (!day || !is_within(*day, 1, 31)) {
            return 0; // `in September 45 people`
        }
        date.day = part(month + 1, *day);
        std::size_t next = behind_day(month + 1);
        date.bytes.end = m_tokens[next - 1].bytes.end;
        if (!is_dash(gap_after(next - 1)) || !day_at(next)) {
            return add(date, take_year_behind(date, next));
        }
        DateMention last = date;
        last.day = part(next, *day_at(next));
        last.bytes = m_tokens[next].bytes;
        next = take_year_behind(last, behind_day(next));
        date.year = last.year;
        add(date, next);
        return add(last, next);
    }

    /// `қыркүйектің 8-інде`.
    std::size_t possessed_day(DateMention date, std::size_t month) {
        const std::size_t i = month + 1;
        const std::optional<int> day = word_at(month).genitive && is_blank(gap_after(month)) ? day_at(i) : std::nullopt;
        const bool ending =
            i + 1 < m_tokens.size() && m_tokens[i + 1].after_hyphen && is_kazakh_noun_ending(token(i + 1));
        if (!day || !ending) {
            return 0;
        }
        date.day = part(i, *day);
        date.bytes.end = m_tokens[i + 1].bytes.end;
        return add(date, i + 2);
    }

    // --- dates in digits

    /// `08.09.2025`, with `ж.` behind it or not.
    std::size_t numeric_date(std::size_t i) {
        const std::string_view text = token(i);
        const std::size_t first = text.find('.');
        const std::size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
        if (second == std::string_view::npos) {
            return 0;
        }
        const std::optional<int> day = plain_number(text.substr(0, first), 1, 2);
        const std::optional<int> month = plain_number(text.substr(first + 1, second - first - 1), 1, 2);
        const std::optional<int> year = plain_number(text.substr(second + 1), 4, 4);
        if (!day || !month || !year || !is_within(*year, first_year, last_year)) {
            return 0;
        }
        const std::size_t begin = m_tokens[i].bytes.begin;
        DateMention date;
        date.day = {*day, {begin, begin + first}};
        date.month = {*month, {begin + first + 1, begin + second}};
        date.year = {*year, {begin + second + 1, m_tokens[i].bytes.end}};
        const std::size_t next = behind_year_word(i, true);
        date.bytes = {begin, m_tokens[next - 1].bytes.end};
        return add(date, next);
    }

    [[nodiscard]] bool three_numbers(std::size_t i, std::string_view separator) const {
        return is_number(i) && is_number(i + 1) && is_number(i + 2) && gap_after(i) == separator &&
               gap_after(i + 1) == separator;
    }

    /// `2025-09-08`.
    std::size_t dashed_date(std::size_t i) {
        const std::optional<int> year = year_at(i);
        if (!year || !three_numbers(i, "-")) {
            return 0;
        }
        const std::optional<int> month = plain_number(token(i + 1), 2, 2);
        const std::optional<int> day = plain_number(token(i + 2), 2, 2);
        if (!month || !day) {
            return 0;
        }
        DateMention date;
        date.bytes = {m_tokens[i].bytes.begin, m_tokens[i + 2].bytes.end};
        date.year = part(i, *year);
        date.month = part(i + 1, *month);
        date.day = part(i + 2, *day);
        return add(date, i + 3);
    }

    /// `25/09/2025`, `09/25/2025`.
    std::size_t slashed_date(std::size_t i) {
        const std::optional<int> first = plain_number(token(i), 1, 2);
        const std::optional<int> second = plain_number(token(i + 1), 1, 2);
        if (!first || !second || !three_numbers(i, "/") || !year_at(i + 2)) {
            return 0;
        }
        DateMention date;
        date.bytes = {m_tokens[i].bytes.begin, m_tokens[i + 2].bytes.end};
        date.year = part(i + 2, *year_at(i + 2));
        const bool month_leads = *first <= 12 && *second > 12;
        if (month_leads || *first > 12 || *first == *second) {
            date.month = month_leads ? part(i, *first) : part(i + 1, *second);
            date.day = month_leads ? part(i + 1, *second) : part(i, *first);
        }
        return add(date, i + 3);
    }

    // --- times of day

    /// Hour and minute at a token, and the token behind them.
    struct Clock {
        DatePart hour;
        DatePart minute;
        std::size_t next = 0; ///< 0: no time
        bool in_full = false; ///< `17:00`, nothing else is needed
    };

    /// `17:00`, `17:00:30`, `17.00`, `17`.
    [[nodiscard]] Clock clock_at(std::size_t i) const {
        if (!is_number(i)) {
            return {};
        }
        const std::string_view text = token(i);
        const Range bytes = m_tokens[i].bytes;
        const std::size_t point = text.find('.');
        const std::optional<int> hour = plain_number(text.substr(0, point), 1, 2);
        if (!hour || !is_within(*hour, 0, 24)) {
            return {};
        }
        if (point != std::string_view::npos) {
            const std::optional<int> minute = plain_number(text.substr(point + 1), 2, 2);
            const bool valid = minute && is_within(*minute, 0, 59);
            return {{*hour, {bytes.begin, bytes.begin + point}},
                    {valid ? *minute : 0, {bytes.begin + point + 1, bytes.end}},
                    valid ? i + 1 : 0,
                    false};
        }
        const std::optional<int> minute = gap_after(i) == ":" ? plain_number(token(i + 1), 2, 2) : std::nullopt;
        if (!minute || !is_within(*minute, 0, 59)) {
            return {part(i, *hour), {}, i + 1, false};
        }
        const bool seconds = gap_after(i + 1) == ":" && plain_number(token(i + 2), 2, 2);
        return {part(i, *hour), part(i + 1, *minute), seconds ? i + 3 : i + 2, true};
    }

    static void move_to(Clock& clock, DateRole part_of_day) {
        int& hour = clock.hour.value;
        const bool late = part_of_day == DateRole::afternoon || (part_of_day == DateRole::night && hour >= 8);
        if (part_of_day != DateRole::afternoon && hour == 12) {
            hour = 0;
        } else if (late && hour < 12) {
            hour += 12;
        }
    }

    /// The end of `p.m.`, `PM` or `pm` behind a token and what it says; 0 if it is not there.
    [[nodiscard]] std::pair<std::size_t, DateRole> meridiem_after(std::size_t i) const {
        std::size_t position = m_tokens[i].bytes.end;
        position += is_blank(gap_after(i)) ? gap_after(i).size() : 0;
        const std::string_view rest = m_text.substr(position);
        const bool afternoon = rest.starts_with("p") || rest.starts_with("P");
        if (!afternoon && !rest.starts_with("a") && !rest.starts_with("A")) {
            return {};
        }
        std::size_t end = rest.substr(1).starts_with(".") ? 2 : 1;
        if (end >= rest.size() || (rest[end] != 'm' && rest[end] != 'M')) {
            return {};
        }
        end += rest.substr(end + 1).starts_with(".") && rest[1] == '.' ? 2 : 1;
        std::size_t behind = end;
        const bool word_goes_on = end < rest.size() && is_letter(next_code_point(rest, behind));
        return {word_goes_on ? 0 : position + end, afternoon ? DateRole::afternoon : DateRole::forenoon};
    }

    [[nodiscard]] std::size_t token_behind(std::size_t position, std::size_t i) const {
        while (i < m_tokens.size() && m_tokens[i].bytes.begin < position) {
            ++i;
        }
        return i;
    }

    /// `5 p.m.`, `17:00`, `5 o'clock`, `17.00-де`.
    std::size_t time(std::size_t i) {
        Clock clock = clock_at(i);
        if (clock.next == 0) {
            return 0;
        }
        std::size_t end = m_tokens[clock.next - 1].bytes.end;
        const auto [meridiem_end, part_of_day] = meridiem_after(clock.next - 1);
        const std::size_t behind_ending = behind_case_ending(clock.next);
        if (m_pack.code == "en" && meridiem_end > 0 && is_within(clock.hour.value, 1, 12)) {
            move_to(clock, part_of_day);
            end = meridiem_end;
        } else if (has_role(clock.next, DateRole::behind_hour) && is_blank(gap_after(clock.next - 1))) {
            end = m_tokens[clock.next].bytes.end;
        } else if (clock.in_full || (clock.minute.said() && clock.minute.value % 5 == 0 && behind_ending > clock.next &&
                                     token(i).size() == 5)) {
            end = m_tokens[behind_ending - 1].bytes.end;
        } else {
            return 0;
        }
        return add_time(clock, {m_tokens[i].bytes.begin, end});
    }

    std::size_t add_time(const Clock& clock, Range bytes) {
        DateMention time;
        time.bytes = bytes;
        time.hour = clock.hour;
        time.minute = clock.minute;
        return add(time, token_behind(bytes.end, clock.next));
    }

    /// `де` of `17.00-де`: the token behind it, else `next`.
    [[nodiscard]] std::size_t behind_case_ending(std::size_t next) const {
        const bool ending = m_pack.code == "kk" && next < m_tokens.size() && m_tokens[next].after_hyphen &&
                            is_kazakh_case_ending(token(next));
        return ending ? next + 1 : next;
    }

    [[nodiscard]] bool is_part_of_day(std::size_t i) const {
        return has_role(i, DateRole::forenoon) || has_role(i, DateRole::afternoon) || has_role(i, DateRole::night);
    }

    /// `сағат 17.00-де`, `кешкі сағат 5`, `сағат кешкі 5-те`, `таңғы 9-да`; but `24 сағат 7` is a length of time.
    std::size_t time_behind_words(std::size_t i) {
        std::size_t number = i;
        bool clock_word = false;
        std::optional<DateRole> part_of_day;
        for (; number < i + 2 && number < m_tokens.size() && !is_number(number); ++number) {
            if (!is_blank(gap_after(number))) {
                return 0;
            }
            if (is_part_of_day(number)) {
                part_of_day = word_at(number).word->role;
            } else if (has_role(number, DateRole::clock)) {
                clock_word = true;
            } else {
                return 0;
            }
        }
        Clock clock = number < m_tokens.size() ? clock_at(number) : Clock{};
        const std::size_t behind_ending = clock.next > 0 ? behind_case_ending(clock.next) : 0;
        const bool length_of_time = i > 0 && is_number(i - 1) && is_blank(gap_after(i - 1));
        if (clock.next == 0 || length_of_time || (!clock_word && behind_ending == clock.next && !clock.in_full)) {
            return 0;
        }
        if (part_of_day) {
            move_to(clock, *part_of_day);
        }
        const std::size_t end = m_tokens[behind_ending - 1].bytes.end;
        return add_time(clock, {m_tokens[i].bytes.begin, end});
    }

    const LanguagePack& m_pack;
    std::string_view m_text;
    const std::vector<Token>& m_tokens;
    const TokenFacts& m_facts;
    std::vector<DateMention> m_dates;
};

} // namespace

std::vector<DateMention> dates_in(const LanguagePack& pack, std::string_view text, const std::vector<Token>& tokens,
                                  const TokenFacts& facts) {
    const auto is_month = [](const FoundDateWord& found) {
        return found.word != nullptr &&
               (found.word->role == DateRole::month || found.word->role == DateRole::short_month ||
                found.word->role == DateRole::doubtful_month);
    };
    const bool any = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        return token.kind == TokenKind::number ||
               is_month(facts[static_cast<std::size_t>(&token - tokens.data())]->date);
    });
    return any ? DateReader(pack, text, tokens, facts).read() : std::vector<DateMention>();
}

std::vector<DateMention> dates_in(const LanguagePack& pack, std::string_view text, const std::vector<Token>& tokens) {
    return dates_in(pack, text, tokens, token_facts(pack, text, tokens));
}

std::string date_text(const DateMention& date) {
    char buffer[48];
    if (date.hour.said()) {
        std::snprintf(buffer, sizeof buffer, "T%02d:%02d", date.hour.value, std::max(date.minute.value, 0));
        return buffer;
    }
    std::string text = date.year.said() ? std::to_string(date.year.value) : "-";
    for (const DatePart& part : {date.month, date.day}) {
        if (part.said()) {
            std::snprintf(buffer, sizeof buffer, "-%02d", part.value);
            text += buffer;
        }
    }
    return text;
}

} // namespace qosar
