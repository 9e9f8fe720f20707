// The dataset card: README.md of a corpus.
#pragma once

#include <string>

#include "qosar/corpus/counts.hpp"
#include "qosar/corpus/records.hpp"

namespace qosar {

/// Markdown with YAML front matter from which `load_dataset` finds pairs and documents.
std::string dataset_card(const CorpusCounts& counts, const Languages& languages);

} // namespace qosar
