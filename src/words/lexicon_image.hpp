// How the bytes of a lexicon image lie; docs/formats.md describes them. For its writer and its reader only.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "qosar/words/lexicon_image.hpp"

namespace qosar::image {

inline constexpr std::string_view magic_bytes = "QOSARLEX";
inline constexpr std::uint32_t format_version = 1;
inline constexpr std::uint32_t native_byte_order = 0x01020304; ///< reads otherwise on a machine of the other kind

enum class Section { pairs, by_second, first_terms, second_terms, keys, first_slots, second_slots, sources, text };
inline constexpr std::size_t section_count = 9;

struct Header {
    struct Place {
        std::uint64_t offset; ///< from the beginning of the image, a multiple of 8
        std::uint64_t count;  ///< of its items
    };
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t byte_order;
    std::uint64_t size;                  ///< of the whole image in bytes
    std::uint64_t checksum;              ///< XXH3 of all that follows this member
    std::array<char, 16> first_language; ///< filled up with zeros
    std::array<char, 16> second_language;
    std::array<Place, section_count> sections;
};

struct TermRecord {
    std::uint32_t keys; ///< index of its first key
    std::uint32_t key_count;
    std::uint32_t text; ///< offset in the section of texts
    std::uint32_t text_size;
};

struct PairRecord {
    std::uint32_t first;
    std::uint32_t second;
    float forward;
    float backward;
    std::uint32_t count;
    std::uint16_t source;
    std::uint16_t part_of_speech; ///< index into parts_of_speech
};

struct SourceRecord {
    std::uint32_t name;
    std::uint32_t name_size;
    std::uint32_t licence;
    std::uint32_t licence_size;
};

} // namespace qosar::image
