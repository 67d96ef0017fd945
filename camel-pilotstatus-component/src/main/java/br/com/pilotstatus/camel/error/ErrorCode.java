/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

/**
 * Why a call failed on this side, for routes to branch on; the texts of exceptions are for people and may change. A code
 * is the name of its constant behind {@link #PREFIX}, which no code of the API begins with.
 */
public enum ErrorCode {
    DESTINATION_MISSING("no destination is named"),
    DESTINATION_AMBIGUOUS("more than one of `to`, `groupId` and `newsletterId` is named"),
    PHONE_NUMBER_INVALID("a text is no phone number: letters, too few or too many digits, no area code"),
    PHONE_NUMBER_AMBIGUOUS("a text may be read as more than one phone number"),
    USER_ID_INVALID("a text is neither a phone number nor a whole business-scoped user id"),
    LID_UNSUPPORTED("the destination is a LID (`...@lid`), which names nobody that can be written to"),
    GROUP_ID_INVALID("`groupId` does not end in `@g.us`, or `newsletterId` not in `@newsletter`"),

    CONTENT_MISSING("the message has no template, no text and no media"),
    CONTENT_AMBIGUOUS("parts of the message do not go together"),
    TEXT_INVALID("a text is blank, too long, or holds what cannot arrive"),
    TEMPLATE_VARIABLE_INVALID("a variable of a template is null, blank, of a wrong type, or holds what cannot arrive"),
    TEMPLATE_INVALID("a template that is to be created or changed breaks a rule"),
    BUTTONS_INVALID("buttons are too many, alike, or written in an unclear way"),
    LABELS_INVALID("a label is blank or too long, or there are too many"),
    MEDIA_INVALID("media is missing, empty, cannot be read, or is of another kind than it is said to be"),
    MEDIA_TOO_LARGE("media, or a body, is larger than `maxMediaSize`"),
    TIME_INVALID("a time is no time, has no offset, is past, or is in the wrong order"),

    EXPRESSION_NULL("an expression of an option gave null"),
    EXPRESSION_FAILED("an expression of an option could not be evaluated"),
    VALUE_TYPE("a value has no form as text"),
    BODY_TYPE("the Java type of the body does not go with the operation"),
    BODY_NOT_JSON("the body is no JSON, or nested too deeply"),
    BODY_FIELD("a field of the message in the body has a wrong type"),
    REQUEST_TOO_LARGE("the request is larger than `maxRequestSize`, or its address is too long"),

    PARAMETER_MISSING("a parameter of the call is missing"),
    PARAMETER_INVALID("a parameter of the call is of another type or out of range"),
    PARAMETER_UNKNOWN("the call takes no parameter of that name"),
    PARAMETERS_CONFLICT("parameters of the call do not go together"),
    ADDRESS_INVALID("what an expression gives `toD` for the operation or a key is none"),
    REQUEST_PATH_INVALID("`requestPath` is no path below `baseUrl`, or lacks a value"),
    WHATSAPP_NUMBER_ID_INVALID("`whatsappNumberId` is no id"),
    KEY_MISSING("the call needs a key that the endpoint does not have"),

    IDEMPOTENCY_KEY_INVALID("the idempotency key is of another form"),
    IDEMPOTENCY_KEY_REUSED("the idempotency key was used for another message to this destination"),
    IN_DOUBT("a send of this idempotency key is under way, or nobody knows whether it happened"),
    JOURNAL_UNREACHABLE("the journal could not be asked, so nothing was sent"),
    JOURNAL_ENTRY_UNKNOWN("the journal has no undecided send of that name"),

    NO_PLACE("no place among `maxInFlight` became free within `acquireTimeout`"),
    NO_TURN("`requestsPerSecond` let no call begin within `acquireTimeout`"),
    PAUSED("the service asked to pause for longer than `acquireTimeout`"),
    INTERRUPTED("the thread was interrupted before the call was sent"),
    STOPPED("the endpoint or its client was stopped before the call was sent"),
    NOT_SENT("nothing of the call was sent: no connection, no TLS"),
    NO_ANSWER("the call was sent, at least in part, and no answer came"),
    ANSWER_UNUSABLE("the answer is no JSON of the expected form, broke off, is empty or too large"),
    LIST_ENDLESS("a list has more pages, or takes longer, than is read of one"),

    MEDIA_LINK_INVALID("a media link, or where it redirects to, breaks a rule"),
    MEDIA_LINK_UNREACHABLE("a media link gave no answer"),
    MEDIA_LINK_REFUSED("a media link was answered without media");

    /** What every code of this side begins with. */
    public static final String PREFIX = "LOCAL_";

    private final String meaning;

    ErrorCode(String meaning) {
        this.meaning = meaning;
    }

    /** The code as it is in the header <code>CamelPilotStatusErrorCode</code> and in {@link PilotStatusException#getErrorCode}. */
    public String code() {
        return PREFIX + name();
    }

    /** When a call fails with it, in words for the documentation. */
    public String meaning() {
        return meaning;
    }
}
