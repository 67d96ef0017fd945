/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.settings.ContractSettings.Container;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import java.util.List;

/** Answers about templates. */
final class TemplateSamples {

    private static final String BODY = "{'name':'my template','body':'Hello {{name}}, welcome.'";
    private static final String EXAMPLES = ",'examples':{'name':'Marina'}}";

    static final List<Sample> LIST = List.of(
            Sample.number("listTemplates", "an array", 200, "GET /templates"),
            new Sample("listTemplates", "an object", 200, TemplateSamples::inAnObject),
            Sample.nobody("listTemplates", "GET /templates"),
            Sample.tenant("listTemplates", "a tenant key without a number", 403, "GET /templates"),
            Sample.number("getTemplate", "by name", 200, "GET /templates/welcome"),
            Sample.nobody("getTemplate", "GET /templates/welcome"),
            Sample.tenant("getTemplate", "a tenant key without a number", 403, "GET /templates/welcome"),
            Sample.number("getTemplate", "an unknown name", 404, "GET /templates/nope"),
            Sample.number("createTemplate", "of an unofficial number", 201, "POST /templates", BODY + EXAMPLES),
            Sample.meta("createTemplate", "of a Meta number", 201, "POST /templates", BODY + EXAMPLES),
            Sample.number("createTemplate", "without examples", 400, "POST /templates", BODY + "}"),
            Sample.number(
                    "createTemplate",
                    "a name in use",
                    409,
                    "POST /templates",
                    "{'name':'welcome','body':{'body':{'text':'Hi'}}}"),
            Sample.number("updateTemplate", "other text", 200, "PUT /templates/welcome", "{'body':'Hi there.'}"),
            Sample.number(
                    "updateTemplate",
                    "another category",
                    400,
                    "PUT /templates/welcome",
                    "{'category':'OTP','body':'Hi there.'}"),
            Sample.number("updateTemplate", "an unknown name", 404, "PUT /templates/nope", "{'body':'Hi.'}"),
            Sample.number("deleteTemplate", "gone", 200, "DELETE /templates/welcome"),
            Sample.number("deleteTemplate", "an unknown name", 404, "DELETE /templates/nope"));

    private TemplateSamples() {}

    private static Answer inAnObject(PilotStatusSimulator s) {
        s.configure(settings -> settings.with(settings.contract().withContainer(Container.OBJECT)));
        return ApiClient.of(s).get("/templates");
    }
}
