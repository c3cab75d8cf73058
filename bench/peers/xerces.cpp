/* Xerces-C: its SAX2 reader with schema validation. */
/* SPDX-License-Identifier: MIT */
#include <xercesc/sax/SAXParseException.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/sax2/SAX2XMLReader.hpp>
#include <xercesc/sax2/XMLReaderFactory.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLUni.hpp>

using namespace xercesc;

class Handler : public DefaultHandler {
public:
    bool good = true;
    void error(const SAXParseException &) override { good = false; }
    void fatalError(const SAXParseException &) override { good = false; }
};

static bool validate(const char *schema, const char *record)
{
    SAX2XMLReader *reader = XMLReaderFactory::createXMLReader();
    Handler handler;

    reader->setFeature(XMLUni::fgSAX2CoreValidation, true);
    reader->setFeature(XMLUni::fgXercesDynamic, false);
    reader->setFeature(XMLUni::fgXercesSchema, true);
    reader->setFeature(XMLUni::fgXercesUseCachedGrammarInParse, true);
    reader->setContentHandler(&handler);
    reader->setErrorHandler(&handler);
    if (reader->loadGrammar(schema, Grammar::SchemaGrammarType, true) == NULL)
        handler.good = false;
    reader->parse(record);
    delete reader;
    return handler.good;
}

int main(int argc, char **argv)
{
    bool good;

    if (argc != 3)
        return 2;
    XMLPlatformUtils::Initialize();
    good = validate(argv[1], argv[2]);
    XMLPlatformUtils::Terminate();
    return good ? 0 : 1;
}
