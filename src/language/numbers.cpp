#include "qosar/language/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "number_digits.hpp"
#include "number_sum.hpp"
#include "qosar/language/kazakh_endings.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "word_facts.hpp"

namespace qosar {

namespace {

/// A number while it is read, from token `first` to token `last`.
struct Reading {
    NumberSum sum;
    std::size_t first = 0;
    std::size_t last = 0;
    double digits = 0;   ///< value of the last digits
    bool spelled = true; ///< no digits so far
    bool digits_end = false;
    bool is_number = false; ///< not only `one`
    bool ordinal = false;
    bool closed = false; ///< an ending was seen: nothing may follow
};

class NumberReader {
public:
    NumberReader(const LanguagePack& pack, std::string_view text, const std::vector<Token>& tokens,
                 const TokenFacts& facts)
        : m_pack(pack), m_text(text), m_tokens(tokens), m_facts(facts) {}

    std::vector<NumberMention> read() {
        for (std::size_t i = 0; i < m_tokens.size();) {
            i = read_at(i);
        }
        spread_over_ranges();
        return std::move(m_mentions);
    }

private:
    [[nodiscard]] const FoundNumberWord& word_at(std::size_t i) const { return m_facts[i]->number; }

    [[nodiscard]] std::string_view text_of(const Token& token) const {
        return m_text.substr(token.bytes.begin, token.bytes.size());
    }

    /// What stands between a token and the next.
    [[nodiscard]] std::string_view gap_after(std::size_t i) const {
        const std::size_t end = m_tokens[i].bytes.end;
        return i + 1 < m_tokens.size() ? m_text.substr(end, m_tokens[i + 1].bytes.begin - end) : "\n";
    }

    static bool is_blank(std::string_view gap) { return gap == " " || gap == "\u00A0" || gap == "\u202F"; }

    [[nodiscard]] bool has_role(std::size_t i, NumberRole role) const {
        return i < m_tokens.size() && word_at(i).word != nullptr && word_at(i).word->role == role;
    }

    [[nodiscard]] bool multiplies(std::size_t i) const {
        return has_role(i, NumberRole::multiplies) || has_role(i, NumberRole::also_multiplies);
    }

    [[nodiscard]] bool is_numbered(std::size_t i) const {
        return i < m_tokens.size() && word_at(i).word != nullptr && word_at(i).word->numbered;
    }

    /// English has plurals only of what multiplies: `5 millions`, but `tens` and `seconds` are no numbers.
    [[nodiscard]] bool is_foreign_plural(std::size_t i) const {
        return m_pack.code != "kk" && word_at(i).inflected && !multiplies(i);
    }

    std::size_t read_at(std::size_t i) {
        if (m_tokens[i].kind == TokenKind::number) {
            const std::vector<DigitPart> parts = digit_parts(text_of(m_tokens[i]), decimals_before(i + 1));
            if (parts.size() > 1) {
                for (const DigitPart& part : parts) {
                    const std::size_t begin = m_tokens[i].bytes.begin;
                    add({part.value, {begin + part.bytes.begin, begin + part.bytes.end}}, 1);
                }
                return i + 1;
            }
        } else if (const int roman = roman_at(i); roman > 0) {
            return finish({static_cast<double>(roman), m_tokens[i].bytes, true, NumberKind::ordinal}, i, 1);
        }
        Reading reading;
        reading.first = reading.last = i;
        if (!begin(reading)) {
            return i + 1;
        }
        while (!reading.closed && reading.last + 1 < m_tokens.size() && extend(reading)) {
        }
        if (!reading.is_number) {
            return i + 1;
        }
        const NumberMention mention{reading.sum.value(),
                                    {m_tokens[i].bytes.begin, m_tokens[reading.last].bytes.end},
                                    reading.spelled,
                                    reading.ordinal ? NumberKind::ordinal : NumberKind::cardinal};
        return finish(mention, reading.last, reading.spelled ? 1 : mention.value / reading.digits);
    }

    /// `3,125 млн` and `12.345 %`: before such words three digits are a fraction.
    [[nodiscard]] std::u32string_view decimals_before(std::size_t i) const {
        const bool fraction = multiplies(i) || has_role(i, NumberRole::percent) || percent_sign_after(i - 1) > 0;
        return !fraction ? std::u32string_view() : m_pack.code == "en" ? U"." : U".,";
    }

    bool begin(Reading& reading) const {
        const std::size_t i = reading.first;
        if (m_tokens[i].kind == TokenKind::number) {
            take_digits(reading, i);
            return true;
        }
        const NumberWord* word = word_at(i).word;
        if (word == nullptr || is_foreign_plural(i)) {
            return false;
        }
        reading.closed = word_at(i).inflected;
        switch (word->role) {
        case NumberRole::alone: reading.is_number = true; return reading.sum.add(word->value);
        case NumberRole::part: return reading.sum.add(word->value);
        case NumberRole::article:
            return multiplies(i + 1) && !word_at(i + 1).inflected && is_blank(gap_after(i)) &&
                   reading.sum.add(word->value);
        case NumberRole::ordinal:
            reading.ordinal = reading.closed = reading.is_number = true;
            return reading.sum.add(word->value);
        case NumberRole::also_multiplies:
            reading.is_number = i == 0 || !has_role(i - 1, NumberRole::indefinite);
            return reading.is_number && reading.sum.multiply(word->value);
        default: return false;
        }
    }

    void take_digits(Reading& reading, std::size_t i) const {
        reading.digits = digit_parts(text_of(m_tokens[i]), decimals_before(i + 1)).front().value;
        reading.sum.add(reading.digits);
        reading.spelled = false;
        reading.digits_end = reading.is_number = true;
        reading.last = i;
    }

    bool extend(Reading& reading) const {
        const std::size_t next = reading.last + 1;
        const std::string_view gap = gap_after(reading.last);
        const bool blank = is_blank(gap) || (gap == ". " && multiplies(reading.last)); // `млн. теңге`
        if (m_tokens[next].kind == TokenKind::number) {
            return blank && extend_by_digits(reading, next);
        }
        const NumberWord* word = word_at(next).word;
        if (word == nullptr || is_foreign_plural(next) || !(blank || gap == "-" || gap.empty())) {
            return false;
        }
        const bool hyphen_joins = gap != "-" || m_pack.code == "en";
        const std::size_t last = extend_by_word(reading, *word, next, hyphen_joins);
        if (last == reading.last) {
            return false;
        }
        reading.last = last;
        reading.digits_end = false;
        reading.is_number = true;
        reading.closed = reading.closed || word_at(last).inflected;
        return true;
    }

    /// `2 млн 500 мың`, `25 мың 300`.
    bool extend_by_digits(Reading& reading, std::size_t next) const {
        const std::vector<DigitPart> parts = digit_parts(text_of(m_tokens[next]));
        const double value = parts.front().value;
        const double scale = reading.sum.last_scale();
        const bool fits = parts.size() == 1 && !reading.spelled && !reading.sum.in_group() && value < scale &&
                          std::floor(value) == value && (scale == 1000 || multiplies(next + 1));
        if (fits) {
            take_digits(reading, next);
        }
        return fits;
    }

    /// The last token taken in; the reading's own last one if the word does not fit.
    std::size_t extend_by_word(Reading& reading, const NumberWord& word, std::size_t next, bool hyphen_joins) const {
        const std::size_t none = reading.last;
        NumberSum& sum = reading.sum;
        switch (word.role) {
        case NumberRole::alone:
        case NumberRole::part: return hyphen_joins && !reading.digits_end && sum.add(word.value) ? next : none;
        case NumberRole::multiplies:
        case NumberRole::also_multiplies: return sum.multiply(word.value) ? next : none;
        case NumberRole::half: sum.add_half(); return next;
        case NumberRole::article: // `half a million`
            return sum.value() == 0.5 && multiplies(next + 1) && sum.multiply(word_at(next + 1).word->value) ? next + 1
                                                                                                             : none;
        case NumberRole::ordinal:
            reading.ordinal = reading.closed =
                hyphen_joins && reading.spelled && (word.value < 100 ? sum.add(word.value) : sum.multiply(word.value));
            return reading.ordinal ? next : none;
        case NumberRole::joins: return extend_behind_and(reading, next);
        default: return none;
        }
    }

    /// `one and a half`, `two hundred and five`.
    std::size_t extend_behind_and(Reading& reading, std::size_t joint) const {
        const std::size_t next = joint + 1;
        if (next >= m_tokens.size() || !is_blank(gap_after(joint))) {
            return reading.last;
        }
        if (has_role(next, NumberRole::article) && next + 1 < m_tokens.size() && word_at(next + 1).word != nullptr &&
            word_at(next + 1).word->value == 0.5) {
            reading.sum.add_half();
            return next + 1;
        }
        const bool open = reading.sum.holds_hundreds() || !reading.sum.in_group();
        const bool number = has_role(next, NumberRole::alone) || has_role(next, NumberRole::part);
        const bool fits = open && number && reading.spelled && !is_foreign_plural(next) &&
                          word_at(next).word->value < 100 && reading.sum.add(word_at(next).word->value);
        return fits ? next : reading.last;
    }

    /// Takes in what belongs to a number behind it, and goes on behind that.
    std::size_t finish(NumberMention mention, std::size_t last, double scale) {
        last = take_ending(mention, last);
        last = take_percent(mention, last);
        add(mention, scale);
        return last + 1;
    }

    void add(const NumberMention& mention, double scale) {
        m_mentions.push_back(mention);
        m_scales.push_back(scale);
    }

    /// `4000-нан`, `5-ші`, `21st`; and `20-ғасыр`, where the hyphen makes the number an ordinal.
    std::size_t take_ending(NumberMention& mention, std::size_t last) const {
        const std::size_t next = last + 1;
        const bool glued = next < m_tokens.size() && m_tokens[next].kind == TokenKind::word &&
                           (gap_after(last).empty() || m_tokens[next].after_hyphen);
        if (!glued || mention.kind == NumberKind::percent) {
            return last;
        }
        const std::string word = lower(text_of(m_tokens[next]), m_pack.code);
        const bool kazakh = m_pack.code == "kk" && m_tokens[next].after_hyphen;
        if (has_role(next, NumberRole::ordinal_ending)) {
            mention.kind = NumberKind::ordinal;
        } else if (!kazakh || !is_kazakh_noun_ending(word)) {
            const bool noun = kazakh && !mention.spelled && count_code_points(word) > 2;
            mention.kind = noun ? NumberKind::ordinal : mention.kind;
            return last;
        }
        mention.bytes.end = m_tokens[next].bytes.end;
        return next;
    }

    /// End of a percent sign behind a token, with a blank before it or not; 0 if there is none.
    [[nodiscard]] std::size_t percent_sign_after(std::size_t i) const {
        std::size_t position = m_tokens[i].bytes.end;
        for (const std::string_view blank : {" ", "\u00A0", "\u202F"}) {
            if (m_text.substr(position).starts_with(blank)) {
                position += blank.size();
                break;
            }
        }
        return m_text.substr(position).starts_with("%") ? position + 1 : 0;
    }

    std::size_t take_percent(NumberMention& mention, std::size_t last) const {
        const std::size_t next = last + 1;
        if (const std::size_t sign_end = percent_sign_after(last); sign_end > 0) {
            mention.kind = NumberKind::percent;
            mention.bytes.end = sign_end;
            const bool ending = next < m_tokens.size() && m_tokens[next].bytes.begin == sign_end + 1 &&
                                m_text[sign_end] == '-' && is_kazakh_noun_ending(lower(text_of(m_tokens[next])));
            mention.bytes.end = ending ? m_tokens[next].bytes.end : sign_end;
            return ending ? next : last;
        }
        const bool near = next < m_tokens.size() && (is_blank(gap_after(last)) || gap_after(last) == "-");
        if (!near) {
            return last;
        }
        std::size_t end = last;
        if (next + 1 < m_tokens.size() && is_blank(gap_after(next))) {
            const std::string both = lower(text_of(m_tokens[next])) + " " + lower(text_of(m_tokens[next + 1]));
            end = take_share(mention, find_number_word(m_pack, both), next + 1, last);
        }
        end = end == last ? take_share(mention, word_at(next), next, last) : end;
        mention.bytes.end = end > last ? m_tokens[end].bytes.end : mention.bytes.end;
        return end;
    }

    static std::size_t take_share(NumberMention& mention, const FoundNumberWord& found, std::size_t end,
                                  std::size_t none) {
        if (found.word != nullptr && found.word->role == NumberRole::percent) {
            mention.kind = NumberKind::percent;
            return end;
        }
        if (found.word != nullptr && found.word->role == NumberRole::percentage_point) {
            mention.kind = NumberKind::percentage_point;
            return end;
        }
        return none;
    }

    /// Value of a Roman numeral: from two letters up if it is no larger than 39, else only beside a word such as
    /// `century`, since `MIX` and `DC` are something else. English `I` is a pronoun even behind `article`.
    [[nodiscard]] int roman_at(std::size_t i) const {
        const int value = m_facts[i]->roman;
        if (value == 0) {
            return 0;
        }
        const std::size_t letters = count_code_points(text_of(m_tokens[i]));
        const bool before = is_numbered(i + 1) && (is_blank(gap_after(i)) || gap_after(i) == "-");
        const bool behind = m_pack.code != "kk" && i > 0 && is_numbered(i - 1) && m_tokens[i - 1].starts_upper &&
                            is_blank(gap_after(i - 1));
        return (letters > 1 && value < 40) || before || behind ? value : 0;
    }

    /// `5–7 млн`, `from 5 to 7 percent`, `5-тен 7 мыңға дейін`.
    void spread_over_ranges() {
        for (std::size_t i = 0; i + 1 < m_mentions.size(); ++i) {
            NumberMention& first = m_mentions[i];
            const NumberMention& second = m_mentions[i + 1];
            if (second.bytes.begin < first.bytes.end || first.spelled || !is_range(first, second)) {
                continue;
            }
            if (m_scales[i] == 1 && m_scales[i + 1] > 1 && first.value < second.value / m_scales[i + 1]) {
                first.value *= m_scales[i + 1];
            }
            if (first.kind == NumberKind::cardinal && second.kind != NumberKind::ordinal) {
                first.kind = second.kind;
            }
        }
    }

    [[nodiscard]] bool is_range(const NumberMention& first, const NumberMention& second) const {
        const std::string_view gap = m_text.substr(first.bytes.end, second.bytes.begin - first.bytes.end);
        for (const std::string_view dash : {"-", "–", "—", " - ", " – ", " — ", " to "}) {
            if (gap == dash) {
                return true;
            }
        }
        const std::string_view written = m_text.substr(first.bytes.begin, first.bytes.size());
        for (const std::string_view from : {"-дан", "-ден", "-тан", "-тен", "-нан", "-нен"}) {
            if (gap == " " && written.ends_with(from)) {
                return true;
            }
        }
        return false;
    }

    const LanguagePack& m_pack;
    std::string_view m_text;
    const std::vector<Token>& m_tokens;
    const TokenFacts& m_facts;
    std::vector<NumberMention> m_mentions;
    std::vector<double> m_scales; ///< by mention: what its digits are multiplied by
};

} // namespace

std::vector<NumberMention> numbers_in(const LanguagePack& pack, std::string_view text, const std::vector<Token>& tokens,
                                      const TokenFacts& facts) {
    const bool any = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        const WordFacts& of_token = *facts[static_cast<std::size_t>(&token - tokens.data())];
        return token.kind == TokenKind::number || of_token.number.word != nullptr || of_token.roman > 0;
    });
    return any ? NumberReader(pack, text, tokens, facts).read() : std::vector<NumberMention>();
}

std::vector<NumberMention> numbers_in(const LanguagePack& pack, std::string_view text,
                                      const std::vector<Token>& tokens) {
    return numbers_in(pack, text, tokens, token_facts(pack, text, tokens));
}

bool same_number(double a, double b) {
    // `==` and `<`, so that digits beyond any double equal each other and nothing else
    return a == b || std::abs(a - b) < 1e-9 * std::max(std::abs(a), std::abs(b));
}

std::string number_text(double value) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.10g", value);
    std::string text(buffer);
    if (text.find("e+") != std::string::npos && std::abs(value) < 1e60) { // longer ones stay in powers of ten
        std::snprintf(buffer, sizeof buffer, "%.0f", value);
        text = buffer;
    }
    return text;
}

std::string to_string(NumberKind kind) {
    switch (kind) {
    case NumberKind::cardinal: return "cardinal";
    case NumberKind::ordinal: return "ordinal";
    case NumberKind::percent: return "percent";
    case NumberKind::percentage_point: return "percentage_point";
    }
    return {};
}

} // namespace qosar
