/* Validates NAME.*.xml of a folder against NAME.xsd with the JDK's Xerces. */
/* SPDX-License-Identifier: MIT */
import java.io.File;
import java.util.Arrays;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

class XercesCases {
    static boolean valid(Schema schema, File file) throws Exception {
        try {
            schema.newValidator().validate(new StreamSource(file));
            return true;
        } catch (SAXException e) {
            return false;
        }
    }

    public static void main(String[] args) throws Exception {
        SchemaFactory factory =
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        File[] files = new File(args[0]).listFiles();

        Arrays.sort(files);
        for (File file : files) {
            String name = file.getName();

            if (!name.endsWith(".xsd"))
                continue;
            String stem = name.substring(0, name.length() - 3);
            Schema schema = factory.newSchema(file);
            for (File document : files) {
                String own = document.getName();

                if (own.startsWith(stem) && own.endsWith(".xml"))
                    System.out.println(
                        (valid(schema, document) ? "valid " : "invalid ")
                        + own);
            }
        }
    }
}
