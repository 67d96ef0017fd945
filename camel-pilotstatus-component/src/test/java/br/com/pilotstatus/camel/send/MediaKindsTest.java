/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.media.MediaServer;
import br.com.pilotstatus.camel.model.EventMedia;
import br.com.pilotstatus.simulator.state.Provider;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileDefaultBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Media goes out as what it is, by its bytes, its headers and its name, and never as what an option would like it to be. */
class MediaKindsTest extends SimulatorTestSupport {

    private static final String PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR";
    private static final String JPEG = "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0";
    private static final String PDF = "%PDF-1.7\n%\u00e2\u00e3";
    private static final String MP3 = "ID3\3\0\0\0\0\0\0";
    private static final String MP4 = "\0\0\0\u0018ftypisom\0\0\2\0isommp42";
    private static final String QUICKTIME = "\0\0\0\u0014ftypqt  \0\0\2\0";
    private static final String M4A = "\0\0\0\u0018ftypM4A \0\0\2\0isommp42";
    private static final String OGG = "OggS\0\2\0\0\0\0\0\0\0\0";
    private static final String ZIP = "PK\3\4\24\0\6\0\10\0\0\0!\0";
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("png", PNG),
            Map.entry("jpeg", JPEG),
            Map.entry("pdf", PDF),
            Map.entry("mp3", MP3),
            Map.entry("mp4", MP4),
            Map.entry("quicktime", QUICKTIME),
            Map.entry("m4a", M4A),
            Map.entry("ogg", OGG),
            Map.entry("zip", ZIP),
            Map.entry("ole", OLE),
            Map.entry("text", "Hello, this is a text."),
            Map.entry("junk", "\1\2\3\4"));

    @TempDir
    Path folder;

    private String uri(String options) {
        return "pilotstatus:send?to=" + PHONE + "&whatsappNumberId="
                + simulator().number(Provider.META).id() + "&accountKey="
                + simulator().accountKey() + options;
    }

    private static byte[] sample(String name) {
        return SAMPLES.get(name).getBytes(ISO_8859_1);
    }

    private static String type(JsonNode sent) {
        return sent.path("media").asText().replaceAll("^data:([^;]*);base64,.*", "$1");
    }

    private static JsonNode sent(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return onlySend().request();
    }

    @ParameterizedTest
    @CsvSource({
        "png, image, image/png",
        "jpeg, image, image/jpeg",
        "pdf, document, application/pdf",
        "mp3, audio, audio/mpeg",
        "mp4, video, video/mp4",
        "quicktime, video, video/quicktime",
        "m4a, audio, audio/mp4",
        "ogg, audio, audio/ogg",
        "zip, document, application/zip",
        "png, document, image/png",
        "text, document, text/plain",
        "junk, document, application/octet-stream"
    })
    void theBytesTellTheType(String sample, String mediaType, String type) {
        assertThat(type(sent(send(uri("&mediaType=" + mediaType), sample(sample)))))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "zip, report.docx, " + DOCX,
        "zip, sheet.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ole, old.doc, application/msword",
        "text, list.csv, text/csv",
        "png, photo.jpg, image/png",
        "pdf, photo.jpg, application/pdf",
        "text, photo.jpg, text/plain",
        "junk, song.mp3, audio/mpeg"
    })
    void theNameTellsWhatTheBytesLeaveOpen(String sample, String name, String type) {
        JsonNode sent = sent(send(uri("&mediaType=document&fileName=" + name), sample(sample)));
        assertThat(type(sent)).isEqualTo(type);
        assertThat(sent.path("fileName").asText()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "CamelFileContentType, zip, " + DOCX + ", " + DOCX,
        "Content-Type, zip, " + DOCX + ", " + DOCX,
        "Content-Type, png, image/jpeg, image/png",
        "Content-Type, ogg, audio/ogg; codecs=opus, audio/ogg",
        "Content-Type, text, image/jpeg, text/plain",
        "Content-Type, png, application/octet-stream, image/png",
        "Content-Type, png, nonsense, image/png"
    })
    void theHeadersTellWhatTheBytesLeaveOpen(String header, String sample, String said, String type) {
        assertThat(type(sent(send(uri("&mediaType=document"), sample(sample), Map.of(header, said)))))
                .isEqualTo(type);
    }

    /** The type of a mail stays on the exchange when a route takes an attachment out of it. */
    @Test
    void bytesThatAreNoTextAreNeverSentAsText() {
        JsonNode sent = sent(send(
                uri("&mediaType=document&fileName=invoice.pdf"),
                sample("junk"),
                Map.of(Exchange.CONTENT_TYPE, "text/plain")));
        assertThat(type(sent)).isEqualTo("application/pdf");
    }

    @Test
    void theHeadersSayNothingOfMediaThatIsNotTheBody() {
        Map<String, Object> headers = Map.of("photo", sample("zip"), Exchange.CONTENT_TYPE, DOCX);
        assertThat(type(sent(send(uri("&mediaType=document&media=${header.photo}"), "Hi", headers))))
                .isEqualTo("application/zip");
    }

    @ParameterizedTest
    @CsvSource({"pdf, image", "text, image", "png, audio", "mp3, image", "junk, image", "zip, video", "mp4, audio"})
    void mediaOfAnotherKindThanMediaTypeIsRefused(String sample, String mediaType) {
        Exchange exchange = send(uri("&mediaType=" + mediaType), sample(sample));
        assertThat(exchange.getException()).hasMessageContaining("of another kind than mediaType");
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.ERROR_CODE))
                .isEqualTo(ErrorCode.MEDIA_INVALID.code());
        assertThat(simulator().ledger().count()).isZero();
    }

    @Test
    void withoutChecksTheTypeIsStillTheTrueOne() {
        JsonNode sent = sent(send(uri("&mediaType=image&validate=false"), sample("pdf")));
        assertThat(type(sent)).isEqualTo("application/pdf");
        assertThat(sent.path("mediaType").asText()).isEqualTo("image");
    }

    @ParameterizedTest
    @CsvSource({
        "png, Content-Type, image/png, image",
        "mp4, Content-Type, video/mp4, video",
        "ogg, Content-Type, audio/ogg; codecs=opus, audio",
        "pdf, Content-Type, application/pdf, document",
        "zip, CamelFileContentType, " + DOCX + ", document",
        "text, CamelFileContentType, text/plain, document",
        "jpeg, CamelFileContentType, application/octet-stream, image",
        "jpeg, CamelFileName, in/photo.jpg, image",
        "quicktime, CamelFileName, film.mov, document"
    })
    void mediaIsKnownWithoutAnOption(String sample, String header, String value, String mediaType) {
        JsonNode sent = sent(send(uri(""), sample(sample), Map.of(header, value)));
        assertThat(sent.path("mediaType").asText()).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @CsvSource({
        "png, Content-Type, text/plain",
        "text, Content-Type, application/json",
        "text, CamelFileName, notes.txt"
    })
    void bytesThatMayBeTextAreStillForTheRouteToExplain(String sample, String header, String value) {
        assertThat(send(uri(""), sample(sample), Map.of(header, value)).getException())
                .hasMessageContaining("set mediaType, or bodyAs");
    }

    @Test
    void aTypeThatWasLeftBehindDoesNotMakeMediaOfAText() {
        byte[] json = "{\"order\": 1}".getBytes(UTF_8);
        assertThat(send(uri(""), json, Map.of(Exchange.FILE_CONTENT_TYPE, "image/jpeg"))
                        .getException())
                .hasMessageContaining("of another kind");
    }

    @Test
    void aFileIsMediaByItsName() throws Exception {
        Path file = Files.write(folder.resolve("photo.png"), sample("png"));
        JsonNode sent = sent(send(uri(""), file.toFile()));
        assertThat(sent.path("mediaType").asText()).isEqualTo("image");
        assertThat(sent.path("fileName").asText()).isEqualTo("photo.png");
    }

    @Test
    void aRemoteFileIsMediaWithItsName() {
        for (Object content : new Object[] {sample("pdf"), new ByteArrayInputStream(sample("pdf"))}) {
            simulator().reset();
            GenericFile<Object> file = new GenericFile<>();
            file.setFile(new Object());
            file.setFileName("2026/contract.pdf");
            file.setFileNameOnly("contract.pdf");
            file.setBinding(new GenericFileDefaultBinding<>());
            file.setBody(content);
            JsonNode sent = sent(send(uri("&mediaType=document"), file));
            assertThat(type(sent)).isEqualTo("application/pdf");
            assertThat(sent.path("fileName").asText()).isEqualTo("contract.pdf");
        }
    }

    @Test
    void theBufferOfAnHttpServerIsMedia() {
        Map<String, Object> headers = Map.of(Exchange.CONTENT_TYPE, "image/png");
        assertThat(type(sent(send(uri(""), Buffer.buffer(sample("png")), headers))))
                .isEqualTo("image/png");
    }

    @Test
    void bytesThatNothingTellsOfAreNoDocument() {
        assertThat(send(uri("&media=${header.bytes}"), null, Map.of("bytes", sample("junk")))
                        .getException())
                .hasMessageContaining("'mediaType' is missing");
    }

    @Test
    void aDataUriTellsItsKind() {
        String media = "data:image/png;base64,iVBORw0KGgo=";
        assertThat(sent(send(uri("&bodyAs=media"), media)).path("mediaType").asText())
                .isEqualTo("image");
    }

    @Test
    void aUrlDoesNot() {
        assertThat(send(uri("&bodyAs=media"), "https://example.com/a.jpg").getException())
                .hasMessageContaining("'mediaType' is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "jpeg, image/jpeg, image, image/jpeg",
        "pdf, application/pdf, document, application/pdf",
        "ogg, audio/ogg; codecs=opus, audio, audio/ogg",
        "text, text/plain, document, text/plain",
        "junk, nonsense, document, application/octet-stream"
    })
    void whatMediaDownloadFetchedIsSentOn(String sample, String said, String mediaType, String type) throws Exception {
        RouteBuilder.addRoutes(
                context,
                route -> route.from("direct:forward")
                        .to("pilotstatus:media-download?allowPrivateAddresses=true")
                        .to(uri("")));
        try (MediaServer server = MediaServer.withoutTls().file("/media", said, sample(sample))) {
            EventMedia media = new EventMedia(null, server.url("/media"), null, "given.bin", null, null);
            JsonNode sent = sent(send("direct:forward", media));
            assertThat(sent.path("mediaType").asText()).isEqualTo(mediaType);
            assertThat(type(sent)).isEqualTo(type);
            assertThat(sent.path("fileName").asText()).startsWith("given-").endsWith(".bin");
        }
    }
}
