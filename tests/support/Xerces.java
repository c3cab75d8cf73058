/* Validates files against a schema with the JDK's Xerces: exit 1 if invalid. */
/* SPDX-License-Identifier: MIT */
import java.io.File;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

class Xerces {
    public static void main(String[] args) throws Exception {
        Schema schema =
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new File(args[0]));
        boolean valid = true;

        for (int i = 1; i < args.length; i++) {
            try {
                schema.newValidator().validate(
                    new StreamSource(new File(args[i])));
                System.out.println("valid " + args[i]);
            } catch (SAXException e) {
                valid = false;
                System.out.println("invalid " + args[i]);
            }
        }
        System.exit(valid ? 0 : 1);
    }
}
