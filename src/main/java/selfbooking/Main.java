package selfbooking;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import selfbooking.sandbox.Sandbox;
import selfbooking.settings.Settings;
import selfbooking.settings.SettingsWrong;
import selfbooking.store.StoreUnusable;

/** The commands: serve the pages, run the sandbox alone, or copy the database. */
@Command(
        name = "selfbooking",
        description = "Patients of clinics that keep their diary in coreplus book themselves in.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.JarVersion.class,
        footer = {
            "",
            "Without a command it serves the pages on $PORT (8080), set up by the environment",
            "variables of docs/operating.md; with none of them it brings its own sandbox clinic."
        })
public final class Main implements Callable<Integer> {

    /** A start that ended because the settings are wrong (EX_CONFIG of sysexits.h). */
    static final int WRONG_SETTINGS = 78;

    private Main() {}

    public static void main(String[] args) {
        var commands = new CommandLine(new Main())
                .addSubcommand(new SandboxAlone())
                .addSubcommand(new BackupCommand(System.getenv()));
        System.exit(commands.execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        return serve(App.Conditions.usual(Clock.systemUTC()));
    }

    /** Serves the pages until a signal ends the process; returns an exit code only when it cannot start. */
    static int serve(App.Conditions conditions) throws InterruptedException {
        try {
            var settings = Settings.read(System.getenv(), Path.of(""));
            var app = App.start(settings, conditions);
            System.out.println("Ready: " + app.address());
            waitForTheEnd(app);
            return 0;
        } catch (SettingsWrong e) {
            e.mistakes().forEach(System.err::println);
            return WRONG_SETTINGS;
        } catch (StoreUnusable e) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** Returns never by itself: a signal closes what was opened and ends the process. */
    private static void waitForTheEnd(AutoCloseable opened) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(opened), "close"));
        new CountDownLatch(1).await();
    }

    private static void close(AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception e) {
            System.err.println("Closing failed: " + e.getMessage());
        }
    }

    /** Runs the sandbox as a process of its own, for an application in another one. */
    @Command(
            name = "sandbox",
            description = "Runs the stand-in for coreplus alone and prints the four settings that reach it.",
            mixinStandardHelpOptions = true,
            versionProvider = JarVersion.class)
    static final class SandboxAlone implements Callable<Integer> {

        @CommandLine.Option(
                names = "--port",
                description = "Port on this machine; 0 takes a free one.",
                required = true)
        private int port;

        @Override
        public Integer call() throws InterruptedException {
            var sandbox = Sandbox.start(port, Clock.systemUTC());
            System.out.println("COREPLUS_URL=" + sandbox.url());
            System.out.println("COREPLUS_CONSUMER_ID=" + sandbox.consumerId());
            System.out.println("COREPLUS_SECRET=" + sandbox.secret());
            System.out.println("COREPLUS_ACCESS_TOKEN=" + sandbox.accessToken());
            waitForTheEnd(sandbox);
            return 0;
        }
    }

    /** The version that the jar was built as. */
    static final class JarVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"selfbooking " + (version == null ? "from source" : version)};
        }
    }
}
