#include "qosar/words/training_pairs.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"

namespace qosar {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Read {
    Pairs pairs;
    PairCounts counts;
};

class TrainingPairsTest : public testing::Test {
protected:
    std::string write(const std::string& name, const std::string& bytes) {
        return m_folder.write(name, bytes).string();
    }

    [[nodiscard]] std::string place(const std::string& name) const { return (m_folder.path() / name).string(); }

    static Read read(const std::vector<std::string>& inputs, const PairFilter& filter = {}) {
        TrainingPairs reader(inputs, "en", "kk", filter);
        Read out;
        for (TextPair pair; reader.next(pair);) {
            out.pairs.emplace_back(pair.first, pair.second);
        }
        EXPECT_FALSE([&] {
            TextPair pair;
            return reader.next(pair);
        }());
        out.counts = reader.counts();
        return out;
    }

    static std::string refusal(const std::string& input) {
        try {
            read({input});
        } catch (const Error& error) {
            return error.what();
        }
        return "";
    }

private:
    Scratch m_folder;
};

TEST_F(TrainingPairsTest, take_two_columns_and_heed_a_score) {
    const Read tsv = read({write("p.tsv", "a\tb\nc\td\t0.4\ne\tf\t0.6\tmore\ng\th\tno number\nno tab\n\xff\tx\n")});
    EXPECT_EQ(tsv.pairs, (Pairs{{"a", "b"}, {"e", "f"}, {"g", "h"}}));
    EXPECT_EQ(tsv.counts.read, 6U);
    EXPECT_EQ(tsv.counts.filtered, 1U);
    EXPECT_EQ(tsv.counts.broken, 2U);
}

TEST_F(TrainingPairsTest, take_sound_records_of_a_corpus) {
    const std::string records = R"({"translation":{"en":"a","kk":"b"},"score":0.9,"quality":"ok"})"
                                "\n"
                                R"({"translation":{"en":"c","kk":"d"},"score":0.3,"quality":"ok"})"
                                "\n"
                                R"({"translation":{"en":"e","kk":"f"},"score":0.9,"quality":"error"})"
                                "\n"
                                R"({"translation":{"en":"g","kk":1}})"
                                "\n"
                                R"({"translation":["en"]})"
                                "\n[1,2]\n{\"translation\":\n";
    write("corpus/pairs.jsonl", records);
    for (const std::string& input : {place("corpus"), write("x.jsonl", records)}) {
        const Read found = read({input});
        EXPECT_EQ(found.pairs, (Pairs{{"a", "b"}}));
        EXPECT_EQ(found.counts.filtered, 2U);
        EXPECT_EQ(found.counts.broken, 4U);
    }
    EXPECT_EQ(read({place("corpus")}, {0, true}).pairs, (Pairs{{"a", "b"}, {"c", "d"}, {"e", "f"}}));
}

TEST_F(TrainingPairsTest, take_two_files_of_lines) {
    write("m.en", "a\nc\xff\ne\n");
    write("m.kk", "b\nd\nf\n");
    const Read found = read({place("m")});
    EXPECT_EQ(found.pairs, (Pairs{{"a", "b"}, {"e", "f"}}));
    EXPECT_EQ(found.counts.broken, 1U);
    write("m.kk", "b\nd\n");
    EXPECT_NE(refusal(place("m")).find("different numbers of lines"), std::string::npos);
}

TEST_F(TrainingPairsTest, take_units_of_a_translation_memory) {
    const std::string path = write("t.tmx", R"(<?xml version="1.0"?><tmx version="1.4"><header/><body>
        <tu><tuv xml:lang="en-US"><seg>a <bpt i="1">&lt;b></bpt>good</seg></tuv><tuv xml:lang="KK"><seg>b</seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>alone</seg></tuv><tuv xml:lang="ru"><seg>r</seg></tuv></tu>
        </body></tmx>)");
    EXPECT_EQ(read({path}).pairs, (Pairs{{"a good", "b"}, {"alone", ""}}));
    EXPECT_EQ(read({write("p.tsv", "x\ty\n"), path}).pairs, (Pairs{{"x", "y"}, {"a good", "b"}, {"alone", ""}}));
}

TEST_F(TrainingPairsTest, refuse_broken_and_hostile_translation_memories) {
    const std::string head = "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><body>\n";
    const std::string unit = "<tu><tuv xml:lang='en'><seg>a</seg></tuv><tuv xml:lang='kk'><seg>b</seg></tuv></tu>\n";
    EXPECT_NE(refusal(write("cut.tmx", head + unit + "<tu><tuv")).find("cut.tmx:"), std::string::npos);
    EXPECT_NE(refusal(write("html.tmx", "<html/>")).find("no TMX"), std::string::npos);
    EXPECT_NE(refusal(write("empty.tmx", "")), "");
    EXPECT_NE(refusal(write("text.tmx", "a\tb\n")), "");
    std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx [<!ENTITY a0 \"aaaaaaaaaaaaaaaa\">";
    for (int i = 1; i < 12; ++i) {
        const std::string name = "&a" + std::to_string(i - 1) + ";";
        bomb +=
            "<!ENTITY a" + std::to_string(i) + " \"" + name + name + name + name + name + name + name + name + "\">";
    }
    bomb += "]>\n<tmx><body><tu><tuv xml:lang='en'><seg>&a11;</seg></tuv></tu></body></tmx>";
    EXPECT_NE(refusal(write("bomb.tmx", bomb)).find("bomb.tmx:1"), std::string::npos);
}

TEST_F(TrainingPairsTest, pass_over_lines_without_end) {
    const Read found = read({write("long.tsv", std::string(3U << 20U, 'x') + "\ty\na\tb\n")});
    EXPECT_EQ(found.pairs, (Pairs{{"a", "b"}}));
    EXPECT_EQ(found.counts.broken, 1U);
}

TEST_F(TrainingPairsTest, name_what_is_not_there) {
    EXPECT_NE(refusal(place("none.tsv")).find("none.tsv"), std::string::npos);
    std::filesystem::create_directories(place("no corpus"));
    EXPECT_NE(refusal(place("no corpus")).find("pairs.jsonl"), std::string::npos);
    EXPECT_TRUE(read({write("empty.tsv", "")}).pairs.empty());
}

} // namespace
} // namespace qosar
