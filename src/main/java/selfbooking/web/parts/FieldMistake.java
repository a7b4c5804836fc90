package selfbooking.web.parts;

/** A line of the error summary: the field's own message and a link to the field. */
public record FieldMistake(String href, String text) {}
