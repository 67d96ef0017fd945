/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes an invoice of one page as a PDF that any reader opens. */
final class Invoice {

    private Invoice() {}

    /** The file, with each line of text below the other. Only Latin letters; brackets and backslashes are escaped. */
    static byte[] pdf(List<String> lines) {
        String page = page(lines);
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 300] /Contents 5 0 R"
                        + " /Resources << /Font << /F1 4 0 R >> >> >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                "<< /Length " + page.length() + " >>\nstream\n" + page + "endstream");
        // The second line tells mail programs that the file is not text.
        StringBuilder file = new StringBuilder("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(file.length());
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int index = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        file.append("trailer\n<< /Root 1 0 R /Size ").append(objects.size() + 1).append(" >>\n");
        file.append("startxref\n").append(index).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String page(List<String> lines) {
        StringBuilder page = new StringBuilder("BT /F1 14 Tf 40 240 Td 22 TL\n");
        for (String line : lines) {
            page.append('(').append(line.replaceAll("([\\\\()])", "\\\\$1")).append(") Tj T*\n");
        }
        return page.append("ET\n").toString();
    }
}
