package selfbooking.web.server;

/** A file that pages load, under an address that changes with its bytes. */
public record Asset(String name, String type, PageBytes body) {

    Asset(String name, String type, byte[] bytes) {
        this(name, type, new PageBytes(bytes));
    }

    /** Only under this hash may the answer be called immutable. */
    public String hash() {
        return body.hash();
    }

    public String href() {
        return "/static/" + hash() + "/" + name;
    }
}
