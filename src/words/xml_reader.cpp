#include "xml_reader.hpp"

#include <string>

#include <libxml/parser.h>
#include <libxml/xmlreader.h>

#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"

namespace qosar {

struct XmlReader::State {
    std::string name;
    std::string bytes;
    xmlTextReaderPtr reader = nullptr;
    std::string problem;
};

namespace {

std::string text_of(const xmlChar* text) { return text == nullptr ? "" : reinterpret_cast<const char*>(text); }

void keep_first_problem(void* problem, xmlErrorPtr error) {
    auto& kept = *static_cast<std::string*>(problem);
    if (kept.empty() && error != nullptr && error->level >= XML_ERR_ERROR) {
        kept = std::to_string(error->line) + ": " + (error->message == nullptr ? "broken XML" : error->message);
        while (!kept.empty() && kept.back() == '\n') {
            kept.pop_back();
        }
    }
}

} // namespace

XmlReader::XmlReader(const std::filesystem::path& path, std::size_t max_bytes) : m_state(std::make_unique<State>()) {
    constexpr std::size_t most_of_libxml = 0x7fffffff;
    m_state->name = path.string();
    m_state->bytes = read_file(path, std::min(max_bytes, most_of_libxml));
    m_state->reader = xmlReaderForMemory(m_state->bytes.data(), static_cast<int>(m_state->bytes.size()), nullptr,
                                         nullptr, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
    if (m_state->reader == nullptr) {
        throw Error("cannot read " + m_state->name + " as XML");
    }
    xmlTextReaderSetStructuredErrorHandler(m_state->reader, keep_first_problem, &m_state->problem);
}

XmlReader::~XmlReader() { xmlFreeTextReader(m_state->reader); }

bool XmlReader::next() {
    if (m_end_is_due) {
        m_end_is_due = false;
        m_piece = Piece::end;
        return true;
    }
    const int read = xmlTextReaderRead(m_state->reader);
    if (read < 0 || !m_state->problem.empty()) {
        throw Error(m_state->name + ":" + (m_state->problem.empty() ? " broken XML" : m_state->problem));
    }
    switch (xmlTextReaderNodeType(m_state->reader)) {
    case XML_READER_TYPE_ELEMENT:
        m_piece = Piece::begin;
        m_end_is_due = xmlTextReaderIsEmptyElement(m_state->reader) == 1;
        break;
    case XML_READER_TYPE_END_ELEMENT: m_piece = Piece::end; break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: m_piece = Piece::text; break;
    default: m_piece = Piece::other; break;
    }
    return read == 1;
}

std::string XmlReader::name() const { return text_of(xmlTextReaderConstLocalName(m_state->reader)); }

std::string XmlReader::text() const { return text_of(xmlTextReaderConstValue(m_state->reader)); }

std::optional<std::string> XmlReader::attribute(const char* name) const {
    xmlChar* value = xmlTextReaderGetAttribute(m_state->reader, reinterpret_cast<const xmlChar*>(name));
    if (value == nullptr) {
        return std::nullopt;
    }
    std::string text = text_of(value);
    xmlFree(value);
    return text;
}

} // namespace qosar
