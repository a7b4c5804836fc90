package selfbooking.sandbox.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import selfbooking.sandbox.api.ClientBook;
import selfbooking.sandbox.api.Clinic;
import selfbooking.sandbox.api.Diary;

/** The invented clinic that a sandbox starts with: the same people every time, the diary laid out around today. */
public record Demonstration(Clinic clinic, ClientBook clients, Diary diary) {

    public static Demonstration open(Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), DemonstrationClinic.HARBOUR.zone());
        Clinic clinic = DemonstrationClinic.on(today);
        ClientBook clients = new ClientBook(DemonstrationClients.all());
        Diary diary = new Diary();
        new DemonstrationDiary(clinic, clients.all(), today).fill(diary);
        return new Demonstration(clinic, clients, diary);
    }

    /** The same id for the same name at every start, so that addresses kept from yesterday still lead somewhere. */
    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
