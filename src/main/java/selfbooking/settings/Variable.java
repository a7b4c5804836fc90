package selfbooking.settings;

/**
 * An environment variable that the application reads.
 *
 * @param fallback what holds when it is not set, in words where it is no fixed value
 * @param secret whether its value must never be shown
 */
record Variable(String name, String fallback, String example, boolean secret, String meaning) {}
