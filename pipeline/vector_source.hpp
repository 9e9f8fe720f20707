// Where `align` has sentence vectors from: files beside the texts, files for many texts, or a service.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "align_job.hpp"
#include "command_line.hpp"
#include "qosar/align/sentence_vectors.hpp"
#include "qosar/web/embedding_service.hpp"

namespace qosar {

struct VectorOptions {
    std::string from_vectors;
    std::string to_vectors;
    std::string from_lines; ///< what the rows stand for; else they are the text's lines
    std::string to_lines;
    std::size_t dimension = 0;
    std::string api;
    std::string token_variable = "QOSAR_EMBED_TOKEN";
    EmbeddingOptions service;

    void add_to(CommandLine& line);
    /// Throws UsageError where they do not go together.
    void check(bool batch) const;
};

/// Rows, and what they stand for.
struct NamedVectors {
    VectorMatrix matrix;
    LineRows lines;
};

class VectorSource {
public:
    /// Reads the files that are for all jobs. Where there is a service, it is asked here for each sentence of all jobs
    /// once, in their order; its answers lie in a file without a name.
    VectorSource(VectorOptions options, std::size_t jobs, const std::function<Job(std::size_t)>& read);

    /// The vectors of both texts. Nothing where a job has none.
    [[nodiscard]] std::optional<std::pair<SideVectors, SideVectors>> of(const Job& job) const;

private:
    VectorOptions m_options;
    NamedVectors m_first; ///< for all jobs
    NamedVectors m_second;
};

} // namespace qosar
