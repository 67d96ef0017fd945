/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.media;

import br.com.pilotstatus.camel.PilotStatusCallConfiguration;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.api.Answers;
import br.com.pilotstatus.camel.api.ApiKeys;
import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.RequestFactory;
import br.com.pilotstatus.camel.call.CallingProducer;
import br.com.pilotstatus.camel.call.EndpointCalls;
import br.com.pilotstatus.camel.call.EndpointFailures;
import br.com.pilotstatus.camel.call.NumberSelection;
import br.com.pilotstatus.camel.call.ResultHeaders;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.link.LinkRules;
import br.com.pilotstatus.camel.link.MediaLink;
import br.com.pilotstatus.camel.model.DataUri;
import br.com.pilotstatus.camel.model.EventMedia;
import br.com.pilotstatus.camel.model.MediaDownload;
import br.com.pilotstatus.camel.options.OperationKind;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;

/**
 * Turns the media of an event into bytes: by its id from Pilot Status, or else from its link. Holds no thread meanwhile,
 * and reads no more than <code>maxMediaSize</code>.
 */
public final class MediaDownloadProducer extends CallingProducer {

    private final MediaParameters parameters;
    private final NumberSelection number;
    private final ApiKeys keys;
    private final RequestFactory requests;
    private final LinkRules rules;

    public MediaDownloadProducer(
            Endpoint endpoint,
            PilotStatusConfiguration configuration,
            PilotStatusCallConfiguration call,
            int maxMediaSize,
            EndpointCalls calls,
            EndpointFailures failures) {
        super(endpoint, OperationKind.MEDIA_DOWNLOAD.operationName(), calls, failures);
        this.parameters = new MediaParameters(endpoint.getCamelContext(), call.getParams());
        this.number = new NumberSelection(endpoint.getCamelContext(), configuration);
        this.keys = configuration.keys();
        this.requests = new RequestFactory(keys);
        this.rules = new LinkRules(call.isAllowPrivateAddresses(), configuration.isAllowInsecureHttp(), maxMediaSize);
    }

    @Override
    protected boolean begin(Exchange exchange, AsyncCallback callback) {
        MediaWanted wanted = parameters.of(exchange);
        if (byId(wanted.media())) {
            fetchById(exchange, wanted, callback);
        } else {
            fetchByLink(exchange, wanted, callback);
        }
        return false;
    }

    /** The id leads to Pilot Status itself, and so is the better way; it needs the number's other id, and a key. */
    private boolean byId(EventMedia media) {
        boolean complete = media.id() != null && media.phoneNumberId() != null && !keys.none();
        if (!complete && media.link() == null) {
            throw media.phoneNumberId() == null
                    ? new PilotStatusValidationException(
                            ErrorCode.PARAMETER_MISSING,
                            MediaParameters.PHONE_NUMBER_ID,
                            "is missing: mediaId alone leads nowhere")
                    : new PilotStatusValidationException(
                            ErrorCode.KEY_MISSING,
                            MediaParameters.ID,
                            "needs a key: set the option apiKey, apiKeyId or accountKey");
        }
        return complete;
    }

    private void fetchById(Exchange exchange, MediaWanted wanted, AsyncCallback callback) {
        ApiRequest request = requests.call(
                Operation.MEDIA_GET,
                Map.of(
                        MediaParameters.ID,
                        wanted.media().id(),
                        MediaParameters.PHONE_NUMBER_ID,
                        wanted.media().phoneNumberId()),
                number.of(exchange));
        calls().execute(request, () -> {}, ending(exchange, callback, response -> {
            read(response).write(exchange.getMessage(), wanted);
            ResultHeaders.accepted(exchange.getMessage(), response);
        }));
    }

    private DownloadedMedia read(ApiResponse response) {
        MediaDownload answer = (MediaDownload) Answers.read(Operation.MEDIA_GET, response);
        DataUri content = MediaAnswers.content(answer, response, rules.maxSize());
        String type = answer.mimeType() == null ? content.mediaType() : answer.mimeType();
        return new DownloadedMedia(content.bytes(), type, answer.fileName());
    }

    private void fetchByLink(Exchange exchange, MediaWanted wanted, AsyncCallback callback) {
        MediaLink link = MediaLink.parse(wanted.media().link(), rules);
        calls().fetch(link, rules, ending(exchange, callback, answer -> {
            new DownloadedMedia(answer.body(), answer.contentType(), null).write(exchange.getMessage(), wanted);
            ResultHeaders.accepted(exchange.getMessage(), answer.status(), answer.attempts());
        }));
    }

    /** What to do at the end, whatever that is; the route goes on exactly once. */
    private <T> BiConsumer<T, Throwable> ending(Exchange exchange, AsyncCallback callback, Ending<T> success) {
        return (answer, failure) -> {
            try {
                if (failure == null) {
                    success.with(answer);
                } else {
                    fail(exchange, failure);
                }
            } catch (Throwable e) {
                fail(exchange, e);
            } finally {
                callback.done(false);
            }
        };
    }

    private interface Ending<T> {
        void with(T answer);
    }
}
