package selfbooking.web.parts;

/** A link with its words. */
public record Link(String href, String label) {}
