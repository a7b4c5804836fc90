#!/bin/sh
# Jetty keeps a hundred kilobytes for a connection from its second request on.
#
# Seen with Jetty 12.1.12 on Java 17.
#
# Valid input: a server as it is by default, and phones that ask twice over one kept connection.
# Each connection gets a cache of its own for the headers that its client sends.
# Room for 1,024 characters of headers costs about a hundred times as many bytes.
# The cache is made at the second request, so a test that asks once does not see it.
#
# What it does to users: a thousand patients with open connections cost a hundred megabytes.
# A small machine collects garbage all the time, and pages get slow for everyone.
#
# What our product does: it sets the size of this cache to zero.
# The same headers are then parsed anew for each request.
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
    <dependency><groupId>org.eclipse.jetty</groupId><artifactId>jetty-server</artifactId><version>12.1.12</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM

cat >"$work/Headers.java" <<'JAVA'
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

class Headers {
    static final List<Socket> PHONES = new ArrayList<>();
    static final int UNCOUNTED = 20;
    static final int COUNTED = 80;
    static final String REQUEST = "GET / HTTP/1.1\r\nHost: clinic.example\r\nUser-Agent: Phone/1.0\r\nAccept: text/html\r\nAccept-Language: en-AU\r\n\r\n";

    public static void main(String[] args) throws Exception {
        System.out.println("Jetty " + Server.getVersion() + ", Java " + System.getProperty("java.version"));
        int size = new HttpConfiguration().getHeaderCacheSize();
        kilobytes(size, 2);
        System.out.println("heap held by each open connection, in kilobytes:");
        long once = kilobytes(size, 1);
        System.out.println("  cache of " + size + " (default), one request:  " + once);
        long twice = kilobytes(size, 2);
        System.out.println("  cache of " + size + " (default), two requests: " + twice);
        long without = kilobytes(0, 2);
        System.out.println("  cache of 0, two requests:               " + without);

        boolean same = once < 30 && twice > 60 && without < 30;
        System.out.println(same ? "As described: the second request costs a hundred kilobytes." : "CHANGED: a connection takes other amounts of memory now.");
        System.exit(same ? 0 : 1);
    }

    /** Servers and connections stay open to the end, so that no older ones are collected meanwhile. */
    static long kilobytes(int cacheSize, int requests) throws Exception {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setHeaderCacheSize(cacheSize);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.write(true, ByteBuffer.wrap("ok".getBytes(StandardCharsets.UTF_8)), callback);
                return true;
            }
        });
        server.start();
        connect(UNCOUNTED, connector.getLocalPort(), requests);
        long before = used();
        connect(COUNTED, connector.getLocalPort(), requests);
        return (used() - before) / COUNTED / 1024;
    }

    static void connect(int number, int port, int requests) throws IOException {
        for (int i = 0; i < number; i++) {
            Socket phone = new Socket("127.0.0.1", port);
            PHONES.add(phone);
            for (int asked = 0; asked < requests; asked++) {
                phone.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
                StringBuilder answer = new StringBuilder();
                while (!answer.toString().endsWith("ok")) {
                    answer.append((char) phone.getInputStream().read());
                }
            }
        }
    }

    static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
JAVA

cd "$work"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile=classpath >maven.log || { cat maven.log; exit 1; }
java -XX:+UseSerialGC -cp "$(cat classpath)" Headers.java
