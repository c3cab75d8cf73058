/* Prints Xerces' verdicts on documents of a folder, by schemas beside them. */
/* SPDX-License-Identifier: MIT */
import java.io.File;
import java.util.Arrays;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/* FOLDER: NAME.*.xml by NAME.xsd. FOLDER SCHEMA: all by that schema. */
class XercesCases {
    static boolean valid(Schema schema, File file) throws Exception {
        try {
            schema.newValidator().validate(new StreamSource(file));
            return true;
        } catch (SAXException e) {
            return false;
        }
    }

    static void report(Schema schema, File[] files, String stem)
        throws Exception {
        for (File file : files) {
            String name = file.getName();

            if (name.startsWith(stem) && name.endsWith(".xml"))
                System.out.println(
                    (valid(schema, file) ? "valid " : "invalid ") + name);
        }
    }

    public static void main(String[] args) throws Exception {
        SchemaFactory factory =
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        File[] files = new File(args[0]).listFiles();

        Arrays.sort(files);
        if (args.length > 1) {
            report(factory.newSchema(new File(args[1])), files, "");
            return;
        }
        for (File file : files) {
            String name = file.getName();

            if (name.endsWith(".xsd"))
                report(factory.newSchema(file), files,
                       name.substring(0, name.length() - 3));
        }
    }
}
