/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.api.HttpMethod;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options of the calls other than <code>send</code>: what they are about, and the author's word for dangerous ones. And what
 * becomes of the end of any call, <code>send</code> too.
 */
@UriParams
public class PilotStatusCallConfiguration {

    @UriParam(
            label = "producer,call",
            description =
                    "Id in the path of the call, such as the message's or the template's. May be a Simple expression.")
    private String id;

    @UriParam(
            label = "producer,call",
            prefix = "param.",
            multiValue = true,
            description = "Parameters of the call by name, as `param.limit=10`. Each may be a Simple expression.")
    private Map<String, Object> params = new LinkedHashMap<>();

    @UriParam(
            label = "producer,call",
            defaultValue = "false",
            description =
                    "Confirms a call that cannot be undone or costs money; such an operation does not start without, and no other takes it.")
    private boolean confirm;

    @UriParam(
            label = "producer,call",
            defaultValue = "one",
            enums = "one,all,iterator",
            description =
                    "How much of a list that comes in pages is fetched: one page; that and all after it as one List; or an Iterator over the same, which fetches each page when it is reached, for `split().streaming()`.")
    private PagesAs pages = PagesAs.ONE;

    @UriParam(
            label = "producer,call",
            defaultValue = "10000",
            description =
                    "How many elements `pages=all` and `pages=iterator` give at most; the rest is left out. Only together with one of these.")
    private int maxItems = 10_000;

    @UriParam(
            label = "producer,call",
            defaultValue = "GET",
            enums = "GET,POST,PUT,PATCH,DELETE",
            description = "HTTP method of `request`. All but GET count as changing something.")
    private HttpMethod method = HttpMethod.GET;

    @UriParam(
            label = "producer,call",
            description =
                    "Path of `request` below `baseUrl`, such as `/contacts/{id}`: names in braces stand for `param.<name>`; further parameters make the query.")
    private String requestPath;

    @UriParam(
            label = "producer",
            defaultValue = "auto",
            enums = "auto,body,headers",
            description =
                    "Where the answer goes. By default calls that ask for data put it into the body, and `send` leaves the body and sets headers.")
    private ResultIn result = ResultIn.AUTO;

    @UriParam(
            label = "producer",
            defaultValue = "true",
            description =
                    "Whether a call that failed throws a PilotStatusException. With `false` the route goes on with the body it had, and the result headers alone say what came of the call: `CamelPilotStatusOutcome` is ACCEPTED, REFUSED or UNKNOWN. No error handler repeats it then.")
    private boolean throwExceptionOnFailure = true;

    @UriParam(
            label = "producer,media",
            defaultValue = "false",
            description =
                    "Whether `media-download` follows links to addresses that are not public, such as those of a private network or of this machine, and `http` links to loopback hosts. Whoever writes the links can then reach what this machine can reach.")
    private boolean allowPrivateAddresses;

    @UriParam(
            label = "producer,journal",
            defaultValue = "leave",
            enums = "leave,refused",
            description =
                    "What `journal-reconcile` makes of an undecided send that the message history does not show once `settleAfter` is over: it stays undecided, or it counts as refused, so that the next send of its key goes out.")
    private AbsentSend absent = AbsentSend.LEAVE;

    @UriParam(
            label = "producer,journal",
            defaultValue = "3600000",
            javaType = "java.time.Duration",
            description =
                    "How long after it was begun, or after its `deliverAt`, `journal-reconcile` expects a send in the message history. Must be longer than the longest `totalTimeout` of the sends and than the clocks of nodes and database may be apart.")
    private long settleAfter = 3_600_000;

    public AbsentSend getAbsent() {
        return absent;
    }

    public void setAbsent(AbsentSend absent) {
        this.absent = absent;
    }

    public long getSettleAfter() {
        return settleAfter;
    }

    public void setSettleAfter(long settleAfter) {
        this.settleAfter = settleAfter;
    }

    public boolean isAllowPrivateAddresses() {
        return allowPrivateAddresses;
    }

    public void setAllowPrivateAddresses(boolean allowPrivateAddresses) {
        this.allowPrivateAddresses = allowPrivateAddresses;
    }

    public ResultIn getResult() {
        return result;
    }

    public void setResult(ResultIn result) {
        this.result = result;
    }

    public boolean isThrowExceptionOnFailure() {
        return throwExceptionOnFailure;
    }

    public void setThrowExceptionOnFailure(boolean throwExceptionOnFailure) {
        this.throwExceptionOnFailure = throwExceptionOnFailure;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Map<String, Object> getParams() {
        return params;
    }

    public void setParams(Map<String, Object> params) {
        this.params = params;
    }

    public PagesAs getPages() {
        return pages;
    }

    public void setPages(PagesAs pages) {
        this.pages = pages;
    }

    public int getMaxItems() {
        return maxItems;
    }

    public void setMaxItems(int maxItems) {
        this.maxItems = maxItems;
    }

    public HttpMethod getMethod() {
        return method;
    }

    public void setMethod(HttpMethod method) {
        this.method = method;
    }

    public String getRequestPath() {
        return requestPath;
    }

    public void setRequestPath(String requestPath) {
        this.requestPath = requestPath;
    }

    public boolean isConfirm() {
        return confirm;
    }

    public void setConfirm(boolean confirm) {
        this.confirm = confirm;
    }
}
