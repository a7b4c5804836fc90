package selfbooking.booking;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import selfbooking.booking.diary.Diary;
import selfbooking.booking.diary.DiaryPort;
import selfbooking.booking.draft.BookingReader;
import selfbooking.booking.draft.BookingTable;
import selfbooking.booking.draft.HoldTable;
import selfbooking.booking.draft.HoldsPerAddress;
import selfbooking.booking.draft.SlotCode;
import selfbooking.booking.draft.SubmitDraft;
import selfbooking.booking.privacy.AppSecret;
import selfbooking.booking.privacy.Resealing;
import selfbooking.booking.privacy.SealedAnswers;
import selfbooking.booking.submit.BookInDiary;
import selfbooking.booking.submit.CallForHelp;
import selfbooking.booking.submit.FindInDiary;
import selfbooking.booking.submit.OutcomeWaiter;
import selfbooking.booking.submit.PatientMatch;
import selfbooking.booking.submit.RecordOutcome;
import selfbooking.booking.submit.SubmitCalls;
import selfbooking.booking.submit.SubmitStep;
import selfbooking.booking.submit.SubmitTable;
import selfbooking.booking.submit.SubmitTimings;
import selfbooking.booking.submit.SubmitWorker;
import selfbooking.booking.times.Availability;
import selfbooking.booking.times.FreeTimes;
import selfbooking.booking.times.Times;
import selfbooking.notice.Outbox;
import selfbooking.store.Erasure;
import selfbooking.store.Store;

/** A clinic's front desk: all that its pages ask, and the work that goes on behind them until it is closed. */
public final class Desk implements AutoCloseable {

    /** More than the gate lets through before they have waited too long; the rest is refused at once. */
    private static final int MOST_READS = 100;

    /** As many threads as there are weeks being read at a time. */
    private final ExecutorService reads = new ThreadPoolExecutor(
            0, MOST_READS, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), SubmitWorker.named("diary"));

    /** Two, since many may wait for outcomes: the store's other connections are for those who change something. */
    private final ExecutorService checks = Executors.newFixedThreadPool(2, SubmitWorker.named("outcome"));

    private final ScheduledExecutorService minutes =
            Executors.newSingleThreadScheduledExecutor(SubmitWorker.named("minute"));

    /** What a desk works with; {@code faults} is {@link FaultPoints#NONE} but in a test. */
    public record Setup(
            Clinic clinic,
            DiaryPort port,
            Store store,
            Outbox outbox,
            AppSecret secret,
            SecureRandom random,
            Waiting waiting,
            ScheduledExecutorService timer,
            Clock clock,
            MeterRegistry meters,
            SubmitTimings patience,
            int holdsPerAddress,
            FaultPoints faults) {}

    /**
     * What the pages before a draft are made from. Read the version before building a page. If the version is the same afterwards, only
     * the passing of time can make the page stale.
     *
     * @param diary grows with each answer of the diary, each time that proved to be taken, and when the diary falls silent or speaks again
     * @param holds grows with each change of the times that live holds hide
     */
    public record Version(long diary, long holds) {

        /** Whether a page of this version shows every change that the other version counts. */
        public boolean knowsAllOf(Version then) {
            return diary >= then.diary && holds >= then.holds;
        }

        /** The same holds with a later version of the diary. */
        public Version withDiary(long version) {
            return new Version(version, holds);
        }
    }

    private final Clinic clinic;
    private final SlotCode slotCode;
    private final Diary diary;
    private final HoldTable holds;
    private final Times times;
    private final SubmitWorker submitter;
    private final Resealing resealing;
    private final Bookings bookings;

    private Desk(Setup setup) {
        var clock = setup.clock();
        var jdbi = setup.store().jdbi();
        this.clinic = setup.clinic();
        this.slotCode = new SlotCode(clinic.slug(), setup.secret());
        this.diary = new Diary(setup.port(), setup.waiting(), clock, reads, setup.meters(), clinic.slug());
        this.holds = new HoldTable(setup.store(), clinic.slug());
        var table = new BookingTable(jdbi, clinic.slug());
        var free = new FreeTimes(clinic, holds::live, clock);
        var sealed = new SealedAnswers(setup.secret(), setup.random());
        this.resealing = new Resealing(jdbi, clinic.slug(), sealed);
        var outcomes = new OutcomeWaiter(setup.timer(), checks);
        var codes = new Codes(setup.random());
        var submits = new SubmitTable(setup.store(), clinic.slug(), codes.id(), setup.faults(), clock);
        this.submitter = new SubmitWorker(submits, table, submission(setup, submits, sealed), outcomes, clock);
        this.times = new Times(diary, free, table::idOf);
        this.bookings = bookings(setup, table, submits, sealed, codes, free, outcomes);
    }

    private Bookings bookings(
            Setup setup,
            BookingTable table,
            SubmitTable submits,
            SealedAnswers sealed,
            Codes codes,
            FreeTimes free,
            OutcomeWaiter outcomes) {
        var clock = setup.clock();
        var jdbi = setup.store().jdbi();
        var availability = new Availability(diary, free);
        var reading = new BookingReader(jdbi, table, holds, sealed, clock);
        var submitting = new SubmitDraft(
                jdbi, table, holds, availability, codes, submits::lease, submitter::take, setup.faults(), clock);
        var perAddress = new HoldsPerAddress(holds, setup.secret(), clinic.slug(), setup.holdsPerAddress());
        return new Bookings(
                jdbi,
                table,
                holds,
                perAddress,
                availability,
                sealed,
                codes,
                reading,
                submitting,
                outcomes,
                setup.waiting(),
                clock);
    }

    private SubmitStep submission(Setup setup, SubmitTable submits, SealedAnswers sealed) {
        var clock = setup.clock();
        var patience = setup.patience();
        var calls = new SubmitCalls(setup.port(), setup.faults());
        var help = new CallForHelp(setup.outbox(), clinic.slug());
        var settling = new RecordOutcome(submits, holds, diary, help, ends(setup.meters(), clinic.slug()), clock);
        var clients = new PatientMatch(calls, submits, setup.secret(), clock, patience);
        var sending = new BookInDiary(calls, clients, submits, settling, sealed, clock, patience);
        return new SubmitStep(submits, sending, new FindInDiary(calls), settling, clock, patience);
    }

    public static MeterProvider<Counter> ends(MeterRegistry meters, String clinic) {
        return Counter.builder("selfbooking.bookings")
                .tag("clinic", clinic)
                .description("bookings that were sent, by what became of them")
                .withRegistry(meters);
    }

    /** Opens the desk: bookings that a stop interrupted go on, and the first page's times are asked for. */
    public static Desk open(Setup setup) {
        var desk = new Desk(setup);
        if (!setup.store().shared()) {
            desk.submitter.freeWhatTheDeadHeld();
        }
        desk.submitter.start();
        desk.diary.warm();
        var unused = desk.minutes.scheduleWithFixedDelay(desk.diary::warmBeforeTheDay, 1, 1, TimeUnit.MINUTES);
        var unusedReseal = desk.minutes.scheduleWithFixedDelay(desk.resealing::run, 0, 1, TimeUnit.DAYS);
        var unusedErasure = desk.minutes.scheduleWithFixedDelay(
                () -> Erasure.settle(setup.store().jdbi()), 10, 10, TimeUnit.SECONDS);
        if (setup.store().shared()) {
            var unusedLooks =
                    desk.minutes.scheduleWithFixedDelay(desk.holds::lookAround, 0, 500, TimeUnit.MILLISECONDS);
        }
        return desk;
    }

    public Clinic clinic() {
        return clinic;
    }

    public Times times() {
        return times;
    }

    public Bookings bookings() {
        return bookings;
    }

    public SlotCode slotCode() {
        return slotCode;
    }

    public Version version() {
        return new Version(diary.version(), holds.version());
    }

    /** Whether the diary answered when it was last asked. */
    public boolean diaryReachable() {
        return diary.reachable();
    }

    @Override
    public void close() {
        submitter.close();
        minutes.shutdownNow();
        reads.shutdownNow();
        checks.shutdownNow();
    }
}
