package selfbooking.web.draft;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.draft.answers.DetailsField;
import selfbooking.booking.draft.answers.Messages;
import selfbooking.web.parts.Field;
import selfbooking.web.parts.FieldMistake;

/** Puts labels, hints, what was typed and messages on the fields of the details form. */
final class DetailsForm {
    private final Map<String, List<String>> typed;
    private final Map<String, String> mistakes;
    private final boolean other;

    DetailsForm(Map<String, List<String>> typed, Map<String, String> mistakes) {
        this.typed = typed;
        this.mistakes = mistakes;
        this.other = values(DetailsField.WHO).contains("other");
    }

    DetailsFields fields(@Nullable String termsHref) {
        Map<String, Field> boxes = Stream.of(DetailsField.values())
                .filter(field -> field.box() != DetailsField.Box.CHOICE)
                .collect(Collectors.toUnmodifiableMap(DetailsField::id, this::box));
        boolean agreed = !values(DetailsField.AGREE).isEmpty();
        return new DetailsFields(
                other,
                boxes,
                new DetailsFields.BirthBoxes(
                        Stream.of(DetailsField.BIRTH_DAY, DetailsField.BIRTH_MONTH, DetailsField.BIRTH_YEAR)
                                .map(part -> Objects.requireNonNull(boxes.get(part.id())))
                                .toList()),
                isContact(DetailsField.MOBILE),
                isContact(DetailsField.EMAIL),
                mistake(DetailsField.WHO),
                mistake(DetailsField.CONTACT_BY),
                termsHref == null ? null : new DetailsFields.Terms(termsHref, agreed, mistake(DetailsField.AGREE)),
                inOrder());
    }

    private Field box(DetailsField field) {
        return new Field(
                field.id(),
                Messages.of(field.id() + ".label"),
                Messages.find(field.id() + ".hint"),
                values(field).stream().findFirst().orElse(""),
                mistake(field),
                field.box().type(),
                field.box().inputmode(),
                field.autocomplete(other),
                field.limit());
    }

    /** In the order of the page; wrong parts of a birth date have one message, at the first of them. */
    private List<FieldMistake> inOrder() {
        List<DetailsField> repeated = Stream.of(
                        DetailsField.BIRTH_DAY, DetailsField.BIRTH_MONTH, DetailsField.BIRTH_YEAR)
                .filter(part -> mistake(part) != null)
                .skip(1)
                .toList();
        return Stream.of(DetailsField.values())
                .filter(field -> !repeated.contains(field))
                .flatMap(field ->
                        Stream.ofNullable(mistake(field)).map(message -> new FieldMistake("#" + place(field), message)))
                .toList();
    }

    /** Choices are met at the first. */
    private static String place(DetailsField field) {
        return switch (field) {
            case WHO -> "who-me";
            case CONTACT_BY -> "contactBy-mobile";
            default -> field.id();
        };
    }

    private List<String> values(DetailsField field) {
        return typed.getOrDefault(field.id(), List.of());
    }

    private boolean isContact(DetailsField kind) {
        return values(DetailsField.CONTACT_BY).contains(kind.id());
    }

    private @Nullable String mistake(DetailsField field) {
        return mistakes.get(field.id());
    }
}
