/* The JDK's own validator, as it streams. */
/* SPDX-License-Identifier: MIT */
import java.io.File;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

class Jdk {
    public static void main(String[] args) throws Exception {
        SchemaFactory
            .newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(new File(args[0]))
            .newValidator()
            .validate(new StreamSource(new File(args[1])));
    }
}
