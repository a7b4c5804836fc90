package selfbooking.web.server;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Clinic;
import selfbooking.booking.Desk;
import selfbooking.web.WebServer;
import selfbooking.web.parts.Html;
import selfbooking.web.parts.PageAddresses;
import selfbooking.web.parts.ProblemView;
import selfbooking.web.parts.Shell;
import selfbooking.web.parts.View;

/** Writes an answer with the headers that its route asks for. */
public final class Responder {

    public static final String ROUTE = "route";
    public static final String DESK = "desk";
    private static final String FRAMED = PageAddresses.FRAME + "=" + PageAddresses.FRAMED;
    private static final HttpField PAGE_VARIES = varies("HX-Request, Accept-Encoding");
    private static final HttpField FILE_VARIES = varies("Accept-Encoding");

    private final Html html;
    private final Assets assets;
    private final List<Desk> desks;
    private final boolean demonstration;

    public Responder(WebServer.Wiring setup, Assets assets) {
        this.html = new Html(setup.live());
        this.assets = assets;
        this.desks = setup.desks();
        this.demonstration = setup.demonstration();
    }

    /** Makes a page that nobody sees: what all pages need is loaded before the first patient would wait for it. */
    public void prepare() {
        render(desks.get(0), new Response.Shown(503, View.PROBLEM, ProblemView.closed(null)), false, false);
    }

    public void write(Context ctx, Response answer) {
        if (answer instanceof Response.Shown shown) {
            show(ctx, shown);
        } else if (answer instanceof Response.Later later) {
            ctx.header("Retry-After", Long.toString(later.after().toSeconds()));
            show(ctx, later.shown());
        } else if (answer instanceof Response.SeeOther other) {
            Headers.keep(ctx, keeping(ctx));
            ctx.status(303).header("Location", other.address());
        } else if (answer instanceof Response.File file) {
            send(ctx, file);
        } else if (answer instanceof Response.Json json) {
            ctx.status(json.status()).contentType("application/json").result(json.text());
        } else if (answer instanceof Response.Text text) {
            ctx.contentType(text.type()).result(text.text());
        }
    }

    /** The clinic whose name stands on the page; an address that names none shows the first one's. */
    Desk deskOf(Context ctx) {
        Desk desk = ctx.attribute(DESK);
        return desk == null ? desks.get(0) : desk;
    }

    private void show(Context ctx, Response.Shown shown) {
        boolean part = part(ctx);
        if (part && shown.view().wholePage()) {
            ctx.header("HX-Retarget", "#page").header("HX-Reswap", "outerHTML");
        }
        page(ctx, shown.status()).result(render(deskOf(ctx), shown, part, framed(ctx)));
    }

    /** The headers of a page, whole or in part. */
    public static Context page(Context ctx, int status) {
        Headers.keep(ctx, status < 400 ? keeping(ctx) : Route.Keeping.NO_STORE);
        Headers.set(ctx, PAGE_VARIES);
        return ctx.status(status).contentType("text/html; charset=utf-8");
    }

    /** Whether htmx asks, for the part that it puts in place of the old one. */
    public static boolean part(Context ctx) {
        return "true".equals(ctx.header("HX-Request"));
    }

    /** Whether the address says that the journey is in a frame. */
    public static boolean framed(Context ctx) {
        String query = ctx.queryString();
        return query != null && List.of(query.split("&")).contains(FRAMED);
    }

    public byte[] render(Desk desk, Response.Shown shown, boolean part, boolean framed) {
        return html.render(shown.view(), shell(desk.clinic(), framed), shown.page(), part)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Shell shell(Clinic clinic, boolean framed) {
        String phone = clinic.phone() == null ? null : clinic.phone().replace(' ', '\u00A0');
        String home = new PageAddresses(clinic.slug(), framed).home();
        return assets.shell(clinic.name(), home, phone, clinic.hue(), demonstration);
    }

    private static void send(Context ctx, Response.File file) {
        Headers.keep(ctx, file.current() ? keeping(ctx) : Route.Keeping.NO_CACHE);
        Headers.set(ctx, FILE_VARIES);
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Access-Control-Allow-Origin", "*")
                .contentType(file.asset().type());
        Delivery.send(ctx, file.asset().body());
    }

    private static HttpField varies(String names) {
        return new PreEncodedHttpField(HttpHeader.VARY, names);
    }

    private static Route.Keeping keeping(Context ctx) {
        @Nullable Route route = ctx.attribute(ROUTE);
        return route == null ? Route.Keeping.NO_STORE : route.keeping();
    }
}
