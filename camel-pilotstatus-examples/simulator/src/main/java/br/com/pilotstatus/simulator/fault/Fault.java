/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * What goes wrong with a request. "Accepted" faults let the operation do its work first, so that a send is in the ledger
 * and only its answer is spoiled; the others spoil the request before anything has happened.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(value = Fault.Status.class, name = "status"),
    @Type(value = Fault.Delay.class, name = "delay"),
    @Type(value = Fault.Stall.class, name = "stall"),
    @Type(value = Fault.Reset.class, name = "reset"),
    @Type(value = Fault.GarbageHttp.class, name = "garbage-http"),
    @Type(value = Fault.GarbageJson.class, name = "garbage-json"),
    @Type(value = Fault.HalfBody.class, name = "half-body"),
    @Type(value = Fault.HugeBody.class, name = "huge-body"),
    @Type(value = Fault.SlowDrip.class, name = "slow-drip"),
    @Type(value = Fault.EmptyAnswer.class, name = "empty-answer"),
    @Type(value = Fault.Redirect.class, name = "redirect")
})
public sealed interface Fault {

    /** True when the operation does its work before the answer is spoiled. */
    boolean accepted();

    /**
     * Refuses with a status.
     *
     * @param status HTTP status, 200 to 599
     * @param code {@code code} of the API's error body, may be null
     * @param body body to send instead of the API's error body, or null
     * @param bare true sends no body at all
     * @param retryAfterSeconds {@code Retry-After}, null for none
     * @param retryAfterAsDate true writes it as an HTTP date
     */
    record Status(
            int status, String code, JsonNode body, boolean bare, Integer retryAfterSeconds, boolean retryAfterAsDate)
            implements Fault {

        public Status {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("status must be from 200 to 599");
            }
        }

        public Status withCode(String value) {
            return new Status(status, value, body, bare, retryAfterSeconds, retryAfterAsDate);
        }

        public Status withBody(JsonNode value) {
            return new Status(status, code, value, bare, retryAfterSeconds, retryAfterAsDate);
        }

        public Status withoutBody() {
            return new Status(status, code, null, true, retryAfterSeconds, retryAfterAsDate);
        }

        public Status withRetryAfter(int seconds) {
            return new Status(status, code, body, bare, seconds, false);
        }

        public Status withRetryAfterDate(int secondsFromNow) {
            return new Status(status, code, body, bare, secondsFromNow, true);
        }

        @Override
        public boolean accepted() {
            return false;
        }
    }

    /** Answers correctly, but late. @param millis how late */
    record Delay(long millis) implements Fault {

        public Delay {
            requirePositive(millis, "millis");
        }

        @Override
        public boolean accepted() {
            return false;
        }
    }

    /** Never answers. @param accepted whether the operation does its work first */
    record Stall(boolean accepted) implements Fault {}

    /** Closes the connection abruptly (TCP reset). @param accepted true is "accepted, but the reply was lost" */
    record Reset(boolean accepted) implements Fault {}

    /** Answers with bytes that are no HTTP, then closes. @param accepted whether the operation does its work first */
    record GarbageHttp(boolean accepted) implements Fault {}

    /** Does its work and answers with the right status and a body that is no JSON. */
    record GarbageJson() implements Fault {

        @Override
        public boolean accepted() {
            return true;
        }
    }

    /** Does its work, announces the whole answer, sends half of it and closes. */
    record HalfBody() implements Fault {

        @Override
        public boolean accepted() {
            return true;
        }
    }

    /** Does its work and answers with the right status and a body of this many bytes, all of it one valid JSON object. */
    record HugeBody(long bytes) implements Fault {

        public HugeBody {
            requirePositive(bytes, "bytes");
        }

        @Override
        public boolean accepted() {
            return true;
        }
    }

    /** Does its work and sends the answer bit by bit. @param bytes how many at a time @param everyMillis the pause between */
    record SlowDrip(int bytes, long everyMillis) implements Fault {

        public SlowDrip {
            requirePositive(bytes, "bytes");
            requirePositive(everyMillis, "everyMillis");
        }

        @Override
        public boolean accepted() {
            return true;
        }
    }

    /** Does its work and answers with the right status but no body. */
    record EmptyAnswer() implements Fault {

        @Override
        public boolean accepted() {
            return true;
        }
    }

    /** Sends the caller elsewhere. @param status 301, 302, 303, 307 or 308 @param location the other address */
    record Redirect(int status, String location) implements Fault {

        public Redirect {
            if (status < 300 || status > 399 || location == null) {
                throw new IllegalArgumentException("A redirect needs a status from 300 to 399 and a location");
            }
        }

        @Override
        public boolean accepted() {
            return false;
        }
    }

    static Status status(int status) {
        return new Status(status, null, null, false, null, false);
    }

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

    static GarbageHttp garbageHttp() {
        return new GarbageHttp(false);
    }

    static GarbageJson garbageJson() {
        return new GarbageJson();
    }

    static HalfBody halfBody() {
        return new HalfBody();
    }

    static HugeBody hugeBody(long bytes) {
        return new HugeBody(bytes);
    }

    static SlowDrip slowDrip(int bytes, Duration every) {
        return new SlowDrip(bytes, every.toMillis());
    }

    static EmptyAnswer emptyAnswer() {
        return new EmptyAnswer();
    }

    static Redirect redirect(String location) {
        return new Redirect(307, location);
    }

    private static void requirePositive(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1");
        }
    }
}
