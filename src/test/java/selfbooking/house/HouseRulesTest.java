package selfbooking.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static selfbooking.house.ArchitectureTest.HOUSE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import selfbooking.booking.diary.DiaryPort;

/** What the classes of all rooms have in common: visibility by need, one clock, unguessable randomness, no layer for its own sake. */
class HouseRulesTest {
    private static final Set<String> TELLING_TIME = Set.of(
            "java.lang.System.currentTimeMillis()",
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalTime.now()",
            "java.time.LocalDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.OffsetDateTime.now()",
            "java.util.Date.<init>()");

    @Test
    void a_class_is_public_only_when_another_room_uses_it() {
        classes()
                .that()
                .arePublic()
                .and()
                .resideOutsideOfPackage("selfbooking")
                .and(are("declared public by hand", HouseRulesTest::publicByHand))
                .and(are("not read by templates", type -> !isOfTemplates(type)))
                .and(are("not named by tests of other rooms", type -> !isForTests(type)))
                .should(satisfy("be used by another room", HouseRulesTest::usedElsewhere))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void no_interface_has_a_single_implementation() {
        classes()
                .that()
                .areInterfaces()
                .and()
                .areNotAnnotations()
                .and(are("not functional", type -> abstractMethods(type) != 1))
                .and(are("not the seam to another diary system", type -> !type.isEquivalentTo(DiaryPort.class)))
                .should(satisfy("have none or several implementations", type -> implementations(type) != 1))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void nothing_is_static_and_changeable() {
        fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(HOUSE);
    }

    /** Localised styles differ between versions of the JDK; patterns do not. */
    @Test
    void dates_are_written_by_pattern_not_by_locale_style() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(FormatStyle.class)
                .check(HOUSE);
    }

    /** A random UUID has 122 random bits, and the others can be foretold. The sandbox numbers its made-up records as it likes. */
    @Test
    void secrets_come_from_secure_random() {
        List<Class<?>> guessable = List.of(Random.class, SplittableRandom.class, ThreadLocalRandom.class);
        noClasses()
                .that()
                .resideOutsideOfPackage("selfbooking.sandbox..")
                .should()
                .dependOnClassesThat(are("guessable", type -> guessable.stream().anyMatch(type::isEquivalentTo)))
                .orShould()
                .accessTargetWhere(reaching("java.util.UUID.randomUUID()"))
                .orShould()
                .accessTargetWhere(reaching("java.lang.Math.random()"))
                .check(HOUSE);
    }

    @Test
    void only_main_asks_the_machine_for_the_time() {
        noClasses()
                .that(are("not Main", HouseRulesTest::isNotMain))
                .should()
                .accessTargetWhere(describe("tell the time", HouseRulesTest::tellsTime))
                .check(HOUSE);
    }

    /** A fault point waits in real time by its nature, and the sandbox counts calls as the real server does. */
    @Test
    void the_ticker_is_passed_in() {
        noClasses()
                .that(are("not App", type -> !type.getName().equals("selfbooking.App")))
                .and(are("not FaultPoints", type -> !type.getSimpleName().equals("FaultPoints")))
                .and()
                .resideOutsideOfPackage("selfbooking.sandbox..")
                .should()
                .accessTargetWhere(reaching("java.lang.System.nanoTime()"))
                .check(HOUSE);
    }

    @Test
    void only_main_reads_the_environment() {
        noClasses()
                .that(are("not Main", HouseRulesTest::isNotMain))
                .should()
                .accessTargetWhere(describe(
                        "environment",
                        access -> access.getTarget().getFullName().startsWith("java.lang.System.getenv(")))
                .check(HOUSE);
    }

    private static boolean isNotMain(JavaClass type) {
        return !type.getName().matches("selfbooking\\.Main(\\$.*)?");
    }

    private static boolean tellsTime(JavaAccess<?> access) {
        String target = access.getTarget().getFullName();
        return TELLING_TIME.contains(target) || target.startsWith("java.time.Clock.system");
    }

    private static DescribedPredicate<JavaAccess<?>> reaching(String target) {
        return describe(target, access -> access.getTarget().getFullName().equals(target));
    }

    /** The members of an interface are public whether they say so or not. */
    private static boolean publicByHand(JavaClass type) {
        return type.getEnclosingClass().map(around -> !around.isInterface()).orElse(true);
    }

    /** A view record is what its template reads, and templates are a room of their own. */
    private static boolean isOfTemplates(JavaClass type) {
        return type.isRecord() && type.getPackageName().startsWith("selfbooking.web.");
    }

    /** Tests of all rooms name the sandbox's people, places and days. */
    private static boolean isForTests(JavaClass type) {
        return type.getPackageName().startsWith("selfbooking.sandbox.");
    }

    /** A type whose nested types are used elsewhere is. */
    private static boolean usedElsewhere(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(other -> other.equals(type) || other.getName().startsWith(type.getName() + "$"))
                .flatMap(other -> other.getDirectDependenciesToSelf().stream())
                .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage()));
    }

    private static long abstractMethods(JavaClass type) {
        return type.getAllMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                .count();
    }

    private static long implementations(JavaClass type) {
        return type.getAllSubclasses().stream()
                .filter(sub -> !sub.isInterface())
                .count();
    }

    private static DescribedPredicate<JavaClass> are(String description, Predicate<JavaClass> predicate) {
        return describe(description, predicate);
    }

    private static ArchCondition<JavaClass> satisfy(String description, Predicate<JavaClass> predicate) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type, predicate.test(type), type.getName() + " fails to " + description));
            }
        };
    }
}
