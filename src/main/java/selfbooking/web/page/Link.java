package selfbooking.web.page;

/** A link with its words. */
public record Link(String href, String label) {}
