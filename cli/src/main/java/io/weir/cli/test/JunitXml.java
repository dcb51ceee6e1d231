package io.weir.cli.test;

import io.weir.engine.evaluate.TestOutcome.Verdict;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Outcomes as CI systems read them: a suite for each rule, a case for each test. What was not evaluated is an error, not skipped. */
final class JunitXml {

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(List<Tested> tested) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JunitXml(writer).write(tested);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text in memory cannot be written (DEVELOPER)", e);
        }
        return text.append("\n").toString();
    }

    private void write(List<Tested> tested) throws XMLStreamException {
        Map<String, List<Tested>> suites = new TreeMap<>(tested.stream().collect(Collectors.groupingBy(Tested::rule)));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        attribute("name", "weir test");
        totals(tested);
        for (Map.Entry<String, List<Tested>> suite : suites.entrySet()) {
            xml.writeStartElement("testsuite");
            attribute("name", suite.getKey());
            totals(suite.getValue());
            for (Tested one : suite.getValue()) {
                testcase(one);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void totals(List<Tested> tested) throws XMLStreamException {
        attribute("tests", Integer.toString(tested.size()));
        attribute("failures", Long.toString(count(tested, Verdict.FAILED)));
        attribute("errors", Long.toString(count(tested, Verdict.NOT_EVALUATED)));
        attribute("skipped", "0");
        attribute("time", seconds(tested.stream().mapToDouble(Tested::seconds).sum()));
    }

    private static long count(List<Tested> tested, Verdict verdict) {
        return tested.stream().filter(one -> one.outcome().verdict() == verdict).count();
    }

    private void testcase(Tested one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", one.test());
        attribute("classname", one.rule());
        attribute("time", seconds(one.seconds()));
        if (one.place() != null) {
            attribute("file", one.place().file());
            attribute("line", Integer.toString(one.place().from().line()));
        }
        String reason = one.outcome().reason();
        if (one.outcome().verdict() == Verdict.FAILED) {
            problem("failure", reason == null ? "not what was expected" : reason, one);
        } else if (one.outcome().verdict() == Verdict.NOT_EVALUATED) {
            problem("error", "not evaluated: " + reason, one);
        }
        xml.writeEndElement();
    }

    private void problem(String element, String message, Tested one) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", message);
        attribute(
                "type", one.outcome().verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        xml.writeCharacters(printable(new TestReport(false).of(List.of(one))));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, printable(value).replaceAll("\\s", " "));
    }

    /** XML 1.0 has no place for some characters, however they are written. */
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> isAllowed(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
