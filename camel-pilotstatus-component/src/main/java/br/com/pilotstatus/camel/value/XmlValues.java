/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What XPath finds, as the text in it: one element without others inside, an attribute, or a text. */
final class XmlValues {

    private XmlValues() {}

    static boolean is(Object value) {
        return value instanceof Node || value instanceof NodeList;
    }

    /** Some parsers make every node a list of its children as well. */
    static boolean isNode(Object value) {
        return value instanceof Node;
    }

    static String text(String field, Object value) {
        if (value instanceof Node node) {
            return text(field, node);
        }
        NodeList nodes = (NodeList) value;
        if (nodes.getLength() > 1) {
            throw invalid(field, "is " + nodes.getLength() + " nodes of XML: name one of them");
        }
        return nodes.getLength() == 0 ? null : text(field, nodes.item(0));
    }

    private static String text(String field, Node node) {
        Node named = node instanceof Document document ? document.getDocumentElement() : node;
        if (!(named instanceof Element element)) {
            return named == null ? null : named.getNodeValue();
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                throw invalid(field, "is an XML element with others inside: name the one whose text is meant");
            }
        }
        return element.getTextContent();
    }

    private static PilotStatusValidationException invalid(String field, String rule) {
        return new PilotStatusValidationException(ErrorCode.VALUE_TYPE, field, rule);
    }
}
