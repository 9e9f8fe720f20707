#include "article_spool.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

#include <nlohmann/json.hpp>

#include "qosar/base/error.hpp"

namespace qosar {

namespace {

using Json = nlohmann::json;

Json json_of(const Article& article) {
    return {article.title,
            article.date,
            article.body,
            article.sections,
            article.source_urls,
            article.origin.file,
            article.origin.item,
            article.origin.bytes.begin,
            article.origin.bytes.end,
            article.language,
            article.title_language,
            article.url};
}

Article article_of(const Json& json) {
    Article article;
    article.title = json.at(0);
    article.date = json.at(1);
    article.body = json.at(2);
    article.sections = json.at(3).get<std::vector<std::string>>();
    article.source_urls = json.at(4).get<std::vector<std::string>>();
    article.origin = {json.at(5), json.at(6), {json.at(7), json.at(8)}};
    article.language = json.at(9);
    article.title_language = json.at(10);
    article.url = json.at(11);
    return article;
}

} // namespace

ArticleSpool::ArticleSpool(std::filesystem::path path)
    : m_path(std::move(path)), m_stream(m_path, std::ios::out | std::ios::binary | std::ios::trunc) {}

void ArticleSpool::append(const Article& article) {
    const std::vector<std::uint8_t> bytes = Json::to_cbor(json_of(article));
    m_begins.push_back(m_end);
    m_stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    m_end += bytes.size();
    if (!m_stream) {
        throw Error("cannot write " + m_path.string() + ": " + std::strerror(errno));
    }
}

void ArticleSpool::close() {
    m_stream.close();
    if (m_stream.fail()) {
        throw Error("cannot write " + m_path.string() + ": " + std::strerror(errno));
    }
    m_stream.open(m_path, std::ios::in | std::ios::binary);
}

Article ArticleSpool::read(std::size_t number) {
    const std::uint64_t begin = m_begins[number];
    const std::uint64_t end = number + 1 < m_begins.size() ? m_begins[number + 1] : m_end;
    std::vector<std::uint8_t> bytes(end - begin);
    m_stream.seekg(static_cast<std::streamoff>(begin));
    m_stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!m_stream) {
        throw Error("cannot read " + m_path.string() + " again: " + std::strerror(errno));
    }
    return article_of(Json::from_cbor(bytes));
}

} // namespace qosar
