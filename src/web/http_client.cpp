#include "qosar/web/http_client.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <exception>
#include <string_view>

#include <curl/curl.h>

#include "qosar/base/error.hpp"
#include "qosar/base/version.hpp"

namespace qosar {

namespace {

struct ListDeleter {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, ListDeleter>;

/// libcurl is made ready once, before threads can ask for it at the same time.
void make_ready() {
    static const CURLcode state = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (state != CURLE_OK) {
        throw Error(std::string("libcurl does not start: ") + curl_easy_strerror(state));
    }
}

/// What libcurl's callbacks fill.
struct Receiver {
    HttpAnswer answer;
    const HttpOptions* options;
    bool too_large = false;
    std::exception_ptr thrown;
};

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* user) {
    auto& receiver = *static_cast<Receiver*>(user);
    const std::size_t bytes = size * count;
    if (bytes > receiver.options->most_bytes - receiver.answer.body.size()) {
        receiver.too_large = true;
        return 0;
    }
    receiver.answer.body.append(data, bytes);
    return bytes;
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* user) {
    auto& receiver = *static_cast<Receiver*>(user);
    std::string_view line(data, size * count);
    constexpr std::string_view name = "retry-after:";
    const bool is_it = line.size() > name.size() &&
                       std::equal(name.begin(), name.end(), line.begin(),
                                  [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
    if (is_it) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t", name.size()), line.size()));
        unsigned seconds = 0;
        if (std::from_chars(line.data(), line.data() + line.size(), seconds).ec == std::errc()) {
            receiver.answer.retry_after = seconds;
        }
    }
    return size * count;
}

int wait(void* user, curl_off_t /*down_all*/, curl_off_t /*down*/, curl_off_t /*up_all*/, curl_off_t /*up*/) {
    auto& receiver = *static_cast<Receiver*>(user);
    try {
        if (receiver.options->waiting) {
            receiver.options->waiting();
        }
        return 0;
    } catch (...) {
        receiver.thrown = std::current_exception();
        return 1;
    }
}

template <typename Value>
void set(CURL* handle, CURLoption option, Value value) {
    if (curl_easy_setopt(handle, option, value) != CURLE_OK) {
        throw Error("libcurl does not know what Qosar needs of it");
    }
}

long milliseconds(double seconds) { return std::lround(std::clamp(seconds, 0.001, 1e6) * 1000); }

} // namespace

struct HttpClient::State {
    CURL* handle = nullptr;
};

HttpClient::HttpClient(HttpOptions options) : m_options(std::move(options)), m_state(std::make_unique<State>()) {
    make_ready();
    m_state->handle = curl_easy_init();
    if (m_state->handle == nullptr) {
        throw Error("libcurl does not start");
    }
}

HttpClient::~HttpClient() { curl_easy_cleanup(m_state->handle); }

HttpAnswer HttpClient::send(const HttpRequest& request) {
    CURL* handle = m_state->handle;
    curl_easy_reset(handle); // connections stay open
    Receiver receiver{{}, &m_options, false, nullptr};
    List headers;
    for (const std::string& header : request.headers) {
        curl_slist* longer = curl_slist_append(headers.get(), header.c_str());
        if (longer == nullptr) {
            throw std::bad_alloc();
        }
        static_cast<void>(headers.release());
        headers.reset(longer);
    }
    char words[CURL_ERROR_SIZE] = "";
    set(handle, CURLOPT_URL, request.url.c_str());
    set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_USERAGENT, (std::string("qosar/") + version()).c_str());
    set(handle, CURLOPT_ACCEPT_ENCODING, "");
    set(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(m_options.connect_seconds));
    set(handle, CURLOPT_TIMEOUT_MS, milliseconds(m_options.total_seconds));
    set(handle, CURLOPT_ERRORBUFFER, static_cast<char*>(words));
    set(handle, CURLOPT_HTTPHEADER, headers.get());
    if (request.body) {
        set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body->size()));
        set(handle, CURLOPT_POSTFIELDS, request.body->data());
    }
    set(handle, CURLOPT_WRITEFUNCTION, &take_body);
    set(handle, CURLOPT_WRITEDATA, &receiver);
    set(handle, CURLOPT_HEADERFUNCTION, &take_header);
    set(handle, CURLOPT_HEADERDATA, &receiver);
    set(handle, CURLOPT_XFERINFOFUNCTION, &wait);
    set(handle, CURLOPT_XFERINFODATA, &receiver);
    set(handle, CURLOPT_NOPROGRESS, 0L);
    const CURLcode done = curl_easy_perform(handle);
    set(handle, CURLOPT_ERRORBUFFER, static_cast<char*>(nullptr));
    if (receiver.thrown) {
        std::rethrow_exception(receiver.thrown);
    }
    if (done != CURLE_OK) {
        receiver.answer.problem = receiver.too_large
                                      ? "the answer is longer than " + std::to_string(m_options.most_bytes) + " bytes"
                                  : words[0] != '\0' ? std::string(words)
                                                     : std::string(curl_easy_strerror(done));
        return std::move(receiver.answer);
    }
    long status = 0;
    const char* type = nullptr;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type);
    receiver.answer.status = static_cast<int>(status);
    receiver.answer.content_type = type == nullptr ? "" : type;
    return std::move(receiver.answer);
}

} // namespace qosar
