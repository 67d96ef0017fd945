/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

/** What the sender of an event sees: the whole answer as text, or nothing when the connection was cut before. */
record Answer(String text) {

    static final Answer NONE = new Answer("");

    /** The status, or 0 when there was no answer. */
    int status() {
        return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
    }

    boolean accepted() {
        return status() / 100 == 2;
    }

    /** The value of a header, or null. */
    String header(String name) {
        return head().lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(null);
    }

    String body() {
        String body = text.substring(Math.min(text.length(), head().length() + 4));
        if (!"chunked".equalsIgnoreCase(header("Transfer-Encoding"))) {
            return body;
        }
        // One chunk, as short as all our answers are, and the empty one at the end.
        return body.replaceFirst("^[0-9a-f]+\r\n", "").replaceFirst("\r\n0\r\n\r\n$", "");
    }

    private String head() {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end);
    }
}
