/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.Failure;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import com.fasterxml.jackson.core.JacksonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the body of a 2xx answer. One that cannot be read fails a call that asks for data, and nothing else. */
public final class Answers {

    private static final int NO_CONTENT = 204;
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /**
     * The answer as a Java object.
     *
     * @return null when there is no body and need not be one, or when it cannot be read although the call was accepted
     * @throws PilotStatusTransportException when a call that only reads got nothing readable
     */
    public static Object read(Operation operation, ApiResponse response) {
        return response.content() != null ? response.content() : read(operation, response, operation.answer());
    }

    /**
     * The answer as another object than the usual one, which may be quicker to read.
     *
     * @return null, as {@link #read(Operation, ApiResponse)}
     * @throws PilotStatusTransportException likewise
     */
    public static Object read(Operation operation, ApiResponse response, Answer answer) {
        String trouble;
        try {
            if (response.body() == null) {
                trouble = "broke off, cannot be decompressed, or is larger than maxResponseSize";
            } else if (operation.reads() && response.body().length == 0 && response.status() != NO_CONTENT) {
                trouble = "is empty";
            } else {
                return answer.read(response.body());
            }
        } catch (JacksonException e) {
            // Without the cause, whose text may quote the answer.
            trouble = "is no JSON of the expected form";
        }
        if (operation.reads()) {
            throw new PilotStatusTransportException(
                    "'" + operation.operationName() + "' was answered with " + response.status() + ", but the answer "
                            + trouble,
                    Failure.refused(ErrorCode.ANSWER_UNUSABLE, response.status(), true, response.attempts()),
                    null);
        }
        LOG.warn(
                "'{}' was accepted with {}, but the answer {}; it goes on without what the answer says",
                operation.operationName(),
                response.status(),
                trouble);
        return null;
    }

    /** A list that is read no further. Asking again would not help. */
    public static PilotStatusException endless(Operation operation, String what) {
        return new PilotStatusTransportException(
                "'" + operation.operationName() + "' gave " + what + ", and is read no further; ask for less of it",
                Failure.refused(ErrorCode.LIST_ENDLESS, null, false, 1),
                null);
    }
}
