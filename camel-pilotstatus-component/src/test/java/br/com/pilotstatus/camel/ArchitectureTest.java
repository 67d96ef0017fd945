/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import br.com.pilotstatus.camel.error.ErrorCode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The walls of the component: each road runs one way. */
@AnalyzeClasses(packages = "br.com.pilotstatus.camel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "br.com.pilotstatus.camel";

    @ArchTest
    static final ArchRule nothingBelowKnowsTheCamelRoles = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".api..",
                    ROOT + ".client..",
                    ROOT + ".error..",
                    ROOT + ".event..",
                    ROOT + ".http..",
                    ROOT + ".link..",
                    ROOT + ".model..",
                    ROOT + ".store..",
                    ROOT + ".value..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule noTwoClassesOfARoomKnowEachOther = SlicesRuleDefinition.slices()
            .assignedFrom(new SliceAssignment() {

                private final Pattern rooms =
                        Pattern.compile(Pattern.quote(ROOT) + "\\.(?:api|error|send|util|value)\\.([A-Za-z0-9]+).*");

                @Override
                public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                    Matcher name = rooms.matcher(javaClass.getName());
                    return name.matches() ? SliceIdentifier.of(name.group(1)) : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "classes of the rooms without circles";
                }
            })
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule theModelKnowsJsonOnly = classes()
            .that()
            .resideInAPackage(ROOT + ".model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.fasterxml.jackson..", ROOT + ".model..");

    @ArchTest
    static final ArchRule theClientKnowsNoExchange = noClasses()
            .that()
            .resideInAPackage(ROOT + ".client..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.camel.Exchange")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".send..", ROOT + ".event..", ROOT + ".store..");

    @ArchTest
    static final ArchRule receivingKnowsNoClientAndNoCamel = noClasses()
            .that()
            .resideInAPackage(ROOT + ".event..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", ROOT + ".client..", ROOT + ".send..");

    @ArchTest
    static final ArchRule sendingKnowsNoReceiving = noClasses()
            .that()
            .resideInAPackage(ROOT + ".send..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".event..");

    @ArchTest
    static final ArchRule everyErrorCodeIsGiven = fields().that()
            .areDeclaredIn(ErrorCode.class)
            .and()
            .haveRawType(ErrorCode.class)
            .should(new ArchCondition<>("be given by a class") {
                @Override
                public void check(JavaField code, ConditionEvents events) {
                    boolean given = code.getAccessesToSelf().stream()
                            .anyMatch(access -> !access.getOriginOwner().equals(code.getOwner()));
                    events.add(new SimpleConditionEvent(code, given, code.getName() + " is given by no class"));
                }
            });

    @ArchTest
    static final ArchRule theStoreKnowsNobody = noClasses()
            .that()
            .resideInAPackage(ROOT + ".store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".client..", ROOT + ".event..", ROOT + ".send..");

    @ArchTest
    static final ArchRule findingAnHttpServerKnowsNothingOfEvents = noClasses()
            .that()
            .resideInAPackage(ROOT + ".http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".client..", ROOT + ".event..", ROOT + ".model..", ROOT + ".send..", ROOT + ".store..");

    @ArchTest
    static final ArchRule convertersKnowEventsAndTheModelOnly = classes()
            .that()
            .resideInAPackage(ROOT + ".transform..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.fasterxml.jackson..",
                    "org.apache.camel..",
                    ROOT + ".event..",
                    ROOT + ".model..",
                    ROOT + ".transform..");

    @ArchTest
    static final ArchRule onlyOneClassKnowsMicrometerWhichMayBeAbsent = noClasses()
            .that()
            .doNotHaveSimpleName("MicrometerMetrics")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsSpringWhichMayBeAbsent = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".spring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.camel.spring..");

    @ArchTest
    static final ArchRule nobodyKnowsTheAutoConfiguration = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".spring..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".spring..");
}
