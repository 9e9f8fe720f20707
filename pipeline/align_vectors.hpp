// Sentence vectors as evidence in `align`: what they tell in these texts, and for each bead.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

#include "align_job.hpp"
#include "qosar/align/vector_fit.hpp"
#include "vector_source.hpp"

namespace qosar {

class AlignVectors {
public:
    /// Reads or asks for the vectors. `read` gives the texts of a job.
    AlignVectors(const VectorOptions& options, std::size_t jobs, const std::function<Job(std::size_t)>& read);

    /// Learns from ladders without vectors what their cosines tell, and says so on stderr. `align` gives a job its
    /// ladder.
    void learn(const std::function<Ladder(Job&)>& align);

    /// Empty before `learn`, where the vectors do not help, and where the job has none.
    [[nodiscard]] Similarity similarity(const Job& job) const;

private:
    [[nodiscard]] std::shared_ptr<VectorSimilarity> compared(const Job& job) const;

    std::size_t m_jobs;
    std::function<Job(std::size_t)> m_read;
    VectorSource m_source;
    MeanVector m_first_mean;
    MeanVector m_second_mean;
    std::size_t m_dimension = 0;
    VectorWeights m_weights;
};

} // namespace qosar
