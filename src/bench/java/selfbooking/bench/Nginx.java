package selfbooking.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** nginx with a folder's files as they are, a worker for each processor and no log; {@code name.gz} is sent as gzip. */
final class Nginx {

    private static final String SETTINGS = """
            daemon off;
            worker_processes auto;
            pid nginx.pid;
            error_log nginx.err;
            events { worker_connections 1024; }
            http {
              access_log off;
              default_type text/html;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              open_file_cache max=10;
              server {
                listen 127.0.0.1:%d;
                root pages;
                location ~ [.]gz$ { add_header Content-Encoding gzip; }
              }
            }
            """;

    private Nginx() {}

    /** Serves {@code folder/pages}. */
    static Running start(Path folder, int port) throws IOException, InterruptedException {
        Path settings = Files.writeString(folder.resolve("nginx.conf"), SETTINGS.formatted(port));
        var command = List.of("nginx", "-p", folder.toString(), "-c", settings.toString(), "-e", "nginx.err");
        return Running.start("nginx", folder, Map.of(), command, Running.listens(port));
    }
}
