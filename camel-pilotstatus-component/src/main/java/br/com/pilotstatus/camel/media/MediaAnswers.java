/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.media;

import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.Failure;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.model.DataUri;
import br.com.pilotstatus.camel.model.MediaDownload;

/** Reads the media in an answer of <code>media-get</code>. */
final class MediaAnswers {

    /** Bytes that four characters of base64 hold. */
    private static final int GROUP = 3;

    private MediaAnswers() {}

    /**
     * The content of the media.
     *
     * @param  maxSize              bytes that it may have
     * @throws PilotStatusException when there is none, it cannot be read, or it is larger
     */
    static DataUri content(MediaDownload media, ApiResponse response, int maxSize) {
        if (media == null || media.base64() == null) {
            throw unusable(ErrorCode.ANSWER_UNUSABLE, response, "holds no media");
        }
        // Before it is decoded; the head of the URI makes it seem a little larger than it is.
        if (media.base64().length() / 4L * GROUP > maxSize + 1024L) {
            throw tooLarge(response, maxSize);
        }
        DataUri content;
        try {
            content = DataUri.parse(media.base64());
        } catch (IllegalArgumentException e) {
            throw unusable(ErrorCode.ANSWER_UNUSABLE, response, "holds " + e.getMessage());
        }
        if (content.bytes().length == 0) {
            throw unusable(ErrorCode.ANSWER_UNUSABLE, response, "holds empty media");
        }
        if (content.bytes().length > maxSize) {
            throw tooLarge(response, maxSize);
        }
        return content;
    }

    private static PilotStatusException tooLarge(ApiResponse response, int maxSize) {
        return unusable(
                ErrorCode.MEDIA_TOO_LARGE, response, "holds media larger than maxMediaSize, " + maxSize + " bytes");
    }

    private static PilotStatusException unusable(ErrorCode code, ApiResponse response, String trouble) {
        return new PilotStatusException(
                "'" + Operation.MEDIA_GET.operationName() + "' was answered with " + response.status()
                        + ", but the answer " + trouble,
                Failure.refused(code, response.status(), false, response.attempts()),
                null);
    }
}
