package dev.tilab.journal.web;

import dev.tilab.journal.EntrySummary;
import dev.tilab.journal.Journal;
import dev.tilab.support.DayWords;
import dev.tilab.support.OneLine;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The newest days as an Atom feed (RFC 4287): what lists show of them, and the way to each. */
@Controller
class FeedController {

    private static final int DAYS = 30;
    private static final int CHARACTERS = 300;

    private final Journal journal;
    private final MessageSource messages;
    private final Clock clock;

    FeedController(Journal journal, MessageSource messages, Clock clock) {
        this.journal = journal;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/journal/feed.atom")
    void feed(Locale locale, HttpServletResponse response) throws IOException {
        List<EntrySummary> days =
                journal.between(null, null, PageRequest.of(0, DAYS)).getContent();
        response.setContentType("application/atom+xml;charset=UTF-8");
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance()
                    .createXMLStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8.name());
            write(xml, days, new DayWords(messages, locale, clock.getZone()));
            xml.close();
        } catch (XMLStreamException gone) {
            throw new IOException("the feed broke off", gone);
        }
    }

    private static void write(XMLStreamWriter xml, List<EntrySummary> days, DayWords words) throws XMLStreamException {
        String here = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        xml.writeAttribute("xml:lang", words.locale().getLanguage());
        text(xml, "id", "tag:tilab.dev,2025:journal");
        text(xml, "title", "TILab");
        text(
                xml,
                "updated",
                days.stream()
                        .map(EntrySummary::updatedAt)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH)
                        .toString());
        xml.writeStartElement("author");
        text(xml, "name", "TILab");
        xml.writeEndElement();
        link(xml, "self", here + "/journal/feed.atom");
        link(xml, "alternate", here + "/journal");
        for (EntrySummary day : days) {
            xml.writeStartElement("entry");
            // Its day, not its address: a journal that moves to another host is no news.
            text(xml, "id", "tag:tilab.dev,2025:journal/" + day.date());
            text(xml, "title", title(day, words));
            text(xml, "updated", day.updatedAt().toString());
            link(xml, "alternate", here + "/journal/" + day.date());
            text(xml, "summary", day.excerpt());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static String title(EntrySummary day, DayWords words) {
        String said = Stream.concat(Stream.of(day.title()), day.topics().stream())
                .filter(title -> !title.isBlank())
                .collect(Collectors.joining(" / "));
        return words.full(day.date()) + (said.isEmpty() ? "" : " · " + said);
    }

    private static void link(XMLStreamWriter xml, String what, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", what);
        xml.writeAttribute("href", address);
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(OneLine.of(text, CHARACTERS)
                .codePoints()
                .filter(FeedController::isXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        xml.writeEndElement();
    }

    /** What a diary may hold and XML may not: control characters, and what is no character at all. */
    private static boolean isXml(int c) {
        return c >= ' ' && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
    }
}
