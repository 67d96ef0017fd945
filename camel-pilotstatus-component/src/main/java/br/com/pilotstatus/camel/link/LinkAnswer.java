/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

/**
 * The media that a link led to.
 *
 * @param status      HTTP status
 * @param contentType what the server says the media is; null when it does not say
 * @param attempts    how often it was tried
 */
public record LinkAnswer(int status, String contentType, byte[] body, int attempts) {

    @Override
    public String toString() {
        return "LinkAnswer[" + status + "]";
    }
}
