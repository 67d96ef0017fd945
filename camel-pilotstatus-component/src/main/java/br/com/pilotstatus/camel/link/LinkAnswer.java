/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

/**
 * What came of a link.
 *
 * @param status      HTTP status
 * @param contentType what the server says the media is; null when it does not say
 * @param location    where a redirect leads; null without one
 * @param retryAfter  the header of that name, or null
 * @param body        the media; null while it is not here, or when the answer is none
 * @param attempts    how often it was tried
 */
public record LinkAnswer(
        int status, String contentType, String location, String retryAfter, byte[] body, int attempts) {

    boolean redirects() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    boolean holdsMedia() {
        return status == 200;
    }

    LinkAnswer withBody(byte[] bytes) {
        return new LinkAnswer(status, contentType, location, retryAfter, bytes, attempts);
    }

    LinkAnswer withAttempts(int number) {
        return new LinkAnswer(status, contentType, location, retryAfter, body, number);
    }

    @Override
    public String toString() {
        return "LinkAnswer[" + status + "]";
    }
}
