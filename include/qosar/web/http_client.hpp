// One HTTP or HTTPS request after the other, by libcurl. Nothing is followed, kept or sent but what is said here.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace qosar {

struct HttpOptions {
    double connect_seconds = 10;
    double total_seconds = 60;                       ///< from the beginning to the last byte of the answer
    std::size_t most_bytes = std::size_t{64} << 20U; ///< of an answer's body, unpacked
    /// Called about once a second while something is under way. What it throws ends the request and comes out of it.
    std::function<void()> waiting{};
};

struct HttpRequest {
    std::string url;                    ///< http or https
    std::optional<std::string> body{};  ///< with one it is a POST, else a GET
    std::vector<std::string> headers{}; ///< such as `Content-Type: application/json`
};

struct HttpAnswer {
    int status = 0; ///< 0 if there was no whole answer; `problem` says why then
    std::string problem;
    std::string content_type;
    std::optional<double> retry_after; ///< seconds, where the server said so
    std::string body;
};

/// Keeps a connection open from one request to the next. For one thread.
class HttpClient {
public:
    explicit HttpClient(HttpOptions options = {});
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// An answer of any status is an answer; redirections too.
    HttpAnswer send(const HttpRequest& request);

private:
    struct State;
    HttpOptions m_options;
    std::unique_ptr<State> m_state;
};

} // namespace qosar
