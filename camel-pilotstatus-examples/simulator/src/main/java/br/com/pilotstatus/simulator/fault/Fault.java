/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * What goes wrong with a request. "Accepted" faults let the operation do its work first, so that a send is in the ledger
 * and only its answer is spoiled; the others spoil the request before anything has happened.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fault.StatusAnswer.class, name = "status"),
    @JsonSubTypes.Type(value = Fault.Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = Fault.Stall.class, name = "stall"),
    @JsonSubTypes.Type(value = Fault.Reset.class, name = "reset"),
    @JsonSubTypes.Type(value = Fault.GarbageHttp.class, name = "garbage-http"),
    @JsonSubTypes.Type(value = Fault.GarbageJson.class, name = "garbage-json"),
    @JsonSubTypes.Type(value = Fault.HalfBody.class, name = "half-body"),
    @JsonSubTypes.Type(value = Fault.HugeBody.class, name = "huge-body"),
    @JsonSubTypes.Type(value = Fault.SlowDrip.class, name = "slow-drip"),
    @JsonSubTypes.Type(value = Fault.EmptyAnswer.class, name = "empty-answer"),
    @JsonSubTypes.Type(value = Fault.Redirect.class, name = "redirect")
})
public sealed interface Fault {

    /** True when the operation does its work before the answer is spoiled. */
    default boolean accepted() {
        return false;
    }

    /** Faults of the answer alone: the operation has always done its work. */
    sealed interface AfterWork extends Fault {

        @Override
        default boolean accepted() {
            return true;
        }
    }

    /**
     * Answers correctly, but late.
     *
     * @param millis how late
     */
    record Delay(long millis) implements Fault {

        public Delay {
            requirePositive(millis, "millis");
        }
    }

    /**
     * Never answers.
     *
     * @param accepted whether the operation does its work first
     */
    record Stall(boolean accepted) implements Fault {}

    /**
     * Closes the connection abruptly (TCP reset).
     *
     * @param accepted true is "accepted, but the reply was lost"
     */
    record Reset(boolean accepted) implements Fault {}

    /**
     * Answers with bytes that are no HTTP, then closes.
     *
     * @param accepted whether the operation does its work first
     */
    record GarbageHttp(boolean accepted) implements Fault {}

    /** Does its work and answers with the right status and a body that is no JSON. */
    record GarbageJson() implements AfterWork {}

    /** Does its work, announces the whole answer, sends half of it and closes. */
    record HalfBody() implements AfterWork {}

    /**
     * Does its work and answers with the right status and one JSON object with a text of so many bytes in it.
     *
     * @param bytes length of the text
     */
    record HugeBody(long bytes) implements AfterWork {

        public HugeBody {
            requirePositive(bytes, "bytes");
        }
    }

    /**
     * Does its work and sends the answer bit by bit.
     *
     * @param bytes how many at a time
     * @param everyMillis the pause between
     */
    record SlowDrip(int bytes, long everyMillis) implements AfterWork {

        public SlowDrip {
            requirePositive(bytes, "bytes");
            requirePositive(everyMillis, "everyMillis");
        }
    }

    /** Does its work and answers with the right status but no body. */
    record EmptyAnswer() implements AfterWork {}

    /**
     * Sends the caller elsewhere.
     *
     * @param status a status from 300 to 399
     * @param location the other address
     */
    record Redirect(int status, String location) implements Fault {

        public Redirect {
            if (status < 300 || status > 399 || location == null) {
                throw new IllegalArgumentException("A redirect needs a status from 300 to 399 and a location");
            }
        }
    }

    /**
     * Refuses a request with a status before anything has happened.
     *
     * @param status HTTP status, 200 to 599
     * @param code {@code code} of the API's error body, null for none
     * @param body body to send in place of the API's error body, or null
     * @param bare true sends no body at all
     * @param retryAfterSeconds {@code Retry-After}, null for none
     * @param retryAfterAsDate true writes it as an HTTP date
     */
    record StatusAnswer(
            int status, String code, JsonNode body, boolean bare, Integer retryAfterSeconds, boolean retryAfterAsDate)
            implements Fault {

        public StatusAnswer {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("status must be from 200 to 599");
            }
        }

        /** With this {@code code} in the API's error body. */
        public StatusAnswer withCode(String value) {
            return new StatusAnswer(status, value, body, bare, retryAfterSeconds, retryAfterAsDate);
        }

        /** With this body in place of the API's error body. */
        public StatusAnswer withBody(JsonNode value) {
            return new StatusAnswer(status, code, value, bare, retryAfterSeconds, retryAfterAsDate);
        }

        /** Without any body. */
        public StatusAnswer withoutBody() {
            return new StatusAnswer(status, code, null, true, retryAfterSeconds, retryAfterAsDate);
        }

        /** With {@code Retry-After} in seconds. */
        public StatusAnswer withRetryAfter(int seconds) {
            return new StatusAnswer(status, code, body, bare, seconds, false);
        }

        /** With {@code Retry-After} as an HTTP date so many seconds from the moment of the answer. */
        public StatusAnswer withRetryAfterDate(int secondsFromNow) {
            return new StatusAnswer(status, code, body, bare, secondsFromNow, true);
        }
    }

    /** Refuses with a status and the API's error body; the answer can be shaped further. */
    static StatusAnswer status(int status) {
        return new StatusAnswer(status, null, null, false, null, false);
    }

    /** Answers correctly, but late. */
    static Delay delay(Duration delay) {
        return new Delay(delay.toMillis());
    }

    /** Never answers and does nothing. */
    static Stall stall() {
        return new Stall(false);
    }

    /** Does its work and never answers. */
    static Stall stallAfterAcceptance() {
        return new Stall(true);
    }

    /** Resets the connection before anything has happened. */
    static Reset reset() {
        return new Reset(false);
    }

    /** Does its work and resets the connection in place of an answer. */
    static Reset replyLost() {
        return new Reset(true);
    }

    /** Answers with bytes that are no HTTP and does nothing. */
    static GarbageHttp garbageHttp() {
        return new GarbageHttp(false);
    }

    /** Does its work and answers with a body that is no JSON. */
    static GarbageJson garbageJson() {
        return new GarbageJson();
    }

    /** Does its work and breaks off in the middle of the answer. */
    static HalfBody halfBody() {
        return new HalfBody();
    }

    /** Does its work and answers with a body of this many bytes. */
    static HugeBody hugeBody(long bytes) {
        return new HugeBody(bytes);
    }

    /** Does its work and sends so many bytes of the answer at a time. */
    static SlowDrip slowDrip(int bytes, Duration every) {
        return new SlowDrip(bytes, every.toMillis());
    }

    /** Does its work and answers without a body. */
    static EmptyAnswer emptyAnswer() {
        return new EmptyAnswer();
    }

    /** Sends the caller to another address with status 307. */
    static Redirect redirect(String location) {
        return new Redirect(307, location);
    }

    private static void requirePositive(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1");
        }
    }
}
