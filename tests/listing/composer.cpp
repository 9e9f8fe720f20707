#include "composer.hpp"

#include <cstdio>

namespace qosar::composed {

namespace {

const char* const people[] = {"the akim of the district",
                              "the ministry",
                              "the press service of the police",
                              "A. Omarov",
                              "Prof. Serik Alimov",
                              "a group of pupils",
                              "the Head of State",
                              "the university of Semey",
                              "JSC “Altyn Dala”"};
const char* const deeds[] = {"opened a new school",         "repaired 12.5 km of road",
                             "met guests from 4 countries", "planted 1,200 trees",
                             "spoke of the law “On water”", "won in the 4x7.5 km relay",
                             "signed a memorandum",         "answered questions about the year 2025"};
const char* const places[] = {"in Aksu",
                              "in the north of the country",
                              "on September 8, 2025",
                              "at No. 19",
                              "near the lake Balkhash",
                              "in Washington, D.C.",
                              "in the village of Kenes",
                              "within the programme"};
const char* const russian[] = {"Аким района рассказал о ремонте дорог",
                               "В области открыли «зелёный коридор» для овощей", "Школьники посадили тысячу деревьев"};
const char* const kazakh[] = {"Ауданда қырық шақырым жол жөнделді", "Оқушылар мың түп ағаш отырғызды",
                              "Министр шетелдік қонақтармен кездесті"};
const char* const sections[] = {"News", "World", "Politics", "Science", "Culture", "Law", "Tourism", "Society"};
const char* const hosts[] = {"https://www.gov.kz/memleket/entities/moa/press/news/details/",
                             "https://www.gov.kz/memleket/entities/adilet-sko/press/news/details/",
                             "https://primeminister.kz/kz/news/", "http://example.kz/ru/"};
const char* const months[] = {"January", "February", "March",     "April",   "May",      "June",
                              "July",    "August",   "September", "October", "November", "December"};

std::string capitals(std::string text) {
    for (char& c : text) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return text;
}

std::string capitalised(std::string text) {
    text[0] = text[0] >= 'a' && text[0] <= 'z' ? static_cast<char>(text[0] - 'a' + 'A') : text[0];
    return text;
}

} // namespace

std::string Composer::sentence() {
    return capitalised(std::string(pick(people)) + " " + pick(deeds) +
                       (one_in(3) ? "" : std::string(" ") + pick(places)));
}

std::string Composer::title() {
    const std::string number = std::to_string(++m_number);
    switch (below(16)) {
    case 0: return pick(russian) + std::string(" ") + number;
    case 1: return pick(kazakh) + std::string(" ") + number;
    case 2: return capitals(sentence()) + " " + number;
    case 3: return sentence() + " for the " + number + "th time.";
    case 4: return "Why count " + number + " trees?";
    case 5: return "We won " + number + " medals!";
    case 6: return "“" + sentence() + "”: report " + number;
    case 7: return sentence() + " in the year " + std::to_string(2000 + below(30));
    case 8: return "What changes on 01.01.2026 for " + number + " drivers";
    case 9: return "New tariffs for " + number + " services from 01.03.2026";
    case 10: return "E-өтініш handed out " + number + " brochures";
    default: return sentence() + ", " + number + " people say";
    }
}

std::string Composer::body(const std::string& title) {
    std::string text;
    const std::size_t paragraphs = one_in(6) ? 0 : 1 + below(4);
    for (std::size_t p = 0; p < paragraphs; ++p) {
        text += p == 0 ? "" : "\n";
        if (p == 0 && one_in(8)) {
            text += title + "\n";
        }
        for (std::size_t s = 0, count = 1 + below(5); s < count; ++s) {
            text += s == 0 || one_in(3) ? "" : " "; // else glued, as old paragraphs are
            switch (below(12)) {
            case 0: text += one_in(2) ? pick(russian) : pick(kazakh); break;
            case 1: text += "It is told at https://egov.kz/cms/en"; break;
            case 2: text += "There are:- a nurse;- a room;- the way to it"; break;
            case 3: text += "The work began on 01.02.2025 and lasts until 01.03.2026"; break;
            case 4: text += "Call 8 (7172) 55-12-" + std::to_string(10 + below(90)); break;
            default: text += sentence();
            }
            text += s + 1 == count && one_in(8) ? "" : ".";
        }
    }
    return text;
}

std::string Composer::date(TrueItem& item) {
    const int year = static_cast<int>(2018 + below(9));
    const int month = static_cast<int>(1 + below(12));
    const int day = static_cast<int>(1 + below(28));
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year, month, day);
    item.date = buffer;
    switch (m_date_form) {
    case 0: std::snprintf(buffer, sizeof buffer, "%s %d, %d", months[month - 1], day, year); break;
    case 1: std::snprintf(buffer, sizeof buffer, "%02d %.3s %d", day, months[month - 1], year); break;
    case 2: break;
    case 3: std::snprintf(buffer, sizeof buffer, "%02d.%02d.%d 10:30:49 %d", day, month, year, day * month); break;
    case 4: std::snprintf(buffer, sizeof buffer, "%02d.%02d.%d, 09:15", day, month, year); break;
    default: std::snprintf(buffer, sizeof buffer, "%02d.%02d.%d", day, month, year); break;
    }
    return buffer;
}

std::string Composer::source(TrueItem& item) {
    std::string url = pick(hosts) + std::to_string(900'000 + below(300'000));
    url += one_in(3) ? "" : one_in(4) ? "?lang=ru" : "?lang=kk";
    item.sources.push_back(url);
    const char* const labels[] = {
        "Source : ", "Source : ", "Source : ", "Source: ", "Source :", "Источник : ", "Дереккөз : "};
    return pick(labels) + url;
}

void Composer::add_line(const std::string& line) {
    for (const char c : line) {
        m_listing.text += c == '\n' ? m_line_end : std::string(1, c);
    }
    m_listing.text += m_line_end;
}

void Composer::add_blanks() {
    if (m_blanks && one_in(2)) {
        m_listing.text += m_line_end;
    }
}

void Composer::add_header(const std::string& section) {
    switch (below(6)) {
    case 0: add_line("Enbekshi QazaQ\n\n" + section + "\n"); break;
    case 1: add_line(section); break;
    case 2: add_line("Enbekshi QazaQ\n" + section + " More"); break;
    case 3: add_line(section + "\n.png)"); break;
    case 4: add_line(capitals(section)); break;
    default: add_line(section + "\nMore");
    }
}

void Composer::add_furniture() {
    const char* const lines[] = {"Share",       "Read more",        ".png)",    "Views: 12",
                                 "141 / 5 000", "« 1 2 3 … Next »", "12 views", "![photo](https://x.example/p.png)"};
    if (one_in(6)) {
        add_line(pick(lines));
    }
}

void Composer::add_sources(TrueItem& item) {
    std::string& text = m_listing.text;
    const bool has_body = !item.body.empty();
    for (std::size_t i = 0, count = one_in(3) ? 0 : one_in(8) ? 2 : 1; i < count; ++i) {
        if (has_body && i == 0 && !one_in(4)) { // on the body's last line
            text.resize(text.size() - m_line_end.size());
            text += one_in(3) ? " " : one_in(8) ? "\u00A0" : "";
        } else {
            add_blanks();
        }
        add_line(source(item));
    }
}

void Composer::add_item(const std::string& section) {
    TrueItem item;
    item.section = section;
    item.title = title();
    const std::string day = date(item);
    item.body = body(item.title);
    switch (m_place) {
    case Place::line_end: add_line(item.title + (one_in(5) ? "  " : " ") + day); break;
    case Place::below: add_line(item.title), add_blanks(), add_line(day); break;
    case Place::above: add_line(day), add_blanks(), add_line(item.title); break;
    case Place::line_begin: add_line(day + " " + item.title); break;
    }
    add_furniture();
    if (!item.body.empty()) {
        add_line(item.body);
    }
    add_sources(item);
    add_furniture();
    add_blanks();
    m_listing.items.push_back(std::move(item));
}

ComposedListing Composer::compose() {
    m_listing = {};
    const Place usual[] = {Place::line_end, Place::below};
    m_place = one_in(8) ? (one_in(2) ? Place::above : Place::line_begin) : pick(usual);
    const bool mixed = m_place != Place::above && m_place != Place::line_begin && one_in(6);
    m_date_form = below(20);
    m_line_end = one_in(5) ? "\r\n" : "\n";
    m_blanks = one_in(3);
    m_listing.text = one_in(6) ? "\xEF\xBB\xBF" : "";
    for (std::size_t s = 0, count = 1 + below(3); s < count; ++s) {
        std::string section;
        if (s > 0 || !one_in(5)) {
            section = pick(sections);
            const std::size_t begin = m_listing.text.size();
            add_header(section);
            section = m_listing.text.find(section, begin) == std::string::npos ? capitals(section) : section;
        }
        for (std::size_t i = 0, items = 1 + below(8); i < items; ++i) {
            m_place = mixed ? pick(usual) : m_place;
            add_item(section);
        }
    }
    if (one_in(4)) {
        m_listing.text.resize(m_listing.text.size() - m_line_end.size());
    }
    return std::move(m_listing);
}

} // namespace qosar::composed
