package selfbooking.notice;

import java.time.ZonedDateTime;

/**
 * A booking that a person at the clinic has to sort out. Nothing in it tells who the patient is: the patient was asked to call and to
 * read out the reference.
 *
 * @param reference as it stands in the diary, not grouped
 * @param startsAt by the location's clock
 */
public record CallClinic(
        String reference, String practitioner, String location, String appointmentType, ZonedDateTime startsAt) {}
