package selfbooking.web.draft;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Booking;
import selfbooking.booking.draft.answers.Answers;
import selfbooking.booking.draft.answers.DetailsField;
import selfbooking.booking.draft.answers.TypedAnswers;
import selfbooking.web.parts.PageAddresses;
import selfbooking.web.parts.Parameters;
import selfbooking.web.parts.View;
import selfbooking.web.server.Request;
import selfbooking.web.server.Response;

/** Who the patient is and how the clinic can reach them. */
public final class DetailsPage {

    private DetailsPage() {}

    public static Response show(Request visit) {
        return DraftSteps.step(visit, booking -> {
            Answers given = booking.answers();
            TypedAnswers typed = given == null ? TypedAnswers.EMPTY : TypedAnswers.of(given);
            return Response.page(View.DETAILS, view(visit, booking, typed, null));
        });
    }

    public static Response send(Request visit) {
        return DraftSteps.step(visit, booking -> {
            TypedAnswers typed = typed(visit.form());
            boolean termsShown = visit.desk().clinic().terms() != null;
            TypedAnswers.Checked checked = typed.check(new BookingPresenter(visit, booking).today(), termsShown);
            if (checked.answers() == null) {
                return new Response.Shown(422, View.DETAILS, view(visit, booking, typed, checked));
            }
            visit.desk().bookings().answer(visit.key(), checked.answers());
            return new Response.SeeOther(visit.addresses().check(visit.key()));
        });
    }

    static DetailsView view(
            Request visit, Booking booking, TypedAnswers typed, TypedAnswers.@Nullable Checked checked) {
        BookingPresenter words = new BookingPresenter(visit, booking);
        PageAddresses addresses = visit.addresses();
        String here = addresses.details(visit.key());
        URI terms = visit.desk().clinic().terms();
        return new DetailsView(
                words.chosen(),
                words.hold(here),
                words.otherTimes(),
                here,
                addresses.release(visit.key()),
                DetailsFields.of(typed.values(), messages(checked), terms == null ? null : terms.toString()));
    }

    static TypedAnswers typed(Parameters form) {
        return TypedAnswers.from(form::all);
    }

    static boolean came(Parameters form) {
        return form.has(DetailsField.GIVEN_NAME.id());
    }

    /** What of this form came with another one, to be sent on; nothing when it did not come. */
    static List<LostView.Typed> along(Parameters form) {
        return Stream.of(DetailsField.values())
                .filter(field -> came(form))
                .map(DetailsField::id)
                .flatMap(name -> form.all(name).stream().map(value -> new LostView.Typed(name, value)))
                .toList();
    }

    private static Map<String, String> messages(TypedAnswers.@Nullable Checked checked) {
        Map<String, String> messages = new HashMap<>();
        if (checked != null) {
            for (TypedAnswers.Mistake mistake : checked.mistakes()) {
                messages.put(mistake.field(), mistake.message());
                mistake.alsoWrong().forEach(field -> messages.put(field, mistake.message()));
            }
        }
        return messages;
    }
}
