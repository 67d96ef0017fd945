/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import br.com.pilotstatus.camel.PilotStatusComponent;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.env.Environment;

/**
 * Sets the options of each component of that kind from the properties below its own name, through the generated
 * configurer. Fails for a property that is no option or does not fit one; the error names it and never quotes the value,
 * which may be a key.
 */
final class PilotStatusCustomizer implements ComponentCustomizer {

    private static final String PREFIX = "camel.component.";

    private final CamelContext context;
    private final Environment environment;

    PilotStatusCustomizer(CamelContext context, Environment environment) {
        this.context = context;
        this.environment = environment;
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return target instanceof PilotStatusComponent
                && HierarchicalPropertiesEvaluator.evaluate(environment, "camel.component", prefix(name))
                && HierarchicalPropertiesEvaluator.evaluate(
                        environment, "camel.component.customizer", prefix(name) + ".customizer");
    }

    @Override
    public void configure(String name, Component target) {
        // Has a configurer from then on.
        ServiceHelper.initService(target);
        PropertyConfigurer configurer = target.getComponentPropertyConfigurer();
        properties(name).forEach((property, value) -> {
            if (!property.equals("enabled") && !property.equals("customizer")) {
                set(target, configurer, prefix(name) + "." + property, property, value);
            }
        });
    }

    /** As Spring writes it, so that a bean <code>salesWhatsapp</code> has its properties in any spelling of Spring's. */
    private static String prefix(String name) {
        return PREFIX + DataObjectPropertyName.toDashedForm(name).replaceAll("[^a-z0-9.-]", "");
    }

    private Map<String, Object> properties(String name) {
        return Binder.get(environment)
                .bind(prefix(name), Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of());
    }

    private void set(Component target, PropertyConfigurer configurer, String property, String option, Object value) {
        PropertyDiagnosis diagnosis = new PropertyDiagnosis(context, environment, property, option);
        if (OptionNames.type(option) == null) {
            throw diagnosis.noOption();
        }
        diagnosis.unresolved(value).ifPresent(failure -> {
            throw failure;
        });
        try {
            PropertyBindingSupport.build()
                    .withConfigurer(configurer)
                    .withIgnoreCase(true)
                    .withReflection(false)
                    .bind(context, target, option, value);
        } catch (RuntimeException e) {
            // Without the cause, whose texts quote the value.
            throw diagnosis.misfit(value);
        }
    }
}
