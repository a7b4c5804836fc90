package selfbooking.web;

import io.javalin.http.NotFoundResponse;
import selfbooking.web.page.Asset;
import selfbooking.web.page.Assets;

/** Style and scripts, from any site and any frame. */
final class Files {

    private final Assets assets;

    Files(Assets assets) {
        this.assets = assets;
    }

    Answer show(Visit visit) {
        Asset asset = assets.find(visit.part("name"));
        if (asset == null) {
            throw new NotFoundResponse();
        }
        return new Answer.File(asset, asset.hash().equals(visit.part("hash")));
    }
}
