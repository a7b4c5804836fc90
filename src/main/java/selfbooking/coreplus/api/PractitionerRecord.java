package selfbooking.coreplus.api;

/** A published practitioner, with stray blanks cut from the names (API notes, section 4.2). */
public record PractitionerRecord(String practitionerId, String firstName, String lastName) {}
