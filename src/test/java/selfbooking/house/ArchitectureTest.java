package selfbooking.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room may import which, and which libraries only it knows. A field or a parameter counts, not only a call. */
class ArchitectureTest {
    static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("selfbooking");

    private static final List<Room> ROOMS = List.of(
            new Room("web", List.of("booking")),
            new Room("booking", List.of("notice", "store")),
            new Room("notice", List.of("store")),
            new Room("coreplus", List.of("booking.diary")),
            new Room("coreplus.gate", List.of("booking.diary", "store")),
            new Room("store", List.of()),
            new Room("doctor", List.of("booking", "coreplus", "notice", "store")),
            new Room("sandbox", List.of()));

    private static final List<Library> LIBRARIES = List.of(
            new Library("Javalin", List.of("io.javalin..", "kotlin.."), List.of("web", "sandbox")),
            new Library("Jetty", List.of("org.eclipse.jetty..", "jakarta.servlet.."), List.of("web", "sandbox")),
            new Library(
                    "Thymeleaf", List.of("org.thymeleaf..", "org.unbescape..", "ognl.."), List.of("web", "sandbox")),
            new Library("Caffeine", List.of("com.github.benmanes.caffeine.."), List.of("booking", "web.cache")),
            new Library("libphonenumber", List.of("com.google.i18n.phonenumbers.."), List.of("booking")),
            new Library("Unirest", List.of("kong.unirest.."), List.of("coreplus")),
            new Library("java-jwt", List.of("com.auth0.."), List.of("coreplus")),
            new Library("failsafe", List.of("dev.failsafe.."), List.of("coreplus")),
            new Library("Prometheus", List.of("io.micrometer.prometheusmetrics..", "io.prometheus.."), List.of()),
            new Library("Hikari", List.of("com.zaxxer.hikari.."), List.of("store")),
            new Library("Flyway", List.of("org.flywaydb.."), List.of("store")),
            new Library("drivers", List.of("org.sqlite..", "org.postgresql.."), List.of("store")),
            new Library(
                    "Jdbi",
                    List.of("org.jdbi..", "java.sql.."),
                    List.of("booking", "notice", "store", "coreplus.gate")),
            new Library("mail", List.of("jakarta.mail..", "org.eclipse.angus.."), List.of("notice")),
            new Library("picocli", List.of("picocli.."), List.of()));

    private static final String[] ROOT = {"selfbooking", "selfbooking.settings"};

    private static final String[] SHARED = {
        "java..", "javax..", "org.slf4j..", "com.fasterxml.jackson..", "org.jspecify..", "io.micrometer.core.."
    };

    private static final DescribedPredicate<JavaClass> PRIMITIVE = describe(
            "primitives and their arrays", type -> type.getBaseComponentType().isPrimitive());

    /** A package with all below it, and the others that it may import. The root may import all, and nothing imports the root. */
    private record Room(String name, List<String> mayImport) {

        boolean holds(JavaClass type) {
            return isBelow(name, type);
        }

        private static boolean isBelow(String name, JavaClass type) {
            return (type.getPackageName() + ".").startsWith("selfbooking." + name + ".");
        }

        boolean allows(JavaClass used) {
            return isBelow(name.replaceFirst("\\..*", ""), used)
                    || mayImport.stream().anyMatch(other -> isBelow(other, used));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A library's packages and the rooms that may know it; with no room it belongs to the root alone. */
    private record Library(String name, List<String> packages, List<String> rooms) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void every_package_is_a_room_of_the_table() {
        assertThat(HOUSE.stream().filter(type -> roomOf(type).isEmpty()))
                .allMatch(type -> isRoot(type.getPackageName()));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_imports_only_the_rooms_it_may(Room room) {
        assertThat(HOUSE.stream()
                        .filter(type -> roomOf(type).filter(room::equals).isPresent())
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> isOurs(use.getTargetClass()))
                        .filter(use -> !room.allows(use.getTargetClass()))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @Test
    void rooms_have_no_cycle() {
        slices().matching("selfbooking.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    /** The root of a room is its face: the rooms below may use its words, and it wires them. */
    @Test
    void rooms_inside_a_room_have_no_cycle() {
        slices().assignedFrom(new Inside()).should().beFreeOfCycles().check(HOUSE);
    }

    /** A room inside a room, whole; what lies in a room's root belongs to none. */
    private static final class Inside implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            var below = type.getPackageName().replaceFirst("^selfbooking\\.?", "");
            return below.contains(".") ? SliceIdentifier.of(below) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "rooms inside rooms";
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void a_library_is_known_only_in_its_rooms(Library library) {
        String[] rooms =
                library.rooms().stream().map(ArchitectureTest::packages).toArray(String[]::new);
        String[] owned = library.packages().toArray(String[]::new);
        noClasses()
                .that(not(resideInAnyPackage(library.rooms().isEmpty() ? ROOT : rooms)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(owned))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void every_library_in_use_is_in_the_table() {
        String[] known = Stream.of(
                        Stream.of(SHARED),
                        Stream.of("selfbooking.."),
                        libraries().flatMap(library -> library.packages().stream()))
                .flatMap(packages -> packages)
                .toArray(String[]::new);
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(known).or(PRIMITIVE))
                .check(HOUSE);
    }

    @Test
    void patient_fields_are_encrypted_in_one_room() {
        noClasses()
                .that(not(resideInAPackage("selfbooking.booking..")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.crypto.Cipher")
                .check(HOUSE);
    }

    /** The room with the longest name that holds the class. */
    private static Optional<Room> roomOf(JavaClass type) {
        return rooms().filter(room -> room.holds(type))
                .max(Comparator.comparingInt(room -> room.name().length()));
    }

    private static boolean isRoot(String name) {
        return name.equals("selfbooking") || name.equals("selfbooking.settings");
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("selfbooking");
    }

    static boolean isBelow(String room, JavaClass type) {
        return Room.isBelow(room, type);
    }

    static Stream<Room> rooms() {
        return ROOMS.stream();
    }

    static Stream<Library> libraries() {
        return LIBRARIES.stream();
    }

    private static String packages(String room) {
        return "selfbooking." + room + "..";
    }
}
