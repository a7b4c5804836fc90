package selfbooking.web.page;

/** A line of the error summary: the field's own message and a link to the field. */
record Mistake(String href, String text) {}
