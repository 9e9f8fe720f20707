// Files of vectors: a matrix of finite numbers, or an Error that names the file. The first byte says how many rows
// there should be, the second how long they are.
#include <cmath>

#include "fuzz.hpp"
#include "qosar/align/vector_similarity.hpp"
#include "qosar/base/error.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qosar;
    if (size < 2) {
        return 0;
    }
    const fuzz::File file(fuzz::bytes_of(data + 2, size - 2), ".vectors");
    try {
        const VectorMatrix matrix = map_vectors(file.path(), data[0] % 8, data[1] % 4,
                                                [&](std::size_t row) { return (row + data[1]) % 2 == 0; });
        const SideVectors side = vectors_in_order(matrix);
        const MeanVector none;
        const VectorSimilarity similarity(side, none.with(side), side, none.with(side));
        for (std::size_t i = 0; i < side.sentences(); ++i) {
            for (std::size_t j = i; j < side.sentences(); ++j) {
                const auto there = similarity.cosine({i, i + 1}, {i, j + 1});
                const auto back = similarity.cosine({i, j + 1}, {i, i + 1});
                fuzz::check(!there || std::abs(*there) <= 1, "a cosine is one");
                fuzz::check(there.has_value() == back.has_value(), "sides can be exchanged");
            }
        }
    } catch (const Error& error) {
        fuzz::check(std::string_view(error.what()).find(file.path().string()) != std::string_view::npos,
                    "an Error names the file");
    }
    return 0;
}
