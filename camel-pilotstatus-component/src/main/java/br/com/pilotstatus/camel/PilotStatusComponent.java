/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.PropertiesHelper;

/** Creates the endpoints and shares one HTTP client among those with equal connection options. */
@Component(PilotStatusConstants.SCHEME)
public class PilotStatusComponent extends HealthCheckComponent implements SSLContextParametersAware {

    @Metadata(description = "Options that all endpoints start from.")
    private PilotStatusConfiguration configuration = new PilotStatusConfiguration();

    @Metadata(label = "security", description = "Whether to use the TLS settings that the Camel context holds for all.")
    private boolean useGlobalSslContextParameters;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        PilotStatusEndpoint endpoint = new PilotStatusEndpoint(uri, this, remaining, configuration.copy());
        endpoint.getSend().setVariables(PropertiesHelper.extractProperties(parameters, "variables."));
        endpoint.getCall().setParams(PropertiesHelper.extractProperties(parameters, "param."));
        setProperties(endpoint, parameters);
        return endpoint;
    }

    public PilotStatusConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(PilotStatusConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
