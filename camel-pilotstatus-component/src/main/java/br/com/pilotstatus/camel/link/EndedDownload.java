/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.time.Duration;

/**
 * What may be told of a download from a link: nothing of the link, and nothing of the media.
 *
 * @param status  HTTP status of the last answer; null when none came
 * @param latency from its beginning to its end, all tries and the wait for a place included
 */
public record EndedDownload(Outcome outcome, Integer status, Duration latency) {

    public static EndedDownload of(LinkAnswer answer, Throwable failure, Duration latency) {
        if (failure == null) {
            return new EndedDownload(Outcome.ACCEPTED, answer.status(), latency);
        }
        Integer status = failure instanceof PilotStatusException known ? known.getStatusCode() : null;
        return new EndedDownload(Outcome.REFUSED, status, latency);
    }
}
