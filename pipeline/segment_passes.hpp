// The passes of the segmenter as words of the command line.
#pragma once

#include <string>
#include <vector>

#include "qosar/segment/options.hpp"

namespace qosar {

/// The default options without the passes of these names. Throws UsageError for a name that is none.
SegmentOptions options_without(const std::vector<std::string>& passes);

} // namespace qosar
