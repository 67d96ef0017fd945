/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * What the operation <code>send</code> sends, and to whom, as far as the endpoint says so. Never on the component: a
 * recipient or a text that applies to every route would be a mistake waiting to happen.
 */
@UriParams
public class PilotStatusSendConfiguration {

    @UriParam(
            label = "producer,recipient",
            description =
                    "Destination: a phone number in E.164 (or of `defaultRegion`), or a BSUID such as `BR.13491208655302741918`. May be a Simple expression.")
    private String to;

    @UriParam(
            label = "producer,recipient",
            description = "Destination: id of a group, ending in `@g.us`. May be a Simple expression.")
    private String groupId;

    @UriParam(
            label = "producer,recipient",
            description = "Destination: id of a channel, ending in `@newsletter`. May be a Simple expression.")
    private String newsletterId;

    @UriParam(
            label = "producer,template",
            description = "Id or name of the template to send. May be a Simple expression.")
    private String templateId;

    @UriParam(
            label = "producer,template",
            prefix = "variables.",
            multiValue = true,
            description =
                    "Variables of the template by name, as `variables.name=...`. Each may be a Simple expression.")
    private Map<String, Object> variables = new LinkedHashMap<>();

    @UriParam(label = "producer,text", description = "Free text to send. May be a Simple expression.")
    private String text;

    @UriParam(
            label = "producer,media",
            description = "Media to send: an http(s) URL or a base64 data URI. May be a Simple expression.")
    private String media;

    @UriParam(
            label = "producer,media",
            enums = "image,video,document,audio",
            description =
                    "Kind of the media: image, video, document or audio. With it, a body of bytes, a stream or a file is the media. May be a Simple expression.")
    private String mediaType;

    @UriParam(label = "producer,media", description = "Name shown for a document. May be a Simple expression.")
    private String fileName;

    @UriParam(
            label = "producer,media",
            description = "Text below an image, a video or a document. May be a Simple expression.")
    private String caption;

    @UriParam(
            label = "producer,text",
            description =
                    "Up to three answer buttons, separated by commas, each a text or `id:text`; the reply carries the id. A comma or colon of a text takes a backslash before it. Only with `text` or `media`. May be a Simple expression.")
    private String buttons;

    @UriParam(
            label = "producer,text",
            description = "Text above the message. Only together with buttons. May be a Simple expression.")
    private String header;

    @UriParam(
            label = "producer,text",
            description = "Text below the message. Only together with buttons. May be a Simple expression.")
    private String footer;

    @UriParam(
            label = "producer,send",
            description =
                    "When to deliver: an ISO 8601 time with offset (without one, in `timeZone`), or a duration from now such as `PT2H`. Not in the past. At once by default. May be a Simple expression.")
    private String deliverAt;

    @UriParam(
            label = "producer,send",
            description =
                    "Deadline of the delivery: an ISO 8601 time with offset (without one, in `timeZone`), or a duration from now such as `PT2H`. Not before `deliverAt`. Chosen by Pilot Status by default. May be a Simple expression.")
    private String deliverUntil;

    @UriParam(
            label = "producer,send",
            description =
                    "Zone of `deliverAt` and `deliverUntil` when they have no offset, such as `America/Sao_Paulo`. Without it such times are refused.")
    private String timeZone;

    @UriParam(
            label = "producer,send",
            description =
                    "Labels to attach to the destination, separated by commas; a comma of a label takes a backslash before it. May be a Simple expression.")
    private String labels;

    @UriParam(
            label = "producer,send",
            description =
                    "On Meta numbers a send shows typing and marks the contact's message read; `false` avoids it.")
    private Boolean markRead;

    @UriParam(
            label = "producer,template",
            description =
                    "Whether Pilot Status may reword a MARKETING template by AI (`marketingOptions.aiRewriteEnabled`).")
    private Boolean aiRewriteEnabled;

    @UriParam(
            label = "producer,send",
            defaultValue = "auto",
            enums = "auto,message,variables,text,media,none",
            description =
                    "What the message body is. `auto` goes by its Java type: a SendMessage is the message; with a template chosen a Map or JsonNode is its variables, without one it is the message in the API's field names; a String is text; bytes, streams and files are media when `mediaType` is set.")
    private BodyAs bodyAs = BodyAs.AUTO;

    @UriParam(
            label = "producer,journal",
            description =
                    "Name of the send, such as the number of an order: the journal makes each name happen once per number and destination. 1 to 200 characters, each of which counts, and none of them a control character. May be a Simple expression.")
    private String idempotencyKey;

    @UriParam(
            label = "producer",
            defaultValue = "true",
            description =
                    "Whether the rules of a message, or of the parameters of a call, are checked before it is sent. Without, everything goes as given and the service judges, except that there must be one destination.")
    private boolean validate = true;

    @UriParam(
            label = "producer,media",
            defaultValue = "16777216",
            description =
                    "Largest media, in bytes: of `send` the largest body, file or header taken as media or as JSON, of `media-download` the largest media that is fetched.")
    private int maxMediaSize = 16 * 1024 * 1024;

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getGroupId() {
        return groupId;
    }

    public void setGroupId(String groupId) {
        this.groupId = groupId;
    }

    public String getNewsletterId() {
        return newsletterId;
    }

    public void setNewsletterId(String newsletterId) {
        this.newsletterId = newsletterId;
    }

    public String getTemplateId() {
        return templateId;
    }

    public void setTemplateId(String templateId) {
        this.templateId = templateId;
    }

    public Map<String, Object> getVariables() {
        return variables;
    }

    public void setVariables(Map<String, Object> variables) {
        this.variables = variables;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getMedia() {
        return media;
    }

    public void setMedia(String media) {
        this.media = media;
    }

    public String getMediaType() {
        return mediaType;
    }

    public void setMediaType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String getFileName() {
        return fileName;
    }

    public void setFileName(String fileName) {
        this.fileName = fileName;
    }

    public String getCaption() {
        return caption;
    }

    public void setCaption(String caption) {
        this.caption = caption;
    }

    public String getButtons() {
        return buttons;
    }

    public void setButtons(String buttons) {
        this.buttons = buttons;
    }

    public String getHeader() {
        return header;
    }

    public void setHeader(String header) {
        this.header = header;
    }

    public String getFooter() {
        return footer;
    }

    public void setFooter(String footer) {
        this.footer = footer;
    }

    public String getDeliverAt() {
        return deliverAt;
    }

    public void setDeliverAt(String deliverAt) {
        this.deliverAt = deliverAt;
    }

    public String getDeliverUntil() {
        return deliverUntil;
    }

    public void setDeliverUntil(String deliverUntil) {
        this.deliverUntil = deliverUntil;
    }

    public String getLabels() {
        return labels;
    }

    public void setLabels(String labels) {
        this.labels = labels;
    }

    public Boolean getMarkRead() {
        return markRead;
    }

    public void setMarkRead(Boolean markRead) {
        this.markRead = markRead;
    }

    public Boolean getAiRewriteEnabled() {
        return aiRewriteEnabled;
    }

    public void setAiRewriteEnabled(Boolean aiRewriteEnabled) {
        this.aiRewriteEnabled = aiRewriteEnabled;
    }

    public BodyAs getBodyAs() {
        return bodyAs;
    }

    public void setBodyAs(BodyAs bodyAs) {
        this.bodyAs = bodyAs;
    }

    public String getIdempotencyKey() {
        return idempotencyKey;
    }

    public void setIdempotencyKey(String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
    }

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }

    public boolean isValidate() {
        return validate;
    }

    public void setValidate(boolean validate) {
        this.validate = validate;
    }

    public int getMaxMediaSize() {
        return maxMediaSize;
    }

    public void setMaxMediaSize(int maxMediaSize) {
        this.maxMediaSize = maxMediaSize;
    }
}
