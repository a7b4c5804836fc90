package selfbooking.coreplus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiAddressesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 3);

    @ParameterizedTest
    @CsvSource({
        "https://sandbox.example, https://sandbox.example/api/core/v2.1/Client/",
        "https://sandbox.example/, https://sandbox.example/api/core/v2.1/Client/",
        "HTTPS://Sandbox.Example:443, https://sandbox.example/api/core/v2.1/Client/",
        "http://127.0.0.1:80, http://127.0.0.1/api/core/v2.1/Client/",
        "http://[::1]:8090, http://[::1]:8090/api/core/v2.1/Client/",
        "https://host.example/api/core/v2, https://host.example/api/core/v2/Client/",
        "https://host.example/x/API/Core/v3.0/, https://host.example/x/API/Core/v3.0/Client/",
        "https://host.example/x, https://host.example/x/api/core/v2.1/Client/"
    })
    void version_is_added_unless_the_server_names_one(URI server, String expected) {
        assertThat(new ApiAddresses(server).clients()).isEqualTo(expected);
    }

    @Test
    void a_name_is_percent_encoded_once() {
        assertThat(addresses().clients(Samples.PATIENT_NAME, DAY, 1))
                .startsWith("https://s.example/api/core/v2.1/Client/?name="
                        + "Nguy%E1%BB%85n%20O%27Brien%20%26%20Co%20%2B1&dateOfBirth=2025-06-03&Field=")
                .contains("&Field=email&Field=phoneNumberMobile&")
                .endsWith("&pageNumber=1&pageSize=100");
    }

    @Test
    void a_slot_search_repeats_what_has_many_values() {
        var search = new SlotSearch(DAY, DAY.plusDays(6), "tz", "type", List.of("p1", "p2"), List.of("l1"));
        assertThat(addresses().timeslots(search, 2))
                .isEqualTo("https://s.example/api/core/v2.1/AvailabilitySlot/?startDate=2025-06-03&endDate=2025-06-09"
                        + "&timezoneId=tz&appointmentTypeId=type&practitionerId=p1&practitionerId=p2&locationId=l1"
                        + "&pageNumber=2&pageSize=100");
    }

    @Test
    void a_record_ends_with_a_slash_and_cannot_leave_its_place() {
        assertThat(addresses().appointment("a/../?b"))
                .isEqualTo("https://s.example/api/core/v2.1/Appointment/" + "a%2F..%2F%3Fb/");
        assertThatThrownBy(() -> addresses().appointment(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    private static ApiAddresses addresses() {
        return new ApiAddresses(URI.create("https://s.example"));
    }
}
