/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

/**
 * The media of an inbound message. Each part may be null.
 *
 * @param type          kind, such as <code>image</code>
 * @param link          URL to fetch it from
 * @param caption       text below it
 * @param fileName      name of a document
 * @param id            Meta's id of the media, for numbers of Meta
 * @param phoneNumberId Meta's id of the number, needed together with <code>id</code>
 */
public record EventMedia(String type, String link, String caption, String fileName, String id, String phoneNumberId) {

    boolean isPresent() {
        return type != null || link != null || id != null;
    }

    @Override
    public String toString() {
        return "EventMedia[type=" + type + ", xxxxxx]";
    }
}
