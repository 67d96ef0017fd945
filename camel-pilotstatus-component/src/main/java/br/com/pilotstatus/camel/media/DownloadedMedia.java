/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.media;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.model.EventMedia;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Media that was fetched, and how a message shows it.
 *
 * @param bytes       its content
 * @param contentType what its source says it is; may be null, and may be nonsense
 * @param fileName    what its source calls it; may be null
 */
record DownloadedMedia(byte[] bytes, String contentType, String fileName) {

    private static final String UNKNOWN = "application/octet-stream";
    private static final Pattern TYPE = Pattern.compile(
            "[\\w!#$&^.+-]{1,100}/[\\w!#$&^.+-]{1,100}( ?; ?[\\w.+-]{1,50}=\"?[\\w.+:/ -]{1,100}\"?){0,3}");

    /** Puts the media into a message, and leaves the headers of the event there. */
    void write(Message message, MediaWanted wanted) {
        EventMedia told = wanted.media();
        String type = contentType != null && TYPE.matcher(contentType).matches() ? contentType : UNKNOWN;
        String given = told.fileName() != null ? told.fileName() : fileName;
        message.setBody(bytes);
        message.setHeader(Exchange.CONTENT_TYPE, type);
        // By this one a send knows that the bytes are a file, even one of text.
        message.setHeader(Exchange.FILE_CONTENT_TYPE, type);
        message.setHeader(Exchange.FILE_NAME, MediaFileName.of(given, told.type(), type, wanted.identity()));
        message.removeHeader(PilotStatusConstants.PARAMS);
        message.removeHeader(PilotStatusConstants.WHATSAPP_NUMBER_ID);
    }

    @Override
    public String toString() {
        return "DownloadedMedia[" + bytes.length + " bytes]";
    }
}
