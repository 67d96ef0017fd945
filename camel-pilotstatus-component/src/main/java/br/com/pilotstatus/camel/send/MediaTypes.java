/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * What media is. Its bytes decide; what headers and the name say counts where the bytes leave it open, as with a document that
 * is a zip file inside.
 */
final class MediaTypes {

    private static final String UNKNOWN = "application/octet-stream";
    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");
    private static final Set<String> VIDEOS = Set.of("video/mp4", "video/3gpp");
    private static final Set<String> AUDIOS = Set.of("audio/aac", "audio/amr", "audio/mp4", "audio/mpeg", "audio/ogg");

    /** Tika's names beside those that the rest of the world has. */
    private static final Map<String, String> USUAL_NAMES = Map.of(
            "application/ogg", "audio/ogg",
            "application/x-tika-msoffice", UNKNOWN,
            "application/x-tika-ooxml", "application/zip",
            "audio/opus", "audio/ogg",
            "audio/speex", "audio/ogg",
            "audio/vnd.wave", "audio/wav",
            "audio/vorbis", "audio/ogg",
            "audio/x-aac", "audio/aac",
            "text/x-vcard", "text/vcard");

    private static final String QUICKTIME = "video/quicktime";
    private static final int BRAND = 4;
    private static final int MAX_TYPE = 100;

    private MediaTypes() {}

    /** Reading the table of types takes most of a second, which routes without media need not spend. */
    private static final class Table {

        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    }

    /**
     * The type of some bytes, such as <code>image/png</code>; <code>application/octet-stream</code> when nothing tells.
     *
     * @param said     what others say of their type
     * @param fileName name of their file; may be null
     */
    static String detect(byte[] content, List<String> said, String fileName) {
        MediaType type = look(content, null, null);
        for (String hint : said) {
            MediaType hinted = look(content, hint, null);
            // Such as that of the mail whose attachment this is.
            if (!isText(hinted) || isText(type)) {
                type = narrower(type, hinted);
            }
        }
        type = narrower(type, look(content, null, fileName)).getBaseType();
        boolean isMp4 = type.toString().equals(QUICKTIME)
                && brand(content).startsWith("ftyp")
                && !brand(content).endsWith("qt  ");
        return isMp4 ? "video/mp4" : usual(type);
    }

    private static boolean isText(MediaType type) {
        return Table.TYPES.getMediaTypeRegistry().isInstanceOf(type, MediaType.TEXT_PLAIN);
    }

    private static MediaType narrower(MediaType type, MediaType other) {
        return Table.TYPES.getMediaTypeRegistry().isSpecializationOf(other, type) ? other : type;
    }

    private static MediaType look(byte[] content, String said, String fileName) {
        Metadata hints = new Metadata();
        hints.set(Metadata.CONTENT_TYPE, said);
        hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        try (InputStream stream = content == null ? null : new ByteArrayInputStream(content)) {
            return Table.TYPES.detect(stream, hints);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be read", e);
        }
    }

    /** What an MP4 file calls itself; Tika takes most for QuickTime, which they grew from. */
    private static String brand(byte[] content) {
        return content.length < BRAND + 8 ? "" : new String(content, BRAND, 8, StandardCharsets.ISO_8859_1);
    }

    private static String usual(MediaType type) {
        return USUAL_NAMES.getOrDefault(type.toString(), type.toString());
    }

    static boolean isUnknown(String type) {
        return type.equals(UNKNOWN);
    }

    /** The type that a data URI names; null when the value is none. */
    static String ofDataUri(Object value) {
        if (!(value instanceof String text) || !text.startsWith("data:")) {
            return null;
        }
        int end = Math.min(text.length(), "data:".length() + MAX_TYPE);
        MediaType type = MediaType.parse(text.substring("data:".length(), end).split("[;,]", 2)[0]);
        return type == null ? UNKNOWN : usual(type);
    }

    /** Whether a type is one of an image, a video, sound or a PDF. */
    static boolean isMedia(String said) {
        MediaType type = said == null ? null : MediaType.parse(said);
        return type != null
                && (Set.of("image", "video", "audio").contains(type.getType())
                        || type.getBaseType().equals(MediaType.application("pdf")));
    }

    /** Whether a file of that name holds something else than text, as far as names tell. */
    static boolean isMediaName(String fileName) {
        if (fileName == null) {
            return false;
        }
        MediaType type = look(null, null, fileName);
        return !type.equals(MediaType.OCTET_STREAM) && !isText(type);
    }

    /** As what a type is sent: an image, a video or a sound where chats show or play it, and else a document. */
    static String kind(String type) {
        MediaType parsed = MediaType.parse(type);
        String base = parsed == null ? type : usual(parsed.getBaseType());
        if (IMAGES.contains(base)) {
            return "image";
        }
        if (VIDEOS.contains(base)) {
            return "video";
        }
        return AUDIOS.contains(base) ? "audio" : "document";
    }
}
