package selfbooking.web.parts;

/** Every address of one clinic's pages. */
public record PageAddresses(String slug) {

    public String home() {
        return "/" + slug + "/";
    }

    public String times() {
        return home() + "times";
    }

    public String bookings() {
        return home() + "bookings";
    }

    public String outcome(String key) {
        return bookings() + "/" + key;
    }

    public String details(String key) {
        return outcome(key) + "/details";
    }

    public String check(String key) {
        return outcome(key) + "/check";
    }

    public String times(String key) {
        return outcome(key) + "/times";
    }

    public String swap(String key) {
        return outcome(key) + "/swap";
    }

    public String extend(String key) {
        return outcome(key) + "/extend";
    }

    public String release(String key) {
        return outcome(key) + "/release";
    }
}
