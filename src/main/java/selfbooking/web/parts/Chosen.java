package selfbooking.web.parts;

import java.util.List;

/**
 * The chosen time as it stands on every page after choosing.
 *
 * @param when "Monday 23 November 2026, 3:40 pm"
 * @param lines the type with its length and the practitioner; the place; the zone where there could be doubt
 */
public record Chosen(String when, String datetime, List<String> lines) {}
