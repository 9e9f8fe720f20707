#include "qosar/words/import.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <zlib.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"
#include "qosar/words/lexicon_text.hpp"

namespace qosar {
namespace {

Imported import(const std::filesystem::path& path, ImportOptions options = {}) {
    options.source = {"test", "CC0-1.0"};
    return import_dictionary(path, *dictionary_format(path), options);
}

/// Rows of the text form, without its comments.
std::string rows(const Imported& imported) {
    std::string text = lexicon_text(imported.translations);
    while (text.starts_with('#')) {
        text.erase(0, text.find('\n') + 1);
    }
    return text;
}

std::string rows_of(const std::string& name, const std::string& bytes) {
    const Scratch scratch;
    return rows(import(scratch.write(name, bytes)));
}

/// The message with which a file is refused; empty if it is taken.
std::string refusal(const std::string& name, const std::string& bytes, const ImportOptions& options = {}) {
    const Scratch scratch;
    try {
        import(scratch.write(name, bytes), options);
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find(name.substr(0, name.find('.'))), std::string::npos) << error.what();
        return error.what();
    }
    return "";
}

bool says(const std::string& message, const std::string& part) { return message.find(part) != std::string::npos; }

const std::string po_header = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";

std::string big(std::uint32_t value) {
    return {static_cast<char>(value >> 24U), static_cast<char>(value >> 16U), static_cast<char>(value >> 8U),
            static_cast<char>(value)};
}

/// A compiled catalogue as msgfmt writes it, in either byte order.
std::string mo(const std::vector<std::pair<std::string, std::string>>& messages, bool big_endian) {
    const auto number = [&](std::size_t value) {
        std::string bytes = big(static_cast<std::uint32_t>(value));
        return big_endian ? bytes : std::string(bytes.rbegin(), bytes.rend());
    };
    const std::size_t tables = 28;
    const std::size_t texts = tables + 16 * messages.size();
    std::string ids;
    std::string translations;
    std::string data;
    for (const auto& [id, translation] : messages) {
        ids += number(id.size()) + number(texts + data.size());
        data += id + '\0';
        translations += number(translation.size()) + number(texts + data.size());
        data += translation + '\0';
    }
    return number(0x950412de) + number(0) + number(messages.size()) + number(tables) +
           number(tables + 8 * messages.size()) + number(0) + number(0) + ids + translations + data;
}

std::string gzip(const std::string& bytes) {
    const Scratch scratch;
    const auto path = scratch / "packed.gz";
    gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(file);
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct StarDict {
    std::string ifo = "StarDict's dict ifo file\nversion=2.4.2\nwordcount=2\nsametypesequence=m\n";
    std::string idx;
    std::string dict;

    void add(const std::string& word, const std::string& article) {
        idx += word + '\0' + big(static_cast<std::uint32_t>(dict.size())) +
               big(static_cast<std::uint32_t>(article.size()));
        dict += article;
    }
    [[nodiscard]] std::filesystem::path write(const Scratch& scratch) const {
        scratch.write("d.idx", idx);
        scratch.write("d.dict", dict);
        return scratch.write("d.ifo", ifo);
    }
};

TEST(Import, tells_formats_by_name) {
    EXPECT_EQ(dictionary_format(std::string_view("stardict")), DictionaryFormat::stardict);
    EXPECT_EQ(dictionary_format(std::filesystem::path("a/b.c.tmx")), DictionaryFormat::tmx);
    EXPECT_EQ(dictionary_format(std::string_view("pdf")), std::nullopt);
    EXPECT_EQ(dictionary_format(std::filesystem::path("tmx")), std::nullopt);
}

TEST(Import, takes_words_and_short_terms_once_the_most_frequent_first) {
    const Scratch scratch;
    const Imported imported = import(scratch.write("d.dic", "Әрекет @ Action\nКүй @ State\nКүйі @ State\nкүйі @ state\n"
                                                            "Бұл – бір ұзын сөйлем @ This is one whole sentence\n"
                                                            "%s файлы @ File %s\nOK @ OK\n12 @ 12\nҮ @ A\n"));
    EXPECT_EQ(rows(imported), "Action\tӘрекет\t\nState\tКүйі; Күй\t\n");
    EXPECT_EQ(imported.read, 9U);
    EXPECT_EQ(imported.skipped, 5U);
    EXPECT_EQ(imported.translations.sources.at(0), (TranslationSource{"test", "CC0-1.0"}));
}

TEST(Import, takes_off_what_catalogues_add) {
    EXPECT_EQ(rows_of("d.dic", "_Ашу… @ _Open...\n~Сақтау @ ~Save\nАты: @ Name:\n"),
              "Open\tАшу\t\nSave\tСақтау\t\nName\tАты\t\n");
}

TEST(Import, of_text_keeps_weights_and_sources) {
    const std::string text = "# languages: en kk\n# source: x\n# licence: MIT\nlaw\tзаң\tn\t0.5\t0.25\t3\n";
    const Scratch scratch;
    EXPECT_EQ(lexicon_text(import(scratch.write("t.tsv", text)).translations), text);
}

TEST(ImportTmx, takes_the_segments_of_both_languages) {
    EXPECT_EQ(rows_of("m.tmx", "<?xml version=\"1.0\"?><!DOCTYPE tmx SYSTEM \"tmx14.dtd\">"
                               "<tmx version=\"1.4\"><header/><body>"
                               "<tu><note>Note</note><tuv xml:lang=\"EN-us\"><seg>draft <hi>law</hi></seg></tuv>"
                               "<tuv xml:lang=\"ru\"><seg>законопроект</seg></tuv>"
                               "<tuv xml:lang=\"kk\"><seg>заң <bpt i=\"1\">&lt;b&gt;</bpt>жобасы</seg></tuv></tu>"
                               "<tu><tuv lang=\"en\"><seg>water</seg></tuv></tu>"
                               "<tu><tuv lang=\"kk-KZ\"><seg>жер</seg></tuv><tuv lang=\"en\"><seg>land</seg></tuv></tu>"
                               "</body></tmx>"),
              "draft law\tзаң жобасы\t\nland\tжер\t\n");
}

TEST(ImportTmx, refuses_what_is_broken_or_hostile) {
    EXPECT_TRUE(says(refusal("m.tmx", ""), "m.tmx:"));
    EXPECT_TRUE(says(refusal("m.tmx", "<tmx>\n<body>\n<tu></body></tmx>"), "m.tmx:3"));
    EXPECT_TRUE(says(refusal("m.tmx", "<html/>"), "no TMX"));
    EXPECT_TRUE(says(refusal("m.tmx", "law\tзаң\n"), "m.tmx:1"));
    EXPECT_TRUE(says(refusal("m.tmx", "<tmx><seg>\xFF\xFE\xFA</seg></tmx>"), "m.tmx:1"));
    std::string bomb = "<!DOCTYPE tmx [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c <= 'k'; ++c) {
        bomb += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i) {
            bomb += std::string("&") + static_cast<char>(c - 1) + ";";
        }
        bomb += "\">";
    }
    bomb +=
        "]><tmx><body><tu><tuv lang=\"en\"><seg>&k;</seg></tuv><tuv lang=\"kk\"><seg>&k;</seg></tuv></tu></body></tmx>";
    const Scratch scratch;
    try {
        EXPECT_TRUE(import(scratch.write("m.tmx", bomb)).translations.all.empty());
    } catch (const Error&) { // as good
    }
    const std::string file =
        "<!DOCTYPE tmx [<!ENTITY x SYSTEM \"/etc/passwd\">]><tmx><body><tu><tuv lang=\"en\"><seg>&x;"
        "</seg></tuv><tuv lang=\"kk\"><seg>сыр</seg></tuv></tu></body></tmx>";
    EXPECT_TRUE(import(scratch.write("m.tmx", file)).translations.all.empty());
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<tu>";
    }
    EXPECT_FALSE(refusal("m.tmx", "<tmx>" + deep).empty());
}

TEST(ImportDix, takes_entries_with_their_part_of_speech) {
    EXPECT_EQ(
        rows_of("apertium-eng-kaz.dix",
                "<dictionary><sdefs><sdef n=\"n\"/></sdefs><pardefs><pardef n=\"x\"><e><p><l>no</l><r>жоқ</r></p></e>"
                "</pardef></pardefs><section id=\"main\" type=\"standard\">"
                "<e><p><l>draft<b/>law<s n=\"n\"/></l><r>заң<b/>жобасы<s n=\"n\"/></r></p></e>"
                "<e r=\"LR\"><p><l>Tokayev<s n=\"np\"/><s n=\"ant\"/></l><r>Тоқаев<s n=\"np\"/></r></p></e>"
                "<e><i>abc<s n=\"adj\"/></i></e>"
                "<e><re>[0-9]+</re><p><l>tenge</l><r>теңге</r></p></e>"
                "</section></dictionary>"),
        "draft law\tзаң жобасы\tn\nTokayev\tТоқаев\tname\n");
    EXPECT_TRUE(says(refusal("d.dix", "<tmx/>"), "no Apertium"));
    EXPECT_TRUE(says(refusal("d.dix", "<dictionary><section>"), "d.dix:1"));
    EXPECT_TRUE(says(refusal("d.dix", ""), "d.dix"));
    EXPECT_EQ(rows_of("d.dix", "<dictionary/>"), "");
}

TEST(ImportPo, takes_messages) {
    EXPECT_EQ(rows_of("kk.po", po_header +
                                   "# a comment\n#: file.c:7\nmsgctxt \"menu\"\nmsgid \"Open \"\n\"file\"\n"
                                   "msgstr \"Файлды \"\n\"ашу\"\n\n#, fuzzy\nmsgid \"Close\"\nmsgstr \"Ашу\"\n\n"
                                   "msgid \"%d day\"\nmsgid_plural \"Days\"\nmsgstr[0] \"%d күн\"\nmsgstr[1] "
                                   "\"Күндер\"\n\nmsgid \"Say \\\"yes\\\"\"\nmsgstr \"\"\n"
                                   "#~ msgid \"Old\"\n#~ msgstr \"Ескі\"\nmsgid \"Time\"\nmsgstr \"Уақыт\""),
              "Open file\tФайлды ашу\t\nDays\tКүндер\t\nTime\tУақыт\t\n");
}

TEST(ImportPo, names_the_line_that_is_broken) {
    EXPECT_TRUE(says(refusal("kk.po", "msgid \"a\"\nmsgstr \"b\n"), "kk.po:2"));
    EXPECT_TRUE(says(refusal("kk.po", "\"text\"\n"), "kk.po:1"));
    EXPECT_TRUE(says(refusal("kk.po", "msgid \"a\"\nnonsense\n"), "kk.po:2"));
    EXPECT_TRUE(says(refusal("kk.po", "msgid \"a\"\nmsgfoo \"b\"\n"), "msgfoo"));
    EXPECT_TRUE(says(refusal("kk.po", ""), "msgid"));
    EXPECT_EQ(rows_of("kk.po", "msgid \"a\"\nmsgstr \"" + std::string(5'000'000, 'b') + "\"\n"), "");
    EXPECT_EQ(rows_of("kk.po", std::string("msgid \"wat") + '\0' + "er\"\nmsgstr \"су\"\n"), "");
}

TEST(ImportMo, takes_messages_in_either_byte_order) {
    const std::vector<std::pair<std::string, std::string>> messages{
        {"", "Content-Type: text/plain; charset=UTF-8\n"},
        {"Open", "Ашу"},
        {std::string("menu\x04") + "_Close", "_Жабу"},
        {std::string("Day\0Days", 8), std::string("Күн\0Күндер", 19)},
        {"Untranslated", ""}};
    for (const bool big_endian : {false, true}) {
        EXPECT_EQ(rows_of("kk.mo", mo(messages, big_endian)),
                  "Open\tАшу\t\nClose\tЖабу\t\nDays\tКүндер\t\nDay\tКүн\t\n");
    }
}

TEST(ImportMo, is_never_read_outside_its_bounds) {
    const std::string good = mo({{"", "charset=UTF-8\n"}, {"Open", "Ашу"}, {"Close", "Жабу"}}, false);
    const Scratch scratch;
    for (std::size_t size = 0; size < good.size() - 1; ++size) {
        EXPECT_FALSE(refusal("kk.mo", good.substr(0, size)).empty()) << size;
    }
    std::size_t refused = 0;
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (const int flip : {0x01, 0x80, 0xff}) {
            std::string bad = good;
            bad[i] = static_cast<char>(bad[i] ^ flip);
            refused += refusal("kk.mo", bad).empty() ? 0 : 1;
        }
    }
    EXPECT_GT(refused, 50U);
    std::string many = good;
    many[8] = many[9] = many[10] = many[11] = '\xff'; // four milliards of messages
    EXPECT_FALSE(refusal("kk.mo", many).empty());
}

TEST(ImportDic, has_the_second_language_first) {
    EXPECT_EQ(rows_of("d.dic", "заң жобасы @ draft law\r\n\nсу @ water\n"), "draft law\tзаң жобасы\t\nwater\tсу\t\n");
    EXPECT_TRUE(says(refusal("d.dic", "су @ water\nlaw\n"), "d.dic:2"));
    EXPECT_EQ(rows_of("d.dic", ""), "");
    EXPECT_TRUE(says(refusal("d.dic", "\xFF\xD0 @ \xFF\n"), "d.dic:1")) << "in what ICU takes it for, there is no @";
}

TEST(ImportStarDict, takes_the_pieces_of_articles) {
    StarDict dictionary;
    dictionary.add("law", "1) заң, құқық (юр.)\n2) заң; тәртіп");
    dictionary.add("water", "су");
    const Scratch scratch;
    EXPECT_EQ(rows(import(dictionary.write(scratch))), "law\tзаң; құқық; тәртіп\t\nwater\tсу\t\n");
}

TEST(ImportStarDict, reads_packed_and_marked_up_ones) {
    StarDict dictionary;
    dictionary.ifo = "StarDict's dict ifo file\nversion=3.0.0\nsametypesequence=tx\n";
    dictionary.add("water", std::string("wɔːtə") + '\0' + "<k>water</k><def>су</def><def>&lt;ылғал</def>");
    const Scratch scratch;
    scratch.write("d.idx.gz", gzip(dictionary.idx));
    scratch.write("d.dict.dz", gzip(dictionary.dict));
    const std::string found = rows(import(scratch.write("d.ifo", dictionary.ifo)));
    EXPECT_TRUE(found.starts_with("water\tсу")) << found;
}

TEST(ImportStarDict, refuses_what_does_not_fit_together) {
    StarDict good;
    good.add("law", "заң");
    good.add("water", "су");
    for (std::size_t size = 1; size < good.idx.size(); ++size) {
        StarDict bad = good;
        bad.idx.resize(size);
        const Scratch scratch;
        const auto path = bad.write(scratch);
        if (size != std::string("law").size() + 9) {
            EXPECT_THROW(import(path), Error) << size;
        }
    }
    StarDict far = good;
    far.dict = "x";
    const Scratch scratch;
    EXPECT_THROW(import(far.write(scratch)), Error);
    EXPECT_THROW(import(scratch.write("alone.ifo", good.ifo)), Error);
    EXPECT_THROW(import(scratch.write("d.ifo", "no dictionary")), Error);
    scratch.write("p.idx", good.idx);
    const std::string packed = gzip(std::string(100'000, 'x'));
    scratch.write("p.dict.dz", packed.substr(0, packed.size() / 2));
    EXPECT_THROW(import(scratch.write("p.ifo", good.ifo)), Error);
}

TEST(ImportStarDict, does_not_unpack_bombs) {
    const Scratch scratch;
    scratch.write("b.idx", "");
    scratch.write("b.dict.dz", gzip(std::string(5'000'000, '\0')));
    ImportOptions options;
    options.max_bytes = 1'000'000;
    EXPECT_THROW(import(scratch.write("b.ifo", StarDict{}.ifo), options), Error);
}

TEST(Import, has_a_limit_for_files) {
    ImportOptions options;
    options.max_bytes = 10;
    for (const char* name : {"d.dic", "d.po", "d.mo", "d.tmx", "d.dix", "d.tsv", "d.ifo"}) {
        EXPECT_TRUE(says(refusal(name, std::string(100, 'x'), options), "limit")) << name;
    }
}

TEST(Import, names_the_file_that_is_not_there) {
    for (const char* name : {"d.dic", "d.po", "d.mo", "d.tmx", "d.dix", "d.tsv", "d.ifo"}) {
        const Scratch scratch;
        EXPECT_THROW(import(scratch / name), Error) << name;
    }
}

} // namespace
} // namespace qosar
