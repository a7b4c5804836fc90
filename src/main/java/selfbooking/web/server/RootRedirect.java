package selfbooking.web.server;

import io.javalin.http.NotFoundResponse;
import java.util.List;
import selfbooking.booking.Desk;

/** The address without a clinic: on to the only one. */
public final class RootRedirect {

    private final List<Desk> desks;

    public RootRedirect(List<Desk> desks) {
        this.desks = desks;
    }

    public Response show(Request visit) {
        if (desks.size() != 1) {
            throw new NotFoundResponse();
        }
        return new Response.SeeOther(visit.addresses(desks.get(0)).home());
    }

    public static Response withSlash(Request visit) {
        return new Response.SeeOther(visit.addresses().home());
    }
}
