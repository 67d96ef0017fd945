/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.camel.util.Sha256;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name that media has as a file. Whatever name the sender gave, it stays within its directory, shows what it is, and
 * is no expression; and the media of two messages never have one name, so that no file replaces another.
 */
final class MediaFileName {

    private static final int MAX_STEM = 80;
    /** Of a longer name only the end is looked at, which says what it is. */
    private static final int MAX_READ = 512;

    private static final int UNIQUE_DIGITS = 12;
    private static final Pattern EXTENSION = Pattern.compile("(.+)\\.([A-Za-z0-9]{1,10})");
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._()-]");
    private static final Pattern EDGES = Pattern.compile("^[ ._-]+|[ ._-]+$");

    private static final Map<String, String> BY_CONTENT = Map.ofEntries(
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/webp", "webp"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("video/3gpp", "3gp"),
            Map.entry("audio/ogg", "ogg"),
            Map.entry("audio/opus", "opus"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/mp4", "m4a"),
            Map.entry("audio/aac", "aac"),
            Map.entry("audio/amr", "amr"),
            Map.entry("audio/wav", "wav"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/zip", "zip"),
            Map.entry("application/json", "json"),
            Map.entry("application/msword", "doc"),
            Map.entry("application/vnd.ms-excel", "xls"),
            Map.entry("application/vnd.ms-powerpoint", "ppt"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
            Map.entry("text/plain", "txt"),
            Map.entry("text/csv", "csv"),
            Map.entry("text/vcard", "vcf"));

    private static final Map<String, String> BY_KIND =
            Map.of("image", "jpg", "sticker", "webp", "video", "mp4", "audio", "ogg");

    private MediaFileName() {}

    /**
     * @param given       what the sender calls it; may be null
     * @param kind        kind of the media, such as <code>image</code>; may be null
     * @param contentType type of its content
     * @param identity    what tells it from other media; does not show in the name
     */
    static String of(String given, String kind, String contentType, String identity) {
        String name = given == null ? "" : given.substring(Math.max(0, given.length() - MAX_READ));
        Matcher parts = EXTENSION.matcher(Normalizer.normalize(name, Normalizer.Form.NFC));
        boolean named = parts.matches();
        String stem = safe(named ? parts.group(1) : name);
        if (stem.isEmpty()) {
            stem = safe(kind);
        }
        String extension = named ? parts.group(2).toLowerCase(Locale.ROOT) : extension(kind, contentType);
        return (stem.isEmpty() ? "media" : stem) + "-" + unique(identity) + "." + extension;
    }

    private static String safe(String name) {
        if (name == null) {
            return "";
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String safe =
                UNSAFE.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("_");
        safe = EDGES.matcher(safe.replaceAll("\\.{2,}", ".")).replaceAll("");
        return EDGES.matcher(shortened(safe)).replaceAll("");
    }

    /** File systems bound a name in bytes, and a letter may take four of them. */
    private static String shortened(String name) {
        int end = 0;
        int bytes = 0;
        while (end < name.length()) {
            String letter = Character.toString(name.codePointAt(end));
            bytes += letter.getBytes(UTF_8).length;
            if (bytes > MAX_STEM) {
                break;
            }
            end += letter.length();
        }
        return name.substring(0, end);
    }

    private static String extension(String kind, String contentType) {
        String type = contentType.replaceAll(";.*", "").trim().toLowerCase(Locale.ROOT);
        String byKind = kind == null ? "bin" : BY_KIND.getOrDefault(kind.toLowerCase(Locale.ROOT), "bin");
        return BY_CONTENT.getOrDefault(type, byKind);
    }

    private static String unique(String identity) {
        return Sha256.hex(identity).substring(0, UNIQUE_DIGITS);
    }
}
