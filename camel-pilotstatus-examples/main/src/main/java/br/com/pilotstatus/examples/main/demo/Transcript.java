/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.demo;

import java.io.PrintStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the demo tells the person who watches it: what came in, what went out, and how far it got. Phones are masked. */
final class Transcript {

    private static final Pattern BRAZILIAN_MOBILE = Pattern.compile("\\+?55(\\d\\d)(\\d)\\d{4}(\\d{4})");

    private final PrintStream out;
    private final boolean colored;

    Transcript(PrintStream out, boolean colored) {
        this.out = out;
        this.colored = colored;
    }

    void title(String text) {
        out.println();
        out.println(paint(Color.BOLD, text));
    }

    /** Something came in: from where, and what. */
    void in(String source, String what) {
        out.println();
        out.println(String.format("%-9s", source).replace(source, paint(Color.BOLD, source)) + " " + what);
    }

    /** Something went out because of it. */
    void out(String what) {
        out.println("      ->  " + what);
    }

    /** Something else changed because of it. */
    void effect(String what) {
        out.println("      =>  " + what);
    }

    /** A message got one step further; the steps of one message share a line. */
    void tick(String status) {
        out.print(
                switch (status) {
                    case "SENT" -> "          " + paint(Color.GRAY, "✓ sent");
                    case "DELIVERED" -> "   " + paint(Color.GRAY, "✓✓ delivered");
                    case "READ" -> "   " + paint(Color.BLUE, "✓✓ read") + System.lineSeparator();
                    default -> "   " + status;
                });
        out.flush();
    }

    void note(String text) {
        out.println(paint(Color.GRAY, text));
    }

    void success(String text) {
        out.println();
        out.println(paint(Color.GREEN, "All of it happened: ") + text);
    }

    void failure(String text) {
        out.println();
        out.println(paint(Color.RED, "It did not all happen: ") + text);
    }

    /** A phone as the transcript shows it: <code>+55 11 9****-0000</code>. */
    static String masked(String phone) {
        Matcher mobile = BRAZILIAN_MOBILE.matcher(phone);
        return mobile.matches() ? "+55 " + mobile.group(1) + " " + mobile.group(2) + "****-" + mobile.group(3) : "****";
    }

    private String paint(Color color, String text) {
        return colored ? color.code + text + "\u001b[0m" : text;
    }

    private enum Color {
        BOLD("\u001b[1m"),
        GRAY("\u001b[90m"),
        BLUE("\u001b[94m"),
        GREEN("\u001b[32m"),
        RED("\u001b[31m");

        private final String code;

        Color(String code) {
            this.code = code;
        }
    }
}
