/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.event.Delivery;
import br.com.pilotstatus.camel.event.DeliveryVerifier;
import br.com.pilotstatus.camel.event.Objection;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Of the component, an application needs the root, the records, the claim store, the exceptions and the verifier's interface. */
class PublicNamesTest {

    private static final String ROOT = "br.com.pilotstatus.camel";

    private static final DescribedPredicate<JavaClass> PUBLIC = resideInAnyPackage(
                    ROOT, ROOT + ".model..", ROOT + ".store..", ROOT + ".error..")
            .or(belongToAnyOf(DeliveryVerifier.class, Delivery.class, Objection.class));

    private final JavaClasses examples = new ClassFileImporter().importPackages("br.com.pilotstatus.examples");

    @Test
    void theExampleUsesPublicNamesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(PUBLIC)))
                .check(examples);
    }

    @Test
    void theExampleUsesTheComponentAtAll() {
        assertThat(examples.contain(OrderRoutes.class)).isTrue();
        assertThat(examples.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream()))
                .anyMatch(dependency -> PUBLIC.test(dependency.getTargetClass()));
    }
}
