/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of the calls other than <code>send</code>: what they are about, and the author's word for dangerous ones. */
@UriParams
public class PilotStatusCallConfiguration {

    @UriParam(
            label = "producer",
            description =
                    "Id in the path of the call, such as the message's or the template's. May be a Simple expression.")
    private String id;

    @UriParam(
            label = "producer",
            prefix = "param.",
            multiValue = true,
            description = "Parameters of the call by name, as `param.limit=10`. Each may be a Simple expression.")
    private Map<String, Object> params = new LinkedHashMap<>();

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Confirms a call that cannot be undone or costs money; such an operation does not start without.")
    private boolean confirm;

    @UriParam(
            label = "producer",
            defaultValue = "auto",
            enums = "auto,body,headers",
            description =
                    "Where the answer goes. By default calls that ask for data put it into the body, and `send` leaves the body and sets headers.")
    private ResultIn result = ResultIn.AUTO;

    public ResultIn getResult() {
        return result;
    }

    public void setResult(ResultIn result) {
        this.result = result;
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

    public boolean isConfirm() {
        return confirm;
    }

    public void setConfirm(boolean confirm) {
        this.confirm = confirm;
    }
}
