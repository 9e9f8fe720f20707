#include "segment_passes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "qosar/base/error.hpp"

namespace qosar {

SegmentOptions options_without(const std::vector<std::string>& passes) {
    using Pass = std::pair<std::string_view, bool SegmentOptions::*>;
    constexpr std::array<Pass, 5> known{{{"glued", &SegmentOptions::glued},
                                         {"lowercase", &SegmentOptions::lowercase},
                                         {"lists", &SegmentOptions::lists},
                                         {"wrapped", &SegmentOptions::wrapped},
                                         {"headings", &SegmentOptions::headings}}};
    SegmentOptions options;
    for (const std::string& name : passes) {
        const auto* const pass =
            std::find_if(known.begin(), known.end(), [&](const Pass& p) { return p.first == name; });
        if (pass == known.end()) {
            throw UsageError("--without knows glued, lowercase, lists, wrapped and headings, not '" + name + "'");
        }
        options.*pass->second = false;
    }
    return options;
}

} // namespace qosar
