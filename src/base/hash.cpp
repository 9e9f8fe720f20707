#include "qosar/base/hash.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <vector>

#include <openssl/evp.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "qosar/base/error.hpp"

namespace qosar {

namespace {

void append_hex(std::string& out, std::uint64_t value, int digits) {
    constexpr char alphabet[] = "0123456789abcdef";
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
        out += alphabet[(value >> static_cast<unsigned>(shift)) & 0xFU];
    }
}

} // namespace

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
};

Sha256::Sha256() : m_state(std::make_unique<State>()) {
    if (m_state->context == nullptr || EVP_DigestInit_ex(m_state->context, EVP_sha256(), nullptr) != 1) {
        throw Error("OpenSSL offers no SHA-256 here");
    }
}

Sha256::~Sha256() { EVP_MD_CTX_free(m_state->context); }

void Sha256::add(std::string_view bytes) { EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size()); }

std::string Sha256::hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_DigestFinal_ex(m_state->context, digest.data(), &length);
    std::string out;
    for (unsigned i = 0; i < length; ++i) {
        append_hex(out, digest[i], 2);
    }
    return out;
}

std::string sha256_hex(std::string_view bytes) {
    Sha256 sha;
    sha.add(bytes);
    return sha.hex();
}

std::string sha256_of_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        throw Error("cannot open " + path.string() + ": " + std::strerror(errno));
    }
    Sha256 sha;
    std::vector<char> block(1U << 16U);
    while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) || stream.gcount() > 0) {
        sha.add({block.data(), static_cast<std::size_t>(stream.gcount())});
    }
    if (stream.bad()) {
        throw Error("cannot read " + path.string() + ": " + std::strerror(errno));
    }
    return sha.hex();
}

Hash128 hash128(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.high64, hash.low64};
}

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) {
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::string hex(const Hash128& hash) {
    std::string out;
    append_hex(out, hash.high, 16);
    append_hex(out, hash.low, 16);
    return out;
}

} // namespace qosar
