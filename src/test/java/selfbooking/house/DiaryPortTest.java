package selfbooking.house;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.house.ArchitectureTest.HOUSE;
import static selfbooking.house.ArchitectureTest.isBelow;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import selfbooking.booking.diary.DiaryFailure;
import selfbooking.booking.diary.DiaryPort;
import selfbooking.booking.diary.Lane;
import selfbooking.booking.diary.Ticket;

/** What the adapter to a diary system may know of booking. */
class DiaryPortTest {

    /** The seam to a second diary system stays as narrow as it is. */
    @Test
    void coreplus_knows_of_booking_the_port_and_its_records_only() {
        var port = new HashSet<JavaClass>();
        Stream.of(DiaryPort.class, DiaryFailure.class, Ticket.class, Lane.class)
                .map(HOUSE::get)
                .forEach(port::add);
        HOUSE.get(DiaryPort.class).getMethods().stream()
                .flatMap(method -> Stream.concat(
                        method.getReturnType().getAllInvolvedRawTypes().stream(),
                        method.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream())))
                .forEach(type -> addWithComponents(type, port));

        assertThat(HOUSE.stream()
                        .filter(type -> isBelow("coreplus", type))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> isBelow("booking", use.getTargetClass()))
                        .filter(use -> !port.contains(outermost(use.getTargetClass())))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    private static void addWithComponents(JavaClass type, Set<JavaClass> port) {
        if (isBelow("booking", type) && port.add(outermost(type))) {
            type.getFields().stream()
                    .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                    .forEach(component -> addWithComponents(component, port));
        }
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(DiaryPortTest::outermost).orElse(type);
    }
}
