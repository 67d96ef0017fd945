/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.options.OperationKind;
import br.com.pilotstatus.camel.options.OptionFamily;
import br.com.pilotstatus.camel.options.PersonalData;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CatalogCamelContext;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

    private static String json;
    private static ComponentModel model;

    @BeforeAll
    static void read() throws Exception {
        try (InputStream stream =
                PilotStatusComponent.class.getResourceAsStream("/META-INF/br/com/pilotstatus/camel/pilotstatus.json")) {
            assertThat(stream).isNotNull();
            json = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        model = JsonMapper.generateComponentModel(json);
    }

    private static CamelCatalog catalog() {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("pilotstatus", PilotStatusComponent.class.getName(), json);
        return catalog;
    }

    @Test
    void aRunningContextFindsTheDescriptionByItself() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            context.getComponent("pilotstatus");
            String found = ((CatalogCamelContext) context).getComponentParameterJsonSchema("pilotstatus");
            assertThat(found).contains("\"scheme\": \"pilotstatus\"");
        }
    }

    @Test
    void theCatalogAcceptsWhatIsRightAndNamesWhatIsNot() {
        assertThat(catalog()
                        .validateEndpointProperties("pilotstatus:send?to=1&templateId=a&variables.name=b")
                        .isSuccess())
                .isTrue();
        assertThat(catalog()
                        .validateEndpointProperties("pilotstatus:send?txet=1")
                        .getUnknown())
                .containsExactly("txet");
        assertThat(catalog()
                        .validateEndpointProperties("pilotstatus:send?bodyAs=gif")
                        .getInvalidEnum())
                .containsKey("bodyAs");
    }

    @Test
    void theCatalogKnowsEveryOperationAndNoOther() {
        List<String> operations = Stream.concat(
                        Stream.of(Operation.values())
                                .filter(operation -> !operation.anyPath())
                                .map(Operation::operationName),
                        Stream.of(OperationKind.values())
                                .map(OperationKind::operationName)
                                .filter(Objects::nonNull))
                .distinct()
                .toList();
        assertThat(model.getEndpointPathOptions().get(0).getEnums())
                .as("OperationKind.OPERATIONS, to be: %s", String.join(",", operations))
                .isEqualTo(operations);
        assertThat(catalog().validateEndpointProperties("pilotstatus:sned?to=1").getInvalidEnum())
                .containsEntry("operation", "sned");
    }

    @ParameterizedTest
    @CsvSource({
        "token, 'consumer,security'",
        "secret, 'consumer,security'",
        "verify, 'consumer,security'",
        "verifier, 'consumer,security'",
        "signatureHeader, 'consumer,security'",
        "defaultRegion, producer",
        "onUnknown, producer",
        "retryAfterHeader, producer",
        "throwExceptionOnFailure, producer",
        "to, 'producer,recipient'",
        "variables, 'producer,template'",
        "buttons, 'producer,text'",
        "mediaType, 'producer,media'",
        "deliverAt, 'producer,send'",
        "pages, 'producer,call'",
        "idempotencyKey, 'producer,journal'",
        "publicUrl, 'consumer,webhook'",
        "overlap, 'consumer,poll'"
    })
    void anOptionStandsAmongThoseOfItsSide(String option, String label) {
        assertThat(model.getEndpointOptions())
                .filteredOn(known -> known.getName().equals(option))
                .extracting(BaseOptionModel::getLabel)
                .containsExactly(label);
    }

    @Test
    void anEditorKnowsTheNamesOfEvents() {
        assertThat(model.getEndpointHeaders())
                .filteredOn(header -> header.getName().equals(PilotStatusConstants.EVENT))
                .flatExtracting(BaseOptionModel::getEnums)
                .contains("message.reply", "call.missed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message.reply,message.received", "message.*", "fromMe,*"})
    void theCatalogTakesEveryWayToNameEvents(String events) {
        assertThat(catalog()
                        .validateEndpointProperties("pilotstatus:webhook?events=" + events)
                        .isSuccess())
                .isTrue();
    }

    @Test
    void noGroupOfProducerOptionsIsTooLongToRead() {
        assertThat(model.getEndpointOptions().stream()
                        .filter(option -> option.getLabel().startsWith("producer"))
                        .collect(Collectors.groupingBy(BaseOptionModel::getGroup, Collectors.counting()))
                        .values())
                .hasSizeGreaterThan(5)
                .allMatch(count -> count <= 10);
    }

    @Test
    void theComponentIsAsynchronous() {
        assertThat(model.isAsync()).isTrue();
    }

    @Test
    void everyOptionAndHeaderIsDescribed() {
        assertThat(model.getEndpointOptions()).allSatisfy(CatalogTest::assertDescribed);
        assertThat(model.getComponentOptions()).allSatisfy(CatalogTest::assertDescribed);
        assertThat(model.getEndpointHeaders()).hasSizeGreaterThan(20).allSatisfy(CatalogTest::assertDescribed);
    }

    private static void assertDescribed(BaseOptionModel option) {
        assertThat(option.getDescription()).as(option.getName()).isNotBlank();
    }

    @Test
    void everyKeyTokenAndPasswordIsSecret() {
        Set<String> secrets = model.getEndpointOptions().stream()
                .filter(BaseOptionModel::isSecret)
                .map(BaseOptionModel::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(secrets)
                .containsExactly(
                        "accountKey",
                        "apiKey",
                        "apiKeyId",
                        "proxyPassword",
                        "proxyUsername",
                        "secret",
                        "token",
                        "verifyToken");
        assertThat(secrets).allMatch(PersonalData::isSecret);
    }

    @Test
    void everyDefaultInTheCatalogIsTheOneInForce() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            PilotStatusComponent component = context.getComponent("pilotstatus", PilotStatusComponent.class);
            PropertyConfigurerGetter configurer = (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
            assertThat(model.getComponentOptions().stream().filter(option -> option.getDefaultValue() != null))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(option -> assertThat(
                                    String.valueOf(configurer.getOptionValue(component, option.getName(), false)))
                            .as(option.getName())
                            .isEqualToIgnoringCase(String.valueOf(option.getDefaultValue())));
        }
    }

    @Test
    void everyDefaultOfAnEndpointInTheCatalogIsTheOneInForce() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            PilotStatusEndpoint endpoint = context.getEndpoint("pilotstatus:send?apiKey=a", PilotStatusEndpoint.class);
            PropertyConfigurerGetter configurer =
                    (PropertyConfigurerGetter) endpoint.getComponent().getEndpointPropertyConfigurer();
            // The catalog gives every Boolean a default; those of the API's own fields have none, and leave it to the
            // API.
            assertThat(model.getEndpointOptions().stream()
                            .filter(option -> option.getDefaultValue() != null)
                            .filter(option -> !option.getJavaType().equals("java.lang.Boolean")))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(option -> assertThat(
                                    String.valueOf(configurer.getOptionValue(endpoint, option.getName(), false)))
                            .as(option.getName())
                            .isEqualToIgnoringCase(String.valueOf(option.getDefaultValue())));
        }
    }

    @Test
    void everyOptionOfTheEndpointBelongsToTheOperationsThatReadIt() {
        Set<String> producer = model.getEndpointOptions().stream()
                .filter(option -> option.getLabel() != null && option.getLabel().startsWith("producer"))
                .map(BaseOptionModel::getName)
                .filter(name -> !name.equals("lazyStartProducer"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(producer).hasSizeGreaterThan(20).allMatch(CatalogTest::isAssigned);
    }

    @Test
    void everyOptionOfASchedulerBelongsToPolling() {
        Set<String> scheduling = model.getEndpointOptions().stream()
                .filter(option -> option.getLabel() != null && option.getLabel().contains("scheduler"))
                .map(BaseOptionModel::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(scheduling).hasSizeGreaterThan(10).allMatch(OptionFamily.POLL::contains);
    }

    private static boolean isAssigned(String option) {
        return Stream.of(OptionFamily.values()).anyMatch(family -> family.contains(option));
    }
}
