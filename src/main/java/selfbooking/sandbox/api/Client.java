package selfbooking.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;

/** One client of the clinic: the record in the spelling of the API, complete, and not changed once made. */
public record Client(String id, LocalDate dateOfBirth, ObjectNode record) {

    public String text(String field) {
        return record.path(field).asText();
    }

    String fullName() {
        return text("firstName") + " " + text("lastName");
    }

    /** The same first and last name and the same birth date. */
    public boolean sameAs(Client other) {
        return dateOfBirth.equals(other.dateOfBirth)
                && fullName().strip().equalsIgnoreCase(other.fullName().strip());
    }

    /** SURNAME First mobile: the subject that coreplus writes by default (API notes, section 7 row 32). */
    public String subject() {
        String name = text("lastName").toUpperCase(Locale.ROOT) + " " + text("firstName");
        return (name + " " + text("phoneNumberMobile")).strip();
    }
}
