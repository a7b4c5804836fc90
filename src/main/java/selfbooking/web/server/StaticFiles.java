package selfbooking.web.server;

import io.javalin.http.NotFoundResponse;

/** Style and scripts, from any site and any frame. */
public final class StaticFiles {

    private final Assets assets;

    public StaticFiles(Assets assets) {
        this.assets = assets;
    }

    public Response show(Request visit) {
        Asset asset = assets.find(visit.part("name"));
        if (asset == null) {
            throw new NotFoundResponse();
        }
        return new Response.File(asset, asset.hash().equals(visit.part("hash")));
    }
}
