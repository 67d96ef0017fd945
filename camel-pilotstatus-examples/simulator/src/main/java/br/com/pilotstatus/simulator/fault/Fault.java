/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/**
 * What goes wrong with a request. "Accepted" faults let the operation do its work first, so that a send is in the ledger
 * and only its answer is spoiled; the others spoil the request before anything has happened.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StatusFault.class, name = "status"),
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
public sealed interface Fault
        permits StatusFault,
                Fault.Delay,
                Fault.Stall,
                Fault.Reset,
                Fault.GarbageHttp,
                Fault.GarbageJson,
                Fault.HalfBody,
                Fault.HugeBody,
                Fault.SlowDrip,
                Fault.EmptyAnswer,
                Fault.Redirect {

    /** True when the operation does its work before the answer is spoiled. */
    default boolean accepted() {
        return false;
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

    /**
     * Does its work and answers with the right status and one JSON object with a text of so many bytes in it.
     *
     * @param bytes length of the text
     */
    record HugeBody(long bytes) implements Fault {

        public HugeBody {
            requirePositive(bytes, "bytes");
        }

        @Override
        public boolean accepted() {
            return true;
        }
    }

    /**
     * Does its work and sends the answer bit by bit.
     *
     * @param bytes how many at a time
     * @param everyMillis the pause between
     */
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

    /** Refuses with a status and the API's error body; the answer can be shaped further. */
    static StatusFault status(int status) {
        return new StatusFault(status, null, null, false, null, false);
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
