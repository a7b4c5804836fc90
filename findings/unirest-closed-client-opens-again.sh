#!/bin/sh
# A Unirest client that was closed opens again by itself at the next request.
#
# Seen with Unirest 4.10.1 on Java 17.
#
# Valid input: an instance of the client is closed, as at the end of an application.
# A thread that still has the instance asks once more.
# No error says that the client is closed: it builds a new one, and the request is sent.
# The new client has its own threads and connections, and nobody is left to close it.
#
# What it does to users: an application that is being stopped can still send a booking.
# Nobody is there any more to write down what became of it.
#
# What our product does: closing stops its gate and the threads that send, and leaves the client as it is.
# A call that comes later is refused as not sent.
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

cat >"$work/Closed.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import kong.unirest.core.Config;
import kong.unirest.core.UnirestException;
import kong.unirest.core.UnirestInstance;

class Closed {
    public static void main(String[] args) throws Exception {
        System.out.println("Unirest 4.10.1, Java " + System.getProperty("java.version"));
        AtomicInteger arrived = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/booking", exchange -> {
            arrived.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        String address = "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort() + "/booking";

        var client = new UnirestInstance(new Config());
        System.out.println("open:   " + post(client, address) + ", arrived " + arrived + ", clients " + clients());
        client.close();
        String late = post(client, address);
        System.out.println("closed: " + late + ", arrived " + arrived + ", clients " + clients());

        boolean same = late.equals("status 204") && arrived.get() == 2 && clients().size() == 2;
        System.out.println(same ? "As described: the closed client sent it, by a second client." : "CHANGED: a closed client no longer opens again by itself.");
        server.stop(0);
        System.exit(same ? 0 : 1);
    }

    static String post(UnirestInstance client, String address) {
        try {
            return "status " + client.post(address).body("{}").asEmpty().getStatus();
        } catch (UnirestException | IllegalStateException e) {
            return "refused, " + e;
        }
    }

    /** The JDK's client names its selector thread after itself; one that is forgotten goes on until it is collected. */
    static Set<String> clients() {
        Set<String> names = new TreeSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().endsWith("-SelectorManager")) {
                names.add(thread.getName().replace("-SelectorManager", ""));
            }
        }
        return names;
    }
}
JAVA

cd "$work"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile=classpath >maven.log || { cat maven.log; exit 1; }
java -cp "$(cat classpath)" Closed.java
