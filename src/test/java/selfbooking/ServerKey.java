package selfbooking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A key and a certificate signed by itself, so that a test's server can speak TLS. */
record ServerKey(Path key, Path certificate) {

    private static final String PASSWORD = "changeit";

    static ServerKey in(Path folder) throws IOException {
        try {
            var store = folder.resolve("server.p12");
            made(store);
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            var key = keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
            var certificate = keys.getCertificate("server").getEncoded();
            return new ServerKey(
                    pem(folder.resolve("key.pem"), "PRIVATE KEY", key),
                    pem(folder.resolve("cert.pem"), "CERTIFICATE", certificate));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void made(Path store) throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = tool + " -genkeypair -alias server -keyalg EC -dname CN=localhost -storetype PKCS12 -storepass "
                + PASSWORD + " -keystore " + store;
        var keytool = new ProcessBuilder(command.split(" ")).inheritIO().start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no key");
        }
    }

    private static Path pem(Path file, String what, byte[] bytes) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
    }
}
