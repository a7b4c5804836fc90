package selfbooking.web.parts;

import java.util.List;

/** A row of links that narrows what is listed, such as "Location". Leave filters with one choice out. */
public record Filter(String label, List<Choice> choices) {}
