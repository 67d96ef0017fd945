/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.settings;

/**
 * The points where the public documentation is silent or contradicts itself, and the plan of the account.
 *
 * @param freePlan true refuses media with SUBSCRIPTION_REQUIRED_FOR_MEDIA; default false
 * @param metaGroups true makes the Meta number eligible for groups; default false (META_GROUPS_NOT_ELIGIBLE)
 * @param cancelAnswer shape of the answer to a cancellation, default IDS
 * @param container shape of the answers of {@code GET /templates} and of webhook logs, default ARRAY
 * @param sourceNumber true puts {@code sourceNumber} into the answer to a send; default true
 * @param refuseUnknownFields true refuses fields the document does not name, though it allows them; default false
 * @param relayOnly true stores no messages: lists of messages and conversations are empty, with the notice
 *     PII_RELAY_ONLY; default false
 * @param instanceIds true lets a number be connected, logged out and asked for its state by the id of its instance only;
 *     default false, by the number's as well
 * @param metaEvents how the Meta number tells webhooks of messages, default EVENT
 * @param sparseStatuses true leaves {@code fromMe}, {@code to} and {@code content} out of events about the state of a
 *     message; default false
 */
public record ContractSettings(
        boolean freePlan,
        boolean metaGroups,
        CancelAnswer cancelAnswer,
        Container container,
        boolean sourceNumber,
        boolean refuseUnknownFields,
        boolean relayOnly,
        boolean instanceIds,
        MetaEvents metaEvents,
        boolean sparseStatuses) {

    public ContractSettings {
        if (cancelAnswer == null || container == null || metaEvents == null) {
            throw new IllegalArgumentException("cancelAnswer, container and metaEvents must be given");
        }
    }

    /** The two documented answers to a cancellation. */
    public enum CancelAnswer {
        /** {@code {"cancelled": [ids], "failed": [{"id", "reason"}]}}. */
        IDS,
        /** {@code {"cancelled": 2, "notFound": 0}}. */
        COUNTS
    }

    /** The two shapes a list may have. */
    public enum Container {
        /** A bare array. */
        ARRAY,
        /** An object whose one field holds the array. */
        OBJECT
    }

    /** The forms in which webhooks of a Meta number hear of messages. */
    public enum MetaEvents {
        /** The event of Pilot Status. */
        EVENT,
        /** Meta's own envelope. What Meta has never heard of comes as an event. */
        ENVELOPE,
        /** The envelope, and the event after it. */
        BOTH
    }

    static ContractSettings defaults() {
        return new ContractSettings(
                false, false, CancelAnswer.IDS, Container.ARRAY, true, false, false, false, MetaEvents.EVENT, false);
    }

    public ContractSettings withFreePlan(boolean value) {
        return RecordCopy.with(this, "freePlan", value);
    }

    public ContractSettings withMetaGroups(boolean value) {
        return RecordCopy.with(this, "metaGroups", value);
    }

    public ContractSettings withCancelAnswer(CancelAnswer value) {
        return RecordCopy.with(this, "cancelAnswer", value);
    }

    public ContractSettings withContainer(Container value) {
        return RecordCopy.with(this, "container", value);
    }

    public ContractSettings withSourceNumber(boolean value) {
        return RecordCopy.with(this, "sourceNumber", value);
    }

    public ContractSettings withRefuseUnknownFields(boolean value) {
        return RecordCopy.with(this, "refuseUnknownFields", value);
    }

    public ContractSettings withRelayOnly(boolean value) {
        return RecordCopy.with(this, "relayOnly", value);
    }

    public ContractSettings withInstanceIds(boolean value) {
        return RecordCopy.with(this, "instanceIds", value);
    }

    public ContractSettings withMetaEvents(MetaEvents value) {
        return RecordCopy.with(this, "metaEvents", value);
    }

    public ContractSettings withSparseStatuses(boolean value) {
        return RecordCopy.with(this, "sparseStatuses", value);
    }
}
