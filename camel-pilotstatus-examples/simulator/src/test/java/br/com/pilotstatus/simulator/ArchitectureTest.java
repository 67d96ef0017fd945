/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rooms of the simulator: each has a role, and no road runs in a circle. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "br.com.pilotstatus.simulator";

    @ArchTest
    static final ArchRule noPackagesKnowEachOther = slices().assignedFrom(by("packages", JavaClass::getPackageName))
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule noClassesKnowEachOther = slices().assignedFrom(by("classes", ArchitectureTest::topLevel))
            .should()
            .beFreeOfCycles();

    @ArchTest
    static void aPackageKnowsOnlyWhatLiesBelow(JavaClasses simulator) {
        knowsOnly("settings").check(simulator);
        knowsOnly("http").check(simulator);
        knowsOnly("contract").check(simulator);
        knowsOnly("state", "settings").check(simulator);
        knowsOnly("life", "settings", "state").check(simulator);
        knowsOnly("webhook", "settings", "state").check(simulator);
        knowsOnly("fault", "http", "state").check(simulator);
        knowsOnly("control", "fault", "http", "settings", "state", "webhook").check(simulator);
        knowsOnly("api.operation", "http", "settings", "state").check(simulator);
    }

    private static ArchRule knowsOnly(String name, String... others) {
        String[] known = Stream.concat(Stream.of(name), Stream.of(others))
                .map(other -> ROOT + '.' + other)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(ROOT + '.' + name)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(known)));
    }

    @ArchTest
    static final ArchRule onlyOnePackageKnowsSpringWhichMayBeAbsent = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".spring")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule roomsOfTheApiShareOperationAndMediaOnly = slices().matching(ROOT + ".api.(*)")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(ROOT + ".api.operation"))
            .ignoreDependency(alwaysTrue(), resideInAPackage(ROOT + ".api.media"));

    @ArchTest
    static final ArchRule aRoomOfTheApiHasOneDoor = classes()
            .that()
            .resideInAPackage(ROOT + ".api.*")
            .and()
            .resideOutsideOfPackages(ROOT + ".api.operation", ROOT + ".api.media")
            .and()
            .arePublic()
            .should()
            .haveSimpleNameEndingWith("Operations");

    @ArchTest
    static final ArchRule whatTheApiOffersIsAMethodOfAResource = methods()
            .that()
            .haveRawParameterTypes(OperationCall.class)
            .and()
            .haveRawReturnType(ApiAnswer.class)
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage(ROOT + ".api.*")
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(ROOT + ".api.operation")
            .and()
            .areNotPrivate()
            .and()
            .doNotHaveName("answer")
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Resource");

    @ArchTest
    static void everyPackageSaysWhatItIsFor(JavaClasses simulator) {
        assertThat(simulator.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(name -> assertThat(
                                Path.of("src", "main", "java").resolve(name.replace('.', '/') + "/package-info.java"))
                        .exists());
    }

    private static String topLevel(JavaClass inner) {
        return inner.getEnclosingClass().map(ArchitectureTest::topLevel).orElse(inner.getName());
    }

    private static SliceAssignment by(String what, Function<JavaClass, String> name) {
        return new SliceAssignment() {

            @Override
            public SliceIdentifier getIdentifierOf(JavaClass one) {
                return one.getName().startsWith(ROOT) ? SliceIdentifier.of(name.apply(one)) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return what;
            }
        };
    }
}
