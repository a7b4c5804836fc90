package selfbooking.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What a patient does, step by step, finding things by their role and name only. */
final class Patient {

    static final Pattern TIME_NAME = Pattern.compile("^\\d{1,2}:\\d\\d.[ap]m, .*\\d{1,2}.\\w+, with .+");

    private final Frame frame;

    Patient(Page page) {
        this(page.mainFrame());
    }

    Patient(Frame frame) {
        this.frame = frame;
    }

    Patient reads(String heading) {
        assertThat(frame.getByRole(AriaRole.HEADING, new Frame.GetByRoleOptions().setLevel(1)))
                .hasText(heading);
        return this;
    }

    Patient readsSomewhere(String text) {
        assertThat(frame.locator("main")).containsText(text);
        return this;
    }

    Locator times() {
        return frame.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(TIME_NAME));
    }

    /** The value that a time's button sends. */
    String slot(int number) {
        return times().nth(number).getAttribute("value");
    }

    /** The accessible name of the time that was tapped. */
    String tapsTime(int number) {
        var time = times().nth(number);
        var name = time.getAttribute("aria-label");
        time.click();
        return name;
    }

    Patient follows(String link) {
        frame.getByRole(AriaRole.LINK, new Frame.GetByRoleOptions().setName(link))
                .first()
                .click();
        return this;
    }

    Patient presses(String button) {
        frame.getByRole(
                        AriaRole.BUTTON,
                        new Frame.GetByRoleOptions().setName(button).setExact(true))
                .last()
                .click();
        return this;
    }

    Patient types(String field, String text) {
        field(field).fill(text);
        return this;
    }

    Locator field(String label) {
        return frame.getByLabel(label, new Frame.GetByLabelOptions().setExact(true));
    }

    Patient fillsInDetails() {
        field("Me").check();
        types("First name", "Ngaire").types("Last name", "O'Brien-Tran");
        types("Day", "27").types("Month", "mar").types("Year", "1987");
        field("Text message or call").check();
        return types("Mobile number", "0491 570 006");
    }

    /** From the details on, to the end. */
    Patient booksFromDetails() {
        reads("Your details").fillsInDetails().presses("Continue");
        reads("Check your booking, then confirm it").readsSomewhere("0491 570 006");
        return presses("Book this appointment").reads("Your appointment is booked");
    }
}
