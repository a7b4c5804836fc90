package selfbooking.web.server;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what is refused before it is a request of ours (broken HTTP, headers too long) with one plain sentence. */
public final class BareErrors extends ErrorHandler {

    private static final String SENTENCE = "This request could not be read.\n";

    private final Headers headers;

    public BareErrors(Headers headers) {
        this.headers = headers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        headers.writeTo(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        Content.Sink.write(response, true, SENTENCE, callback);
        return true;
    }
}
