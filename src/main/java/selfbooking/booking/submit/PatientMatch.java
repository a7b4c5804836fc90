package selfbooking.booking.submit;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.Client;
import selfbooking.booking.diary.DiaryFailure;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.booking.diary.NewClient;
import selfbooking.booking.draft.BookingRow;
import selfbooking.booking.draft.answers.Answers;
import selfbooking.booking.draft.answers.MobileNumber;
import selfbooking.booking.privacy.AppSecret;

/** Finds the patient among the clinic's clients, or has one created. Nothing of what is stored there is ever shown or changed. */
public final class PatientMatch {

    private static final int LONGEST_EMAIL_IN_DIARY = 50;

    /** Which client the patient is. */
    sealed interface Match {
        record One(String clientId) implements Match {}

        /** A person at the clinic has to say which of several it is. */
        record Several() implements Match {}

        /** A client that was asked for may still appear; nothing can be said yet. */
        record NotYet() implements Match {}
    }

    private final SubmitCalls calls;
    private final SubmitTable table;
    private final AppSecret secret;
    private final Clock clock;
    private final SubmitTimings patience;

    public PatientMatch(SubmitCalls calls, SubmitTable table, AppSecret secret, Clock clock, SubmitTimings patience) {
        this.calls = calls;
        this.table = table;
        this.secret = secret;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Searches before creating, so that an unclear end of a create is looked for before it is repeated. Of two bookings of one new
     * patient only one has the client created, and the other finds it. Only a search that began when no create could arrive any more
     * shows that none did.
     *
     * @throws DiaryFailure as the API's calls do
     */
    Match findOrCreate(BookingRow row, Answers answers, String reference) {
        var begun = clock.instant();
        var same = search(answers);
        if (same.size() == 1) {
            return new Match.One(same.get(0).clientId());
        }
        if (same.size() > 1) {
            return new Match.Several();
        }
        if (row.clientUntil() != null && begun.isBefore(row.clientUntil())) {
            return new Match.NotYet();
        }
        return create(row, answers, reference, begun);
    }

    private List<Client> search(Answers answers) {
        var namesakes = calls.clients(answers.familyName(), answers.birthDate()).stream()
                .filter(client -> same(client.firstName(), answers.givenName()))
                .filter(client -> same(client.lastName(), answers.familyName()))
                .filter(client -> answers.birthDate().equals(client.dateOfBirth()))
                .toList();
        if (namesakes.size() < 2) {
            return namesakes;
        }
        var withMobile = namesakes.stream().filter(hasMobile(answers)).toList();
        return withMobile.isEmpty() ? namesakes : withMobile;
    }

    private static Predicate<Client> hasMobile(Answers answers) {
        var mobile = answers.mobile();
        return client ->
                mobile != null && client.mobile() != null && isSame(mobile, MobileNumber.read(client.mobile()));
    }

    private static boolean isSame(Answers.Mobile mobile, Answers.@Nullable Mobile inDiary) {
        return inDiary != null && inDiary.e164().equals(mobile.e164());
    }

    private static boolean same(String a, String b) {
        return plain(a).equals(plain(b));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private Match create(BookingRow row, Answers answers, String reference, Instant searched) {
        var now = clock.instant();
        if (!table.creatingClient(row, person(answers), searched, now.plus(patience.mayArrive()))) {
            return new Match.NotYet();
        }
        try {
            return new Match.One(calls.createClient(client(answers, reference), now.plus(patience.mayLeave())));
        } catch (DiaryFailure e) {
            if (!e.unclear()) {
                table.clientNotCreated(row);
            }
            if (e.kind() != Kind.REFUSED) {
                throw e;
            }
            var same = search(answers);
            if (same.size() == 1) {
                return new Match.One(same.get(0).clientId());
            }
            throw e;
        }
    }

    /** The same for the same names and birth date, and nothing that anyone could read back. */
    private String person(Answers answers) {
        var text = plain(answers.givenName()) + "\n" + plain(answers.familyName()) + "\n" + answers.birthDate();
        return secret.digest("person", text);
    }

    private static NewClient client(Answers answers, String reference) {
        var mobile = answers.mobile();
        return new NewClient(
                answers.givenName(),
                answers.familyName(),
                answers.birthDate(),
                mobile == null ? null : mobile.forDiary(),
                shortEnough(answers.email()),
                reference);
    }

    private static @Nullable String shortEnough(@Nullable String email) {
        return email == null || email.length() > LONGEST_EMAIL_IN_DIARY ? null : email;
    }
}
