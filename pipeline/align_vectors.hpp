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
    /// Reads or asks for the vectors; learns from ladders without them what their cosines tell, and says so on stderr.
    /// `read` gives the texts of a job, `align` its ladder.
    AlignVectors(const VectorOptions& options, std::size_t jobs, const std::function<Job(std::size_t)>& read,
                 const std::function<Ladder(Job&)>& align);

    /// Empty where the vectors do not help, or the job has none.
    [[nodiscard]] Similarity similarity(const Job& job) const;

private:
    [[nodiscard]] std::shared_ptr<VectorSimilarity> compared(const Job& job) const;

    VectorSource m_source;
    MeanVector m_first_mean;
    MeanVector m_second_mean;
    std::size_t m_dimension = 0;
    VectorWeights m_weights;
};

} // namespace qosar
