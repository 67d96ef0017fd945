/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that media gets as a file, whatever its sender called it. */
class MediaFileNameTest {

    private static final String MARK = "-[0-9a-f]{12}";

    private static String name(String given, String kind, String contentType) {
        return MediaFileName.of(given, kind, contentType, "cmq1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    receipt.jpg                | receipt@.jpg
                    Recibo de março (2).PDF    | Recibo de março (2)@.pdf
                    relatório.final.xlsx       | relatório.final@.xlsx
                    請求書.pdf                 | 請求書@.pdf
                    ../../etc/passwd           | passwd@.jpg
                    ..\\..\\boot.ini           | boot@.ini
                    /etc/cron.d/job.sh         | job@.sh
                    .bashrc                    | bashrc@.jpg
                    ....                       | image@.jpg
                    ..jpg                      | image@.jpg
                    a/                         | image@.jpg
                    -rf.txt                    | rf@.txt
                    ${bean:x}.txt              | bean_x@.txt
                    $simple{header.a}.txt      | simple_header.a@.txt
                    a<b>:"c?*.txt              | a_b___c@.txt
                    CON                        | CON@.jpg
                    invoice.pdf.               | invoice.pdf@.jpg
                    no-extension               | no-extension@.jpg
                    weird.ex-tension           | weird.ex-tension@.jpg
                    """)
    void aNameIsMadeSafe(String given, String expected) {
        String name = name(given, "image", "image/jpeg");

        assertThat(name).matches(Pattern.quote(expected).replace("@", "\\E" + MARK + "\\Q"));
    }

    @ParameterizedTest
    @CsvSource({
        "image, image/png, image, png",
        "image, image/jpeg; charset=binary, image, jpg",
        "document, application/pdf, document, pdf",
        "audio, audio/ogg; codecs=opus, audio, ogg",
        "sticker, application/octet-stream, sticker, webp",
        "document, application/octet-stream, document, bin",
        "document, x/y, document, bin",
        ", application/pdf, media, pdf",
        "../x, image/png, x, png"
    })
    void mediaWithoutANameGetsOneThatSaysWhatItIs(String kind, String type, String stem, String extension) {
        assertThat(name(null, kind, type)).matches(stem + MARK + "\\." + extension);
    }

    @Test
    void twoMediaOfOneNameHaveDifferentNames() {
        assertThat(MediaFileName.of("a.pdf", null, "", "cmq1"))
                .isNotEqualTo(MediaFileName.of("a.pdf", null, "", "cmq2"));
    }

    @Test
    void theSameMediaHasTheSameName() {
        assertThat(MediaFileName.of("a.pdf", null, "", "cmq1")).isEqualTo(MediaFileName.of("a.pdf", null, "", "cmq1"));
    }

    @Test
    void aLongNameFitsEveryFileSystem() {
        assertThat(name("漢".repeat(5000) + ".pdf", null, "").getBytes(UTF_8)).hasSizeLessThan(120);
        assertThat(name("a".repeat(5000) + ".pdf", null, ""))
                .hasSizeLessThan(120)
                .endsWith(".pdf");
    }

    @Test
    void aLetterTurnedAroundDoesNotHideTheExtension() {
        assertThat(name("photo\u202Egpj.exe", null, ""))
                .doesNotContain("\u202E")
                .endsWith(".exe");
    }

    @Test
    void noNameLeavesItsDirectory() {
        Random random = new Random(42);
        String letters = "./\\:$%{}~ \u0000\n\r\t\"'`|*?<>aé漢\u202E\uD83D\uDE00\uD83D";
        for (int i = 0; i < 5000; i++) {
            StringBuilder given = new StringBuilder();
            int length = random.nextInt(30);
            for (int j = 0; j < length; j++) {
                given.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(name(given.toString(), "image", "image/png"))
                    .matches("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} ._()-]*" + MARK + "\\.[a-z0-9]{1,10}")
                    .doesNotContain("..");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "_", " ", ".", "😀"})
    void aNameOfAnyLengthIsReadAtOnce(String part) {
        assertTimeout(Duration.ofSeconds(2), () -> name("a" + part.repeat(400_000) + "b.pdf", "document", "x/y"));
    }
}
