#include "qosar/base/parallel.hpp"

#include <thread>

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

namespace qosar {

std::size_t thread_count(std::size_t threads) {
    const std::size_t cores = std::thread::hardware_concurrency();
    return threads > 0 ? threads : (cores > 0 ? cores : 1);
}

namespace detail {

void parallel_map(std::size_t threads, const std::function<AnyItem()>& read,
                  const std::function<AnyItem(const AnyItem&)>& work,
                  const std::function<void(const AnyItem&)>& write) {
    const std::size_t count = thread_count(threads);
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, count);

    const auto reader =
        tbb::make_filter<void, AnyItem>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) {
            AnyItem item = read();
            if (!item) {
                flow.stop();
            }
            return item;
        });
    const auto worker = tbb::make_filter<AnyItem, AnyItem>(tbb::filter_mode::parallel, work);
    const auto writer = tbb::make_filter<AnyItem, void>(tbb::filter_mode::serial_in_order, write);
    tbb::parallel_pipeline(4 * count, reader & worker & writer);
}

} // namespace detail

} // namespace qosar
