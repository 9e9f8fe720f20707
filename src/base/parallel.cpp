#include "qosar/base/parallel.hpp"

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

namespace qosar {

std::size_t thread_count(std::size_t threads) {
    const std::size_t cores = std::thread::hardware_concurrency();
    return threads > 0 ? threads : (cores > 0 ? cores : 1);
}

namespace detail {

namespace {

/// The first exception of any stage. oneTBB leaks the items that are under way when a stage throws, so none does:
/// the reader stops, what is under way runs through empty, and the exception comes out at the end.
class FirstFailure {
public:
    template <typename Step>
    void guard(Step&& step) {
        if (m_failed) {
            return;
        }
        try {
            step();
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            if (!m_exception) {
                m_exception = std::current_exception();
            }
            m_failed = true;
        }
    }

    void rethrow() const {
        if (m_exception) {
            std::rethrow_exception(m_exception);
        }
    }

private:
    std::atomic<bool> m_failed{false};
    std::mutex m_mutex;
    std::exception_ptr m_exception;
};

} // namespace

void parallel_map(std::size_t threads, const std::function<AnyItem()>& read,
                  const std::function<AnyItem(const AnyItem&)>& work,
                  const std::function<void(const AnyItem&)>& write) {
    const std::size_t count = thread_count(threads);
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, count);
    FirstFailure failure;

    // TBB drops what is under way when an exception ends the pipeline, so it only gets pointers to slots of our own.
    // Items end in the order of reading, so a slot is free when its turn comes again.
    std::vector<AnyItem> slots(4 * count);
    std::size_t next = 0;

    const auto reader =
        tbb::make_filter<void, AnyItem*>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) {
            AnyItem& slot = slots[next++ % slots.size()];
            slot = read();
            if (!slot) {
                flow.stop();
            }
            return &slot;
        });
    const auto worker = tbb::make_filter<AnyItem*, AnyItem*>(tbb::filter_mode::parallel, [&](AnyItem* slot) {
        *slot = work(*slot);
        return slot;
    });
    const auto writer = tbb::make_filter<AnyItem*, void>(tbb::filter_mode::serial_in_order, [&](AnyItem* slot) {
        write(*slot);
        slot->reset();
    });
    tbb::parallel_pipeline(slots.size(), reader & worker & writer);
}

} // namespace detail

} // namespace qosar
