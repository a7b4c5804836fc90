package selfbooking.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Our pages beside nginx and a bare Javalin that serve the same bytes, in turn on one machine. Prints the tables of one JDK. */
final class PagesBench {

    private static final int MANY = 64;

    private final Contest contest = new Contest();
    private final Path java;
    private final Path folder;

    private PagesBench(Path java, Path folder) {
        this.java = java;
        this.folder = folder;
    }

    /** A JDK's home, a folder to work in, rounds, seconds of each go. */
    public static void main(String[] args) throws Exception {
        new PagesBench(Path.of(args[0], "bin", "java"), Path.of(args[1]))
                .measure(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        System.exit(0);
    }

    private void measure(int rounds, int seconds) throws Exception {
        int nginxPort = Running.freePort();
        int barePort = Running.freePort();
        try (var clinic = Clinic.open(java, folder)) {
            keep(clinic.site());
            try (var nginx = Nginx.start(folder, nginxPort);
                    var bare = bare(barePort)) {
                ways("nginx", "times", "http://127.0.0.1:" + nginxPort + "/times", ".gz");
                for (String page : List.of("home", "times")) {
                    ways("bare Javalin", page, "http://127.0.0.1:" + barePort + "/" + page, "");
                }
                ours(clinic);
                contest.run(rounds, seconds);
                contest.print();
                new Goals(clinic, contest, seconds)
                        .print(clinic.app().megabytes(), bare.megabytes(), nginx.megabytes());
            }
        }
    }

    /** The pages as they are now, for the others to serve. */
    private void keep(Site site) throws IOException, InterruptedException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        for (var page : Map.of("home", Clinic.HOME, "times", Clinic.TIMES).entrySet()) {
            Files.write(pages.resolve(page.getKey()), site.get(page.getValue()).body());
            Files.write(
                    pages.resolve(page.getKey() + ".gz"),
                    site.get(page.getValue(), "Accept-Encoding", "gzip").body());
        }
    }

    private Running bare(int port) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(java.toString()));
        command.addAll(Clinic.flags());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BarePages.class.getName()));
        command.addAll(List.of(folder.resolve("pages").toString(), Integer.toString(port)));
        return Running.start("bare", folder, Map.of(), command, Running.listens(port));
    }

    /** The same page plain, gzipped and known already. */
    private void ways(String who, String page, String address, String zippedEnd) {
        String zipped = address + zippedEnd;
        contest.add(row(who, page, "plain"), seconds -> Wrk.of(Asked.plain(address), MANY, seconds));
        contest.add(row(who, page, "gzip"), seconds -> Wrk.of(Asked.zipped(zipped), MANY, seconds));
        contest.add(row(who, page, "304"), seconds -> known(zipped, seconds));
    }

    /** A page that changed while it was asked for was no 304 for all of the time: once more. */
    private static Wrk known(String address, int seconds) throws IOException, InterruptedException {
        while (true) {
            String tag = tag(address);
            var found = Wrk.of(Asked.known(address, tag), MANY, seconds);
            if (tag.equals(tag(address))) {
                return found;
            }
        }
    }

    private static String tag(String address) throws IOException, InterruptedException {
        var request = Site.request(URI.create(address), "Accept-Encoding", "gzip");
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private void ours(Clinic clinic) throws IOException, InterruptedException {
        var site = clinic.site();
        List<String> far = site.slots(clinic.inWeeks(8));
        String draft = site.hold(far.get(0)) + "/details";
        var changing = new Changing(site, far.get(far.size() - 1));
        for (var page : List.of(Clinic.HOME, Clinic.TIMES)) {
            String name = page.equals(Clinic.HOME) ? "home" : "times";
            var zipped = Asked.zipped(site.address(page));
            ways("ours", name, site.address(page), "");
            contest.add(
                    row("ours", name, "gzip, a hold each second"),
                    seconds -> changing.during(() -> Wrk.of(zipped, MANY, seconds)));
            contest.add(row("ours", name, "gzip, 8 connections"), seconds -> Wrk.of(zipped, 8, seconds));
        }
        contest.add(row("ours", "details", "plain"), s -> Wrk.of(Asked.plain(site.address(draft)), MANY, s));
        contest.add(row("ours", "details", "gzip"), s -> Wrk.of(Asked.zipped(site.address(draft)), MANY, s));
    }

    static String row(String who, String page, String way) {
        return String.join(" | ", who, page, way);
    }

    @SuppressWarnings("SystemOut")
    static void say(String pattern, Object... values) {
        System.out.println(String.format(Locale.ROOT, pattern, values));
    }
}
