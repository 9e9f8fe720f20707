#include "qosar/words/lexicon_image.hpp"

#include <cstring>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"
#include "qosar/base/hash.hpp"
#include "qosar/language/stem.hpp"

namespace qosar {
namespace {

const LanguagePack& en() { return language_pack("en"); }
const LanguagePack& kk() { return language_pack("kk"); }

const Translations& sample() {
    static const Translations translations{"en",
                                           "kk",
                                           {{"law.tsv", "Apache-2.0"}, {"trained", ""}},
                                           {{"law", "заң", 0.75, 0.5, 0, "n", 0},
                                            {"law", "құқық", 0.25, 1, 0, "n", 0},
                                            {"draft law", "заң жобасы", 1, 1, 0, "n", 0},
                                            {"bill", "заң жобасы", 0.5, 0.5, 12, "", 1},
                                            {"legal", "заңды", 1, 0.5, 3, "adj", 1}}};
    return translations;
}

std::string sample_bytes() { return lexicon_image(en(), kk(), sample()); }

KeyId key_of(const LanguagePack& pack, const char* word) { return key_id(match_key(pack, word)); }

std::vector<std::string> from_first(const LexiconImage& image, const char* word) {
    std::vector<std::string> texts;
    image.from_first(key_of(en(), word), [&](const LexiconEntry& entry) {
        texts.push_back(std::string(entry.first_text) + "=" + std::string(entry.second_text));
    });
    return texts;
}

std::vector<std::string> from_second(const LexiconImage& image, const char* word) {
    std::vector<std::string> texts;
    image.from_second(key_of(kk(), word), [&](const LexiconEntry& entry) {
        texts.push_back(std::string(entry.first_text) + "=" + std::string(entry.second_text));
    });
    return texts;
}

TEST(LexiconImage, is_asked_from_either_side) {
    const LexiconImage image = LexiconImage::checked(sample_bytes(), "sample");
    EXPECT_EQ(image.first_language(), "en");
    EXPECT_EQ(image.second_language(), "kk");
    EXPECT_EQ(image.size(), 5U);
    EXPECT_EQ(from_first(image, "law"), (std::vector<std::string>{"law=заң", "law=құқық"}));
    EXPECT_EQ(from_first(image, "drafts"), (std::vector<std::string>{"draft law=заң жобасы"}));
    EXPECT_TRUE(from_first(image, "water").empty());
    EXPECT_EQ(from_second(image, "құқықтың"), (std::vector<std::string>{"құқық=law"}));
    const std::vector<std::string> of_law = from_second(image, "заңның");
    EXPECT_EQ(of_law.size(), 3U) << "law, and the two terms whose Kazakh begins with it";
    EXPECT_TRUE(image.has_first(key_of(en(), "law")));
    EXPECT_TRUE(image.has_second(key_of(kk(), "жобасы"))) << "it stands within a term";
    EXPECT_FALSE(image.has_second(key_of(kk(), "су")));
    EXPECT_FALSE(image.has_first(no_key));
}

TEST(LexiconImage, keeps_what_was_given) {
    const LexiconImage image = LexiconImage::checked(sample_bytes(), "sample");
    std::size_t found = 0;
    image.from_first(key_of(en(), "bill"), [&](const LexiconEntry& entry) {
        ++found;
        EXPECT_EQ(entry.first_text, "bill");
        EXPECT_EQ(entry.second_text, "заң жобасы");
        EXPECT_EQ(entry.second.size(), 2U);
        EXPECT_EQ(entry.forward, 0.5);
        EXPECT_EQ(entry.backward, 0.5);
        EXPECT_EQ(entry.count, 12U);
        EXPECT_EQ(entry.part_of_speech, "");
        EXPECT_EQ(image.source(entry.source), (TranslationSource{"trained", ""}));
    });
    EXPECT_EQ(found, 1U);
    EXPECT_EQ(image.source(0), (TranslationSource{"law.tsv", "Apache-2.0"}));
}

TEST(LexiconImage, has_the_same_bytes_for_the_same_translations) { EXPECT_EQ(sample_bytes(), sample_bytes()); }

TEST(LexiconImage, may_be_empty) {
    const LexiconImage image = LexiconImage::checked(lexicon_image(en(), kk(), {"en", "kk", {}, {}}), "empty");
    EXPECT_EQ(image.size(), 0U);
    EXPECT_TRUE(from_first(image, "law").empty());
}

TEST(LexiconImage, refuses_to_be_made_of_nonsense) {
    EXPECT_THROW(lexicon_image(en(), kk(), {"en", "kk", {}, {{"law", "заң", 1, 1, 0, "n", 7}}}), Error);
}

TEST(LexiconImage, every_flipped_bit_is_seen) {
    const std::string good = sample_bytes();
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ (1 << (i % 8)));
        EXPECT_THROW(LexiconImage::checked(bad, "bad"), Error) << "byte " << i;
    }
}

TEST(LexiconImage, every_cut_is_seen) {
    const std::string good = sample_bytes();
    for (std::size_t size = 0; size < good.size(); ++size) {
        EXPECT_THROW(LexiconImage::checked(good.substr(0, size), "cut"), Error) << size;
    }
    EXPECT_THROW(LexiconImage::checked(good + "x", "long"), Error);
}

/// The image with some bytes changed and a checksum that fits them again, as only an attacker would make it.
std::string forged(std::string bytes) {
    constexpr std::size_t checksum = 24; // behind magic, version, byte order and size
    const std::uint64_t hash = hash64(std::string_view(bytes).substr(checksum + 8));
    std::memcpy(bytes.data() + checksum, &hash, sizeof hash);
    return bytes;
}

TEST(LexiconImage, a_forged_one_is_refused_or_read_within_its_bounds) {
    const std::string good = sample_bytes();
    ASSERT_EQ(forged(good), good);
    std::size_t refused = 0;
    for (std::size_t i = 32; i < good.size(); ++i) {
        for (const int flip : {0x01, 0x80, 0xff}) {
            std::string bad = good;
            bad[i] = static_cast<char>(bad[i] ^ flip);
            try {
                const LexiconImage image = LexiconImage::checked(forged(bad), "forged");
                std::size_t bytes = 0;
                for (std::size_t n = 0; n < image.size(); ++n) {
                    const LexiconEntry entry = image.entry(n);
                    bytes +=
                        entry.first_text.size() + entry.second_text.size() + image.source(entry.source).name.size();
                    for (const KeyId key : {entry.first.back(), entry.second.back()}) {
                        image.from_first(key, [&](const LexiconEntry& e) { bytes += e.first_text.size(); });
                        image.from_second(key, [&](const LexiconEntry& e) { bytes += e.first_text.size(); });
                    }
                }
                EXPECT_LT(bytes, 100'000U);
            } catch (const Error&) {
                ++refused;
            }
        }
    }
    EXPECT_GT(refused, good.size() / 4);
}

TEST(LexiconImage, says_what_is_wrong) {
    const auto message = [](const std::string& bytes) -> std::string {
        try {
            LexiconImage::checked(bytes, "my.lex");
        } catch (const Error& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_NE(message("# law\tзаң\n").find("my.lex"), std::string::npos);
    std::string version = sample_bytes();
    version[8] = 9;
    EXPECT_NE(message(version).find("version is 9"), std::string::npos);
    std::string turned = sample_bytes();
    std::swap(turned[12], turned[15]);
    EXPECT_NE(message(turned).find("byte order"), std::string::npos);
    EXPECT_NE(message(sample_bytes() + "x").find("bytes"), std::string::npos);
    std::string damaged = sample_bytes();
    damaged.back() = '\xff';
    EXPECT_NE(message(damaged).find("damaged"), std::string::npos);
}

TEST(LexiconImage, is_mapped_from_a_file) {
    const Scratch scratch;
    const auto path = scratch.path() / "sample.lex";
    publish_file(path, sample_bytes());
    const LexiconImage image = LexiconImage::mapped(path);
    std::filesystem::remove(path);
    EXPECT_EQ(from_first(image, "law").size(), 2U) << "the mapping outlives its name";
    EXPECT_THROW(LexiconImage::mapped(path), Error);
    EXPECT_THROW(LexiconImage::mapped(scratch.path()), Error);
    publish_file(path, "");
    EXPECT_THROW(LexiconImage::mapped(path), Error);
}

TEST(LexiconImage, knows_when_the_stemmer_has_changed) {
    const LexiconImage image = LexiconImage::checked(sample_bytes(), "sample");
    EXPECT_NO_THROW(image.check_keys(en(), kk(), "sample"));
    EXPECT_THROW(image.check_keys(en(), language_pack("ru"), "sample"), Error);
}

} // namespace
} // namespace qosar
