#!/bin/sh
# Unirest's request timeout ends when the headers are there; the body may take any time.
#
# Seen with Unirest 4.10.1 on Java 17.
#
# Valid input: a client with a request timeout of 1.5 s, and a server that follows HTTP.
# The first answer comes after 3 s as a whole, and the client gives up in time.
# The second sends its headers at once and half of its body 3 s later.
# The client waits for all of it and reports a success, after twice the timeout.
#
# What it does to users: a diary that stalls in the middle of an answer holds the page up without a bound.
# Requests that wait like that pile up until no thread is left for pages that are kept.
#
# What our product does: each call runs in a thread of its own, under a deadline that covers the body.
# When the deadline passes, the call is cancelled and counts as unanswered.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

cat >"$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>com.konghq</groupId><artifactId>unirest-java-core</artifactId><version>4.10.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM

cat >"$work/SlowBody.java" <<'JAVA'
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import kong.unirest.core.Config;
import kong.unirest.core.UnirestException;
import kong.unirest.core.UnirestInstance;

class SlowBody {
    static final int TIMEOUT_MILLIS = 1_500;
    static final int PAUSE_MILLIS = 3_000;

    public static void main(String[] args) throws Exception {
        System.out.println("Unirest 4.10.1, Java " + System.getProperty("java.version"));
        System.out.println("request timeout " + TIMEOUT_MILLIS + " ms, the server pauses for " + PAUSE_MILLIS + " ms");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/quick", exchange -> answer(exchange, 0, 0));
        server.createContext("/late-headers", exchange -> answer(exchange, PAUSE_MILLIS, 0));
        server.createContext("/late-body", exchange -> answer(exchange, 0, PAUSE_MILLIS));
        server.start();
        String address = "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();

        var client = new UnirestInstance(new Config().requestTimeout(TIMEOUT_MILLIS));
        ask(client, address + "/quick");
        String headers = ask(client, address + "/late-headers");
        String body = ask(client, address + "/late-body");
        System.out.println("pause before the headers: " + headers);
        System.out.println("pause inside the body:    " + body);

        boolean same = headers.startsWith("gave up") && body.startsWith("200 'free times'");
        System.out.println(same ? "As described: only the first one was timed out." : "CHANGED: the timeout no longer ends at the headers.");
        server.stop(0);
        threads.shutdownNow();
        System.exit(same ? 0 : 1);
    }

    static String ask(UnirestInstance client, String address) {
        long begun = System.nanoTime();
        String outcome;
        try {
            var response = client.get(address).asString();
            outcome = response.getStatus() + " '" + response.getBody() + "'";
        } catch (UnirestException e) {
            outcome = "gave up, " + e.getCause().getClass().getSimpleName();
        }
        return outcome + " after about " + Math.round((System.nanoTime() - begun) / 1e8) / 10.0 + " s";
    }

    static void answer(HttpExchange exchange, int beforeHeaders, int insideBody) throws IOException {
        try (exchange) {
            Thread.sleep(beforeHeaders);
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write("free ".getBytes());
            exchange.getResponseBody().flush();
            Thread.sleep(insideBody);
            exchange.getResponseBody().write("times".getBytes());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
JAVA

cd "$work"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile=classpath >maven.log || { cat maven.log; exit 1; }
java -cp "$(cat classpath)" SlowBody.java
