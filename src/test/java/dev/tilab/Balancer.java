package dev.tilab;

import java.io.FileInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** nginx with the file that compose.yaml mounts, on loopback, with a certificate made for this one run. */
final class Balancer implements AutoCloseable {

    /** No name of this machine's own, so that it has to be configured. */
    static final String HOST = "127.0.0.2";

    private static final char[] PASSWORD = "changeit".toCharArray();

    final SSLContext trust;
    private final Process process;
    private final int port;

    Balancer(Path folder, URI one, URI two) throws Exception {
        port = freePort();
        KeyStore keys = certificate(folder);
        Path certificate = pem(
                folder.resolve("tilab.crt"),
                "CERTIFICATE",
                keys.getCertificate("tilab").getEncoded());
        Path key = pem(
                folder.resolve("tilab.key"),
                "PRIVATE KEY",
                keys.getKey("tilab", PASSWORD).getEncoded());
        trust = trusting(keys);
        String configuration = Files.readString(Path.of("deploy/nginx.conf"))
                .replace("one:8080", "127.0.0.1:" + one.getPort())
                .replace("two:8080", "127.0.0.1:" + two.getPort())
                .replace("listen 8443", "listen " + HOST + ":" + port)
                .replace("/run/secrets/tls_certificate", certificate.toString())
                .replace("/run/secrets/tls_key", key.toString())
                .replaceAll("(pid|_path) /tmp/", "$1 " + folder + "/");
        Path file = Files.writeString(folder.resolve("nginx.conf"), configuration);
        String user = System.getProperty("user.name").equals("root") ? "user root; " : "";
        process = new ProcessBuilder(
                        program(), "-p", folder.toString(), "-c", file.toString(), "-g", user + "daemon off;")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        while (!answers()) {
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(folder.resolve("nginx.log")));
            }
            Thread.sleep(20);
        }
    }

    /** Where nginx lies, or null. */
    static String program() {
        return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElse(null);
    }

    URI uri(String path) {
        return URI.create("https://" + HOST + ":" + port + path);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private boolean answers() {
        try (Socket socket = new Socket(HOST, port)) {
            return socket.isConnected();
        } catch (java.io.IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private static KeyStore certificate(Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        int code = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "tilab",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=TILab",
                        "-ext",
                        "san=ip:" + HOST,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new AssertionError(Files.readString(folder.resolve("keytool.log")));
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(store.toFile())) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static Path pem(Path file, String kind, byte[] der) throws Exception {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("tilab", keys.getCertificate("tilab"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
