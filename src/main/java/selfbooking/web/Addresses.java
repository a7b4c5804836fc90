package selfbooking.web;

/** Every address of one clinic's pages. */
record Addresses(String slug) {

    String home() {
        return "/" + slug + "/";
    }

    String times() {
        return home() + "times";
    }

    String bookings() {
        return home() + "bookings";
    }

    String outcome(String key) {
        return bookings() + "/" + key;
    }

    String details(String key) {
        return outcome(key) + "/details";
    }

    String check(String key) {
        return outcome(key) + "/check";
    }

    String times(String key) {
        return outcome(key) + "/times";
    }

    String swap(String key) {
        return outcome(key) + "/swap";
    }

    String extend(String key) {
        return outcome(key) + "/extend";
    }

    String release(String key) {
        return outcome(key) + "/release";
    }
}
