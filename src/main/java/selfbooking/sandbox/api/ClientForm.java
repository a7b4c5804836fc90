package selfbooking.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import selfbooking.sandbox.server.Body;
import selfbooking.sandbox.server.Json;
import selfbooking.sandbox.server.Times;

/** Reads what {@code POST Client/} sends into a complete record; members it does not know are left out. */
public final class ClientForm {

    private ClientForm() {}

    /** The fields of a client's record with their limits (API notes, section 4.5, "POST create"). */
    enum Field {
        TITLE("title", 50, true, "Acs Prof|Dr|Master|Miss|Mr|Mrs|Ms|Prof|Rev"),
        FIRST_NAME("firstName", 50, true),
        MIDDLE_NAME("middleName", 50, true),
        LAST_NAME("lastName", 50, true),
        PREFERRED_NAME("preferredName", 50, true),
        DATE_OF_BIRTH("dateOfBirth", 10, true),
        GENDER("gender", 10, true, "Male|Female|Other"),
        PRONOUNS("pronouns", 10, true, "e|he|she|they|xe|ze|other"),
        CULTURE("culture", 20, true),
        PRACTITIONER_ID("practitionerId", 50, true),
        EMAIL("email", 50, false),
        MOBILE("phoneNumberMobile", 50, false),
        HOME("phoneNumberHome", 50, false),
        WORK("phoneNumberWork", 50, false),
        MEDICARE_NUMBER("medicareCardNumber", 20, false),
        MEDICARE_IRN("medicareCardIRN", 1, false),
        MEDICARE_EXPIRY("medicareCardExpireDate", 10, false),
        DVA_NUMBER("dvaCardNumber", 20, false),
        EXTERNAL_ID("ExternalId", 50, false),
        STATUS("Status", 50, false, "Current|Closed|Deleted|Deceased"),
        NOTES("notes1", 300, false);

        private final String spelling;
        private final int maximum;
        private final boolean listed;
        private final String words;

        Field(String spelling, int maximum, boolean listed) {
            this(spelling, maximum, listed, "");
        }

        Field(String spelling, int maximum, boolean listed, String words) {
            this.spelling = spelling;
            this.maximum = maximum;
            this.listed = listed;
            this.words = words;
        }

        String spelling() {
            return spelling;
        }

        /** Part of a list without being asked for: no email and no telephone is. */
        boolean listed() {
            return listed;
        }

        public String read(Body body) {
            return words.isEmpty()
                    ? body.text(spelling, maximum)
                    : body.oneOf(spelling, List.of(words.split("\\|", -1)));
        }
    }

    public static Client read(String id, Body body) {
        body.required("firstName", 50);
        body.required("lastName", 50);
        LocalDate birth = Times.date("dateOfBirth", body.required("dateOfBirth", 10));
        ObjectNode record = Json.empty().put("clientId", id);
        for (Field field : Field.values()) {
            record.put(field.spelling(), field.read(body));
        }
        record.put("dateOfBirth", Times.dateOfBirth(birth));
        if (body.has("pronoun")) {
            record.put("pronouns", Field.PRONOUNS.read(renamed(body)));
        }
        record.set("addressResidential", address(body, "addressResidential"));
        boolean same = body.flag("postalSameAsResidential");
        record.set("addressPostal", address(body, same ? "addressResidential" : "addressPostal"));
        return new Client(id, birth, record);
    }

    /** The older edition of the page says {@code pronoun}. */
    private static Body renamed(Body body) {
        return new Body(Json.empty().put("pronouns", body.text("pronoun", 10)));
    }

    /** A request says {@code city}, an answer {@code suburb}; either is taken. */
    private static ObjectNode address(Body body, String name) {
        Body sent = body.has(name) ? body.nested(name) : new Body(Json.empty());
        ObjectNode address = Json.empty().put("streetAddress", sent.text("streetAddress", 300));
        address.put("suburb", sent.text(sent.has("city") ? "city" : "suburb", 100));
        List.of("state", "postcode").forEach(field -> address.put(field, sent.text(field, 50)));
        return address;
    }
}
