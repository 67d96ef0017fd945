/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.event.DeliveryVerifier;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of one consumer, which no other shares: how its events come to it. */
@UriParams
public class PilotStatusReceiveConfiguration {

    @UriParam(
            label = "consumer,security",
            description =
                    "Bean that decides whether a delivery is genuine, for proofs other than `token` and `secret`; asked in addition to those that are set. A DeliveryVerifier, to be named as `#bean:name`.")
    private DeliveryVerifier verifier;

    @UriParam(
            label = "consumer,security",
            secret = true,
            description =
                    "Token by which Meta finds out whether the path is the right one: a GET with `hub.mode=subscribe` and this token in `hub.verify_token` is answered with its `hub.challenge`. Several values separated by commas are valid at once, for rotation. It proves nothing about events, which need `token`, `secret` or `verifier` all the same.")
    private String verifyToken;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "false",
            description =
                    "Whether to register the webhook at Pilot Status once the path is served, and to bring a registered one up to date. Needs `publicUrl`, `events` and a key. Tried until it works, without holding up the route.")
    private boolean autoRegister;

    @UriParam(
            label = "consumer,webhook",
            description =
                    "Public address that leads to `path`, for `autoRegister`: https, except for a host of the loopback range or with `allowInsecureHttp`, and without a query, since the token is added to it.")
    private String publicUrl;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "false",
            description =
                    "Whether to remove the webhook from Pilot Status when the route stops, for which the stop waits a second at most. Not for several nodes behind one address: the first to stop would cut off the others.")
    private boolean unregisterOnStop;

    @UriParam(
            label = "consumer,poll",
            defaultValue = "3600000",
            javaType = "java.time.Duration",
            description =
                    "How far behind the newest message processed each poll looks again, from 1 second to 14 days, for messages that appear late and states that are reached later. A state that is reached later than this after its message is missed. Each hundred messages within it cost one call more a poll.")
    private long overlap = 3_600_000;

    @UriParam(
            label = "consumer",
            description =
                    "Name under which the inbox keeps how far polling has come and what was processed: up to 64 letters, digits, dots, dashes and underscores. Nodes that share the work have the same, routes that share an inbox different ones. By default, polling takes the number or a fingerprint of its key, and a webhook its path with a fingerprint of its token or secret, which survives their rotation.")
    private String subscriptionName;

    @UriParam(
            label = "consumer,security",
            defaultValue = "0",
            javaType = "java.time.Duration",
            description =
                    "How old an event may be by its `createdAt` when it arrives; an older one is answered with 400. Keeps a delivery that somebody has recorded from being sent again once the inbox has forgotten it. Events that do not say when they happened are not concerned. Any age when 0.")
    private long maxEventAge;

    public DeliveryVerifier getVerifier() {
        return verifier;
    }

    public void setVerifier(DeliveryVerifier verifier) {
        this.verifier = verifier;
    }

    public String getVerifyToken() {
        return verifyToken;
    }

    public void setVerifyToken(String verifyToken) {
        this.verifyToken = verifyToken;
    }

    public boolean isAutoRegister() {
        return autoRegister;
    }

    public void setAutoRegister(boolean autoRegister) {
        this.autoRegister = autoRegister;
    }

    public String getPublicUrl() {
        return publicUrl;
    }

    public void setPublicUrl(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    public boolean isUnregisterOnStop() {
        return unregisterOnStop;
    }

    public void setUnregisterOnStop(boolean unregisterOnStop) {
        this.unregisterOnStop = unregisterOnStop;
    }

    public long getOverlap() {
        return overlap;
    }

    public void setOverlap(long overlap) {
        this.overlap = overlap;
    }

    public long getMaxEventAge() {
        return maxEventAge;
    }

    public void setMaxEventAge(long maxEventAge) {
        this.maxEventAge = maxEventAge;
    }

    public String getSubscriptionName() {
        return subscriptionName;
    }

    public void setSubscriptionName(String subscriptionName) {
        this.subscriptionName = subscriptionName;
    }
}
