/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Small files for the media that customers send: a type each, made here, so that nothing has to be fetched. */
public enum SampleMedia {
    IMAGE("image/png") {
        @Override
        byte[] bytes() {
            return Base64.getDecoder().decode(DOT);
        }
    },
    AUDIO("audio/wav") {
        @Override
        byte[] bytes() {
            return silence();
        }
    },
    VIDEO("video/mp4") {
        @Override
        byte[] bytes() {
            return ByteBuffer.allocate(20)
                    .putInt(20)
                    .put("ftypisom".getBytes(StandardCharsets.US_ASCII))
                    .putInt(0)
                    .put("isom".getBytes(StandardCharsets.US_ASCII))
                    .array();
        }
    },
    DOCUMENT("application/pdf") {
        @Override
        byte[] bytes() {
            return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);
        }
    };

    // A PNG of one transparent pixel.
    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAA" + "SUVORK5CYII=";
    private static final int SAMPLES = 800;
    private static final int RATE = 8_000;

    private final String mimeType;

    SampleMedia(String mimeType) {
        this.mimeType = mimeType;
    }

    abstract byte[] bytes();

    /** The file for a media type of the API. */
    static SampleMedia of(String mediaType) {
        return switch (mediaType) {
            case "audio" -> AUDIO;
            case "video" -> VIDEO;
            case "document" -> DOCUMENT;
            default -> IMAGE;
        };
    }

    String mimeType() {
        return mimeType;
    }

    public String dataUri() {
        return "data:" + mimeType + ";base64," + Base64.getEncoder().encodeToString(bytes());
    }

    // A tenth of a second, mono, eight bits.
    private static byte[] silence() {
        ByteBuffer wav = ByteBuffer.allocate(44 + SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + SAMPLES);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE);
        wav.putShort((short) 1).putShort((short) 8);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(SAMPLES);
        while (wav.hasRemaining()) {
            wav.put((byte) 128);
        }
        return wav.array();
    }
}
