/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.api.ApiKeys;
import br.com.pilotstatus.camel.event.EventFilter;
import br.com.pilotstatus.camel.store.ClaimStore;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * Options of the connection and of receiving, which component and endpoint share. The component holds no destination and
 * no content: those are {@link PilotStatusSendConfiguration}, of endpoints only.
 */
@UriParams
public class PilotStatusConfiguration implements Cloneable {

    static final String DEFAULT_BASE_URL = "https://pilotstatus.com.br/v1";
    static final String DEFAULT_REGION = "BR";
    static final String DEFAULT_WEBHOOK_PATH = "/pilotstatus/webhook";
    static final String DEFAULT_SIGNATURE_HEADERS =
            "x-pilot-status-signature,x-webhook-signature,x-signature,x-hub-signature-256";

    @UriParam(
            label = "common",
            defaultValue = "https://pilotstatus.com.br/v1",
            description =
                    "Address of the API, up to and with its version. Must be https, except for a host of the loopback range. The keys of the component go to the component's address only: an endpoint that names another one, or another proxy or other TLS settings, needs a key of its own.")
    private String baseUrl = DEFAULT_BASE_URL;

    @UriParam(
            label = "security",
            defaultValue = "false",
            description =
                    "Whether `baseUrl` and `publicUrl` may be http for hosts that are not of the loopback range, such as a simulator in another container, and links of `media-download` with `allowPrivateAddresses`, too. Keys, tokens, phone numbers and messages then travel for everybody on the way to read and change: for tries in a closed network only. Warned about at each start.")
    private boolean allowInsecureHttp;

    @UriParam(
            label = "security",
            secret = true,
            description = "Number-scoped API key (header `x-api-key`). Send from the number that the key belongs to.")
    private String apiKey;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "Id of the API key, in place of the key itself (header `x-api-key-id`). Not together with `apiKey`.")
    private String apiKeyId;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "Tenant-scoped API key. Needed by calls for the whole account, and to act for the number named by `whatsappNumberId`.")
    private String accountKey;

    @UriParam(
            label = "common",
            description =
                    "Id of the number to act for, when `accountKey` is used (header `x-whatsapp-number-id`). May be a Simple expression.")
    private String whatsappNumberId;

    @UriParam(
            label = "advanced",
            defaultValue = "5000",
            javaType = "java.time.Duration",
            description = "How long to wait for a connection, the TLS handshake included.")
    private long connectTimeout = 5000;

    @UriParam(
            label = "advanced",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description = "How long to wait for the answer, and between two parts of it.")
    private long responseTimeout = 30000;

    @UriParam(
            label = "advanced",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description =
                    "How long a call may take in all, from when it has one of `maxInFlight` places to the end of its last try.")
    private long totalTimeout = 60000;

    @UriParam(
            label = "advanced",
            defaultValue = "200",
            description =
                    "How many calls may be under way at once over one connection pool; endpoints with the same address, TLS settings, proxy and `maxInFlight` share it. Calls beyond it wait up to `acquireTimeout`, and hold no thread meanwhile.")
    private int maxInFlight = 200;

    @UriParam(
            label = "advanced",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description =
                    "How long a call waits for its turn and for one of `maxInFlight` places before it fails without having been sent.")
    private long acquireTimeout = 10000;

    @UriParam(
            label = "advanced",
            defaultValue = "0",
            description =
                    "How many calls of a key may begin in a second, fractions allowed; 0 for any number. Calls beyond it wait up to `acquireTimeout`.")
    private double requestsPerSecond;

    @UriParam(
            label = "advanced",
            defaultValue = "3",
            description =
                    "How often a call is tried in all, when repeating it is safe: it was not sent, or refused for now, or only reads. Between tries it waits up to 500 ms, then up to twice as long each time, and never less than the service asks.")
    private int maxAttempts = 3;

    @UriParam(
            label = "producer",
            defaultValue = "fail",
            enums = "fail,retry",
            description =
                    "What to do with a call that was sent and may have happened: `fail`, or `retry`, which may do it twice.")
    private OnUnknown onUnknown = OnUnknown.FAIL;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether a refusal that names a waiting time sets Camel's header `CamelRedeliveryDelay`, by which the error handler of the route waits as long, up to an hour; a longer time is not waited for, and fails without redelivery. Camel remembers the delay for its later redeliveries too.")
    private boolean retryAfterHeader;

    @UriParam(
            label = "advanced",
            defaultValue = "16777216",
            description = "Largest answer read, in bytes. A larger one is not kept in memory and counts as unreadable.")
    private int maxResponseSize = 16 * 1024 * 1024;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "8388608",
            description =
                    "Largest request sent, in bytes, not counting the media of a message. A larger one is refused, whether rules are checked or not.")
    private int maxRequestSize = 8 * 1024 * 1024;

    @UriParam(
            label = "producer",
            defaultValue = "BR",
            description = "Region (ISO 3166-1, two letters) that a phone number without country code belongs to.")
    private String defaultRegion = DEFAULT_REGION;

    @UriParam(label = "security", description = "TLS settings for the connection to the API.")
    private SSLContextParameters sslContextParameters;

    @UriParam(label = "proxy", description = "Host of the HTTP proxy to reach the API through.")
    private String proxyHost;

    @UriParam(label = "proxy", description = "Port of the HTTP proxy.")
    private Integer proxyPort;

    @UriParam(label = "proxy", secret = true, description = "User name for the HTTP proxy.")
    private String proxyUsername;

    @UriParam(label = "proxy", secret = true, description = "Password for the HTTP proxy.")
    private String proxyPassword;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "/pilotstatus/webhook",
            description =
                    "Path on the HTTP server of the runtime that receives the events. Begins with a slash; holds letters, digits, dots, dashes, underscores and tildes between slashes, and no empty segment, `.` or `..`.")
    private String path = DEFAULT_WEBHOOK_PATH;

    @UriParam(
            label = "consumer",
            description =
                    "Names of the events to pass to the route, separated by commas; a name that ends in a dot and an asterisk stands for all that begin so. Others are answered with 200 and dropped. Everything by default. Messages that were sent from the number itself come only when `fromMe` is named too. The events: `"
                            + EventFilter.EVENTS + "`.")
    private String events;

    @UriParam(
            label = "consumer,security",
            enums = "token,hmac,bean,none",
            description =
                    "How a delivery proves where it comes from. By default with all that is set of `token`, `secret` and `verifier`. `none` accepts events from anybody and must be written out.")
    private WebhookVerification verify;

    @UriParam(
            label = "consumer,security",
            secret = true,
            description =
                    "Shared token that each delivery must carry, as query parameter `token` or header `X-Webhook-Token`. Several values separated by commas are valid at once, for rotation. At least 16 characters each are advised.")
    private String token;

    @UriParam(
            label = "consumer,security",
            secret = true,
            description =
                    "Secret of the HMAC-SHA256 signature over the raw body. Several values separated by commas are valid at once, for rotation.")
    private String secret;

    @UriParam(
            label = "consumer,security",
            defaultValue = "x-pilot-status-signature,x-webhook-signature,x-signature,x-hub-signature-256",
            description =
                    "Headers that may hold the signature, separated by commas; the first one present is checked. Hex or base64, with or without `sha256=` in front.")
    private String signatureHeader = DEFAULT_SIGNATURE_HEADERS;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "1048576",
            description = "Largest event accepted, in bytes. A larger one is answered with 413.")
    private int maxPayloadSize = 1024 * 1024;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description =
                    "How long the body of an event may take to arrive. A slower one is answered with 408, or cut off. Not on Netty, which waits as long as the sender does.")
    private long bodyTimeout = 10_000;

    @UriParam(
            label = "producer,journal",
            description =
                    "Store that remembers which sends with an `idempotencyKey` were accepted, so that each happens once. In memory, for 24 hours and the latest 100,000 sends, when not set; a JdbcClaimStore survives restarts and is shared by nodes.")
    private ClaimStore journal;

    @UriParam(
            label = "consumer",
            description =
                    "Store that remembers which events were processed, so that each reaches the route once. In memory, for 24 hours (42 days where it is polled) and the latest 100,000 events, when not set.")
    private ClaimStore inbox;

    @UriParam(
            label = "consumer,webhook",
            description =
                    "Name of the Camel component whose HTTP server receives the events, such as `platform-http` or `netty-http`. By default the one of the rest configuration, then `platform-http`, then the only one there is.")
    private String httpServer;

    /** A copy that can be changed without touching this one. */
    public PilotStatusConfiguration copy() {
        try {
            return (PilotStatusConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public boolean isAllowInsecureHttp() {
        return allowInsecureHttp;
    }

    public void setAllowInsecureHttp(boolean allowInsecureHttp) {
        this.allowInsecureHttp = allowInsecureHttp;
    }

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getApiKeyId() {
        return apiKeyId;
    }

    public void setApiKeyId(String apiKeyId) {
        this.apiKeyId = apiKeyId;
    }

    public String getAccountKey() {
        return accountKey;
    }

    public void setAccountKey(String accountKey) {
        this.accountKey = accountKey;
    }

    public String getWhatsappNumberId() {
        return whatsappNumberId;
    }

    public void setWhatsappNumberId(String whatsappNumberId) {
        this.whatsappNumberId = whatsappNumberId;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getTotalTimeout() {
        return totalTimeout;
    }

    public void setTotalTimeout(long totalTimeout) {
        this.totalTimeout = totalTimeout;
    }

    public int getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public long getAcquireTimeout() {
        return acquireTimeout;
    }

    public void setAcquireTimeout(long acquireTimeout) {
        this.acquireTimeout = acquireTimeout;
    }

    public double getRequestsPerSecond() {
        return requestsPerSecond;
    }

    public void setRequestsPerSecond(double requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    public int getMaxAttempts() {
        return maxAttempts;
    }

    public void setMaxAttempts(int maxAttempts) {
        this.maxAttempts = maxAttempts;
    }

    public OnUnknown getOnUnknown() {
        return onUnknown;
    }

    public void setOnUnknown(OnUnknown onUnknown) {
        this.onUnknown = onUnknown;
    }

    public boolean isRetryAfterHeader() {
        return retryAfterHeader;
    }

    public void setRetryAfterHeader(boolean retryAfterHeader) {
        this.retryAfterHeader = retryAfterHeader;
    }

    public int getMaxRequestSize() {
        return maxRequestSize;
    }

    public void setMaxRequestSize(int maxRequestSize) {
        this.maxRequestSize = maxRequestSize;
    }

    public int getMaxResponseSize() {
        return maxResponseSize;
    }

    public void setMaxResponseSize(int maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public String getDefaultRegion() {
        return defaultRegion;
    }

    public void setDefaultRegion(String defaultRegion) {
        this.defaultRegion = defaultRegion;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public Integer getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getProxyUsername() {
        return proxyUsername;
    }

    public void setProxyUsername(String proxyUsername) {
        this.proxyUsername = proxyUsername;
    }

    public String getProxyPassword() {
        return proxyPassword;
    }

    public void setProxyPassword(String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public String getEvents() {
        return events;
    }

    public void setEvents(String events) {
        this.events = events;
    }

    public WebhookVerification getVerify() {
        return verify;
    }

    public void setVerify(WebhookVerification verify) {
        this.verify = verify;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getSignatureHeader() {
        return signatureHeader;
    }

    public void setSignatureHeader(String signatureHeader) {
        this.signatureHeader = signatureHeader;
    }

    public int getMaxPayloadSize() {
        return maxPayloadSize;
    }

    public void setMaxPayloadSize(int maxPayloadSize) {
        this.maxPayloadSize = maxPayloadSize;
    }

    public long getBodyTimeout() {
        return bodyTimeout;
    }

    public void setBodyTimeout(long bodyTimeout) {
        this.bodyTimeout = bodyTimeout;
    }

    public ClaimStore getJournal() {
        return journal;
    }

    public void setJournal(ClaimStore journal) {
        this.journal = journal;
    }

    public ClaimStore getInbox() {
        return inbox;
    }

    public void setInbox(ClaimStore inbox) {
        this.inbox = inbox;
    }

    public String getHttpServer() {
        return httpServer;
    }

    public void setHttpServer(String httpServer) {
        this.httpServer = httpServer;
    }

    /** The keys that calls are made with. */
    public ApiKeys keys() {
        return new ApiKeys(apiKey, apiKeyId, accountKey);
    }
}
