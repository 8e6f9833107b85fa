package dev.tilab.journal.attachment;

import dev.tilab.journal.attachment.RefusedFileException.Reason;
import java.io.ByteArrayInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A drawing in XML that is whole. Browsers run nothing in one that a page shows as a picture; opened by itself it is handed out for
 * download. Its entities are not resolved: a few lines of them can stand for gigabytes.
 */
record Svg(int width, int height) {

    private static final Pattern PIXELS = Pattern.compile("\\s*(\\d{1,5})(\\.\\d+)?(px)?\\s*");
    private static final Pattern BOX = Pattern.compile(
            "\\s*[-+.\\d]+[\\s,]+[-+.\\d]+[\\s,]+(\\d{1,5})(?:\\.\\d+)?[\\s,]+(\\d{1,5})(?:\\.\\d+)?\\s*");

    static Svg of(byte[] bytes, String name) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Svg drawing = null;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && drawing == null) {
                    if (!xml.getLocalName().equals("svg")) {
                        break;
                    }
                    drawing = sized(xml);
                }
            }
        } catch (XMLStreamException notWhole) {
            drawing = null;
        }
        if (drawing == null) {
            throw new RefusedFileException(Reason.DAMAGED, name, Content.SVG);
        }
        return drawing;
    }

    private static Svg sized(XMLStreamReader xml) {
        int width = pixels(xml.getAttributeValue(null, "width"));
        int height = pixels(xml.getAttributeValue(null, "height"));
        if (width > 0 && height > 0) {
            return new Svg(width, height);
        }
        String box = xml.getAttributeValue(null, "viewBox");
        Matcher size = BOX.matcher(box == null ? "" : box);
        return size.matches()
                ? new Svg(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
                : new Svg(0, 0);
    }

    private static int pixels(String said) {
        Matcher number = PIXELS.matcher(said == null ? "" : said);
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }
}
