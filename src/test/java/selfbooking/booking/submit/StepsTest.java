package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.Step;
import selfbooking.booking.diary.DiaryPort;
import selfbooking.booking.draft.StateChange;

/** A new step of a submit without a fault point on either side fails here. */
class StepsTest {

    /** What only reads, renews a claim or tidies up is no step: broken off there, nothing is half done. */
    private static final Set<String> NO_STEPS = Set.of("lease", "renew", "freeAll", "forgetNewClients");

    /** What makes a class one of a submit, when it uses one of these. */
    private static final List<Class<?>> SUBMIT =
            List.of(Step.class, StateChange.class, SubmitTable.class, SubmitCalls.class, SubmitStep.class);

    /** The one wires the room, the other is there for tests. */
    private static final Set<String> NOT_MEASURED = Set.of("Desk", "FaultPoints");

    private static final JavaClasses BOOKING = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("selfbooking.booking");

    @Test
    void every_statement_of_a_submit_stands_between_fault_points() {
        var table = BOOKING.get(SubmitTable.class);
        var steps = table.getMethods().stream()
                .filter(method -> !method.getModifiers().toString().contains("PRIVATE"))
                .filter(method -> !method.getName().contains("$"))
                .filter(method -> !NO_STEPS.contains(method.getName()))
                .toList();

        assertThat(steps)
                .hasSize(8)
                .allSatisfy(method -> assertThat(called(method))
                        .as(method.getName())
                        .containsAnyOf("FaultPoints.around", "SubmitTable.step"));
    }

    @Test
    void every_call_of_a_submit_stands_between_fault_points() {
        var calls = BOOKING.get(SubmitCalls.class).getMethods().stream()
                .filter(method -> !method.getName().contains("$"))
                .toList();

        assertThat(calls)
                .hasSize(5)
                .allSatisfy(method ->
                        assertThat(called(method)).as(method.getName()).contains("FaultPoints.around"));
    }

    @Test
    void nothing_else_in_a_submit_calls_the_diary() {
        var submit = Stream.of(
                        BookInDiary.class, FindInDiary.class, PatientMatch.class, SubmitStep.class, RecordOutcome.class)
                .map(BOOKING::get);

        assertThat(submit)
                .allSatisfy(type -> assertThat(type.getMethodCallsFromSelf())
                        .noneMatch(call -> call.getTargetOwner().isEquivalentTo(DiaryPort.class)));
        assertThat(BOOKING.get(SubmitCalls.class).getMethodCallsFromSelf())
                .filteredOn(call -> call.getTargetOwner().isEquivalentTo(DiaryPort.class))
                .hasSize(5);
    }

    @Test
    void each_step_is_taken_in_one_place_at_least() {
        var taken = BOOKING.stream()
                .filter(type -> !type.isEquivalentTo(Step.class))
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isEquivalentTo(Step.class))
                .map(JavaFieldAccess::getName)
                .collect(Collectors.toSet());

        assertThat(taken).containsAll(Stream.of(Step.values()).map(Step::name).toList());
    }

    @Test
    void there_are_two_points_to_each_step_and_no_name_twice() {
        assertThat(FaultPoints.names())
                .hasSize(2 * Step.values().length)
                .hasSizeGreaterThanOrEqualTo(25)
                .doesNotHaveDuplicates();
    }

    /** Otherwise its branches would not count, and no mistake be made in it. */
    @Test
    void every_class_of_a_submit_stands_among_those_that_are_measured() throws IOException {
        var measured = Pattern.compile("<submit.classes>(.+)</submit.classes>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(",", -1)))
                .map(pattern -> pattern.substring(0, pattern.length() - 1))
                .toList();
        var submit = BOOKING.stream()
                .filter(StepsTest::usesASubmit)
                .filter(type -> !NOT_MEASURED.contains(type.getSimpleName()))
                .map(JavaClass::getName);

        assertThat(submit)
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(measured).anyMatch(name::startsWith));
    }

    private static boolean usesASubmit(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> SUBMIT.stream().anyMatch(use.getTargetClass()::isEquivalentTo));
    }

    private static Set<String> called(JavaCodeUnit method) {
        return method.getMethodCallsFromSelf().stream()
                .map(call -> simple(call.getTargetOwner()) + "." + call.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String simple(JavaClass type) {
        return type.getSimpleName();
    }
}
