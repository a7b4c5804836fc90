package selfbooking.coreplus.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.booking.diary.Ticket;
import selfbooking.coreplus.http.Call;
import selfbooking.coreplus.http.SignedCalls;
import selfbooking.coreplus.http.Unreadable;

/** Reads a list to its end, page after page. */
final class Paging {

    private static final int MOST_PAGES = 200;
    private static final int MOST_READINGS = 3;

    private final SignedCalls calls;
    private final Ticket ticket;

    Paging(SignedCalls calls, Ticket ticket) {
        this.calls = calls;
        this.ticket = ticket;
    }

    <T> List<T> all(IntFunction<Call> asked, Function<JsonNode, ListPage<T>> reader) {
        return rows(read(asked, reader));
    }

    /** Reads again if the number of rows changed meanwhile: a row may have slipped between two pages. */
    <T> List<T> steady(IntFunction<Call> asked, Function<JsonNode, ListPage<T>> reader) {
        for (int reading = 1; reading <= MOST_READINGS; reading++) {
            var pages = read(asked, reader);
            if (pages.stream().map(ListPage::totalRows).distinct().count() == 1) {
                return rows(pages);
            }
        }
        throw asked.apply(1).failed(Kind.NOT_UNDERSTOOD, false, new Unreadable("steady number of rows"));
    }

    /** Ends as well when a page brings nothing new: then the server does not page this list. */
    private <T> List<ListPage<T>> read(IntFunction<Call> asked, Function<JsonNode, ListPage<T>> reader) {
        var pages = new ArrayList<ListPage<T>>();
        var rows = new LinkedHashSet<T>();
        int seen = 0;
        for (int number = 1; number <= MOST_PAGES; number++) {
            var page = calls.make(ticket, asked.apply(number), reader);
            pages.add(page);
            seen += page.rows().size();
            if (!rows.addAll(page.rows()) || page.isLast(seen)) {
                return pages;
            }
        }
        throw asked.apply(1).failed(Kind.NOT_UNDERSTOOD, false, new Unreadable("end of the list"));
    }

    private static <T> List<T> rows(List<ListPage<T>> pages) {
        return pages.stream().flatMap(page -> page.rows().stream()).distinct().toList();
    }
}
