/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.io.Serializable;

/**
 * The media of an inbound message, as far as it can be fetched: by its id or from its link. Every other part may be null.
 *
 * @param type          kind, such as <code>image</code>
 * @param link          URL to fetch it from
 * @param caption       text below it
 * @param fileName      name of a document
 * @param id            Meta's id of the media, for numbers of Meta
 * @param phoneNumberId Meta's id of the number, needed together with <code>id</code>
 */
public record EventMedia(String type, String link, String caption, String fileName, String id, String phoneNumberId)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The media of an event; null when there is nothing to fetch, as with a reaction or a location. */
    static EventMedia of(EventFields event) {
        EventMedia media = new EventMedia(
                event.first("mediaType", "type"),
                event.first("mediaLink"),
                event.first("mediaCaption"),
                event.first("mediaFilename"),
                event.first("mediaId"),
                event.first("phoneNumberId"));
        return media.link() == null && media.id() == null ? null : media;
    }

    @Override
    public String toString() {
        return "EventMedia[type=" + type + ", xxxxxx]";
    }
}
