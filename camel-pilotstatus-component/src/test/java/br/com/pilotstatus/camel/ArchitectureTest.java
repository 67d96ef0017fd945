/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.error.ErrorCode;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The walls of the component: each road runs one way. */
@AnalyzeClasses(packages = "br.com.pilotstatus.camel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "br.com.pilotstatus.camel";

    /** They know each other, since Camel asks them for each other. */
    private static final Set<String> ROLES = Stream.of(
                    PilotStatusComponent.class,
                    PilotStatusEndpoint.class,
                    PilotStatusProducer.class,
                    PilotStatusSendProducer.class,
                    PilotStatusWebhookConsumer.class,
                    PilotStatusPollConsumer.class)
            .map(Class::getName)
            .collect(Collectors.toSet());

    /** What rooms may know of the root. */
    private static final DescribedPredicate<JavaClass> OPTIONS = DescribedPredicate.describe(
            "options",
            type -> type.isEnum()
                    || type.getSimpleName().endsWith("Configuration")
                    || type.isEquivalentTo(PilotStatusConstants.class));

    private static final Pattern ROOM = Pattern.compile(Pattern.quote(ROOT) + "\\.([a-z]+)\\..*");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\|.*\\| ([^|]+) \\|");
    private static final Pattern NAMED = Pattern.compile("`([a-z]+)`");
    private static final int MOST_IN_THE_ROOT = 20;

    @ArchTest
    static final ArchRule roomsKnowOptionsAndNoRoles = noClasses()
            .that()
            .resideInAPackage(ROOT + ".(*)..")
            .and()
            .resideOutsideOfPackage(ROOT + ".spring..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(ROOT).and(DescribedPredicate.not(OPTIONS)));

    @ArchTest
    static final ArchRule noRoomsGoInCircles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noClassesGoInCirclesButTheRoles = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    String outermost = type.getName().replaceFirst("\\$.*", "");
                    return SliceIdentifier.of(ROLES.contains(outermost) ? "a role" : outermost);
                }

                @Override
                public String getDescription() {
                    return "classes";
                }
            })
            .should()
            .beFreeOfCycles();

    @ArchTest
    static void theRootHoldsRolesAndOptionsOnly(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> type.getPackageName().equals(ROOT) && type.isTopLevelClass())
                        .filter(type -> !type.getSimpleName().matches("package-info|.*(Configurer|UriFactory)")))
                .as("what is generated does not count")
                .hasSizeLessThanOrEqualTo(MOST_IN_THE_ROOT);
    }

    @ArchTest
    static void theDesignSaysWhatEachRoomKnows(JavaClasses all) throws IOException {
        Map<String, Set<String>> knows = new TreeMap<>();
        for (JavaClass type : all) {
            room(type).ifPresent(room -> {
                Set<String> known = knows.computeIfAbsent(room, name -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .flatMap(dependency -> room(dependency.getTargetClass()).stream())
                        .filter(other -> !other.equals(room))
                        .forEach(known::add);
            });
        }
        assertThat(told()).isEqualTo(knows);
    }

    private static Optional<String> room(JavaClass type) {
        Matcher name = ROOM.matcher(type.getName());
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private static Map<String, Set<String>> told() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/main/docs/design.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                told.put(
                        row.group(1),
                        NAMED.matcher(row.group(2))
                                .results()
                                .map(room -> room.group(1))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return told;
    }

    @ArchTest
    static void eachPackageSaysWhatItIsFor(JavaClasses all) {
        assertThat(all.stream().map(JavaClass::getPackageName).distinct())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                        .exists());
    }

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
