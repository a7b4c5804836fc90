package selfbooking.web.page;

/** A file that pages load, under an address that changes with its bytes. */
public record Asset(String name, String type, Body body) {

    Asset(String name, String type, byte[] bytes) {
        this(name, type, new Body(bytes));
    }

    /** Only under this hash may the answer be called immutable. */
    public String hash() {
        return body.hash();
    }

    public String href() {
        return "/static/" + hash() + "/" + name;
    }
}
