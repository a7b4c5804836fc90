package selfbooking.sandbox.server;

/** What a practice may grant, with the tail of the answer when it has not (API notes, sections 2.4 and 3.1). */
public enum Permission {
    VIEW_LOCATIONLIST("viewing location list"),
    VIEW_PRACTITIONERLIST("viewing practitioner list"),
    VIEW_APPOINTMENTTYPELIST("viewing appointment type list"),
    VIEW_AVAILABILITYSLOT("viewing availability slot"),
    VIEW_CLIENTLIST("viewing client list"),
    VIEW_CLIENT("viewing client"),
    CREATE_CLIENT("creating client"),
    VIEW_APPOINTMENTLIST("viewing appointment list"),
    VIEW_APPOINTMENT("viewing appointment"),
    CREATE_APPOINTMENT("creating appointment"),
    UPDATE_APPOINTMENT("updating appointment");

    private final String tail;

    Permission(String tail) {
        this.tail = tail;
    }

    public void require(Switches switches) {
        if (switches.revoked(this)) {
            throw new Refused(401, "Not authorized for " + tail);
        }
    }
}
