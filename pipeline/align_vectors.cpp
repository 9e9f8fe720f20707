#include "align_vectors.hpp"

#include <iostream>

#include "interrupt.hpp"
#include "qosar/base/error.hpp"

namespace qosar {

AlignVectors::AlignVectors(const VectorOptions& options, std::size_t jobs, const std::function<Job(std::size_t)>& read)
    : m_jobs(jobs), m_read(read), m_source(options, jobs, read) {
    for (std::size_t i = 0; i < jobs; ++i) {
        stop_if_interrupted();
        const Job job = read(i);
        if (const auto vectors = m_source.of(job)) {
            for (const SideVectors* side : {&vectors->first, &vectors->second}) {
                if (side->sentences() > 0 && m_dimension != 0 && side->dimension != m_dimension) {
                    throw Error("vectors of " + std::to_string(side->dimension) + " numbers for " + job.files.first +
                                ", after others of " + std::to_string(m_dimension) + ": they are not of one model");
                }
                m_dimension = side->sentences() > 0 ? side->dimension : m_dimension;
            }
            m_first_mean.add(vectors->first);
            m_second_mean.add(vectors->second);
        }
    }
}

void AlignVectors::learn(const std::function<Ladder(Job&)>& align) {
    VectorFit fit;
    for (std::size_t i = 0; i < m_jobs && !fit.is_full(); ++i) {
        stop_if_interrupted();
        Job job = m_read(i);
        if (const auto similarity = compared(job)) {
            fit.add(align(job), *similarity);
        }
    }
    m_weights = fit.weights();
    std::cerr << "qosar: " << m_weights.report() << '\n';
}

std::shared_ptr<VectorSimilarity> AlignVectors::compared(const Job& job) const {
    auto vectors = m_source.of(job);
    if (!vectors || vectors->first.sentences() == 0 || vectors->second.sentences() == 0) {
        return nullptr;
    }
    std::vector<double> first_mean = m_first_mean.with(vectors->first);
    std::vector<double> second_mean = m_second_mean.with(vectors->second);
    return std::make_shared<VectorSimilarity>(std::move(vectors->first), std::move(first_mean),
                                              std::move(vectors->second), std::move(second_mean));
}

Similarity AlignVectors::similarity(const Job& job) const {
    const auto compared_texts = m_weights.helps ? compared(job) : nullptr;
    if (compared_texts == nullptr) {
        return {};
    }
    return [compared_texts, weights = m_weights](Range first, Range second) {
        return weights.log_odds(compared_texts->cosine(first, second));
    };
}

} // namespace qosar
