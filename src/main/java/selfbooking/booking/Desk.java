package selfbooking.booking;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import selfbooking.booking.diary.Diary;
import selfbooking.booking.diary.DiaryReader;
import selfbooking.coreplus.Api;

/** A clinic's front desk: all that its pages ask, and the work that goes on behind them until it is closed. */
public final class Desk implements AutoCloseable {

    /** As many threads as there are weeks being read at a time. */
    private final ExecutorService reads = Executors.newCachedThreadPool(Submitter.named("diary"));

    private final ScheduledExecutorService minutes =
            Executors.newSingleThreadScheduledExecutor(Submitter.named("minute"));

    /**
     * What the pages before a draft are made from. Take it before making one: under an equal version only time can have changed it.
     *
     * @param diary grows with each answer of the diary and each change of our own to it
     * @param holds grows with each change of a claim
     */
    public record Version(long diary, long holds, boolean reachable) {}

    private final Clinic clinic;
    private final SlotCode slotCode;
    private final Diary diary;
    private final HoldTable holds;
    private final Times times;
    private final Submitter submitter;
    private final Bookings bookings;

    private Desk(
            Clinic clinic,
            Api api,
            Jdbi jdbi,
            AppSecret secret,
            SecureRandom random,
            Clock clock,
            MeterRegistry meters) {
        this.clinic = clinic;
        this.slotCode = new SlotCode(clinic.slug(), secret);
        this.diary = new Diary(new DiaryReader(api, clock), clock, reads, meters, clinic.slug());
        var table = new BookingTable(jdbi, clinic.slug());
        var submits = new SubmitTable(jdbi, clinic.slug());
        this.holds = new HoldTable(jdbi);
        var free = new FreeTimes(clinic, holds, clock);
        var sealed = new SealedAnswers(secret, random);
        var changes = new Changes();
        var patience = Patience.USUAL;
        var clients = new Clients(api, submits, clock, patience.mayArrive());
        var submission = new Submission(api, diary, clients, submits, holds, sealed, jdbi, clock, patience);
        this.submitter = new Submitter(submits, table, submission, changes, clock);
        this.times = new Times(diary, free, table);
        var availability = new Availability(diary, free);
        var codes = new Codes(random);
        var reading = new Reading(jdbi, table, holds, sealed, clock);
        var handover = new Handover(clinic, jdbi, table, holds, availability, reading, codes, submitter::take, clock);
        this.bookings = new Bookings(
                clinic, jdbi, table, holds, availability, sealed, codes, reading, handover, changes, clock);
    }

    /** Opens the desk: bookings that a stop interrupted go on, and the first page's times are asked for. */
    public static Desk open(
            Clinic clinic,
            Api api,
            Jdbi jdbi,
            AppSecret secret,
            SecureRandom random,
            Clock clock,
            MeterRegistry meters) {
        var desk = new Desk(clinic, api, jdbi, secret, random, clock, meters);
        desk.submitter.start();
        desk.diary.warm();
        var unused = desk.minutes.scheduleWithFixedDelay(desk.diary::warmBeforeTheDay, 1, 1, TimeUnit.MINUTES);
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
        return new Version(diary.version(), holds.version(), diary.reachable());
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
    }
}
