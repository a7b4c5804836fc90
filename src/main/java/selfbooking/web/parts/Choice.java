package selfbooking.web.parts;

import org.jspecify.annotations.Nullable;

/** One of several links of which one is current, such as an appointment type; {@code note} is short, "30 min". */
public record Choice(String href, String label, @Nullable String note, boolean current) {}
