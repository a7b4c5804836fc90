package selfbooking.booking.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.State;
import selfbooking.booking.diary.AppointmentType;
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;
import selfbooking.booking.diary.Slot;

/**
 * A booking as it lies in the table.
 *
 * @param revision grows with each change of slot or answers
 * @param sealed the encrypted answers
 * @param clientUntil until when a client that we asked to be created may still appear
 * @param sends how often the booking has left for the diary
 * @param sentUntil until when the last booking sent may still arrive; null when it certainly did nothing
 * @param leaseId names the lease under which somebody works on the booking, or did last
 */
public record BookingRow(
        String id,
        State state,
        int attempt,
        int revision,
        Offer offer,
        @Nullable String sealed,
        int extensions,
        @Nullable String reference,
        @Nullable Instant askedAt,
        @Nullable String clientId,
        @Nullable Instant clientUntil,
        int sends,
        @Nullable Instant sentUntil,
        @Nullable String leaseId) {

    public static BookingRow of(ResultSet row) throws SQLException {
        return new BookingRow(
                row.getString("id"),
                State.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getInt("revision"),
                offerOf(row),
                row.getString("answers"),
                row.getInt("extensions"),
                row.getString("reference"),
                instant(row, "asked_at"),
                row.getString("client_id"),
                instant(row, "client_until"),
                row.getInt("sends"),
                instant(row, "sent_until"),
                row.getString("claimed_by"));
    }

    private static Offer offerOf(ResultSet row) throws SQLException {
        var typeId = row.getString("type_id");
        var slot = new Slot(
                row.getString("practitioner_id"),
                row.getString("location_id"),
                typeId,
                Instant.ofEpochMilli(row.getLong("starts_at")),
                Instant.ofEpochMilli(row.getLong("ends_at")));
        return new Offer(
                slot,
                new Practitioner(slot.practitionerId(), row.getString("practitioner_name")),
                new Location(
                        slot.locationId(),
                        row.getString("location_name"),
                        ZoneId.of(row.getString("zone")),
                        row.getString("timezone_id")),
                new AppointmentType(typeId, row.getString("type_name"), row.getInt("type_minutes")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /** The diary may have done what was asked, or may still do it. */
    public boolean maybeInDiary() {
        return sentUntil != null;
    }
}
