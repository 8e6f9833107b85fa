package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.engine.Effort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * Whoever hangs up has cancelled: on real connections, with runs that never end by themselves. A run that nobody waits for any
 * more would hold the only worker for ever, and the next one here would never come.
 */
@Tag("slow")
@Timeout(60)
class HangingUpTest {

    private static final String LONG = "/api/v1/labs/load-balancing/run?rate=1000&duration=1000s";
    private static final String LONG_TIMELINE = "/api/v1/labs/load-balancing/timeline?rate=100&duration=1900s"
            + "&strategies=round-robin,random,hash,least-connections";

    @EnableWebMvc
    static class Web {}

    @TempDir
    private Path folder;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final RunGate gate = new RunGate(1, 0, LongRuns.withWorkers(1, new RightOfWay(2)));
    private final Tomcat tomcat = new Tomcat();
    private final List<Socket> open = new ArrayList<>();
    private int port;

    /** Costs nothing, so that only who is cancelled ever stops. */
    private void runForEver() {
        begun.countDown();
        try {
            while (true) {
                Effort.current().spend(0);
            }
        } finally {
            stopped.countDown();
        }
    }

    @BeforeEach
    void start() throws Exception {
        LabCatalogue labs = new LabCatalogue(List.of(new CannedLab(this::runForEver)));
        LabTexts texts = LabMvc.texts();
        AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
        context.register(Web.class);
        context.addBeanFactoryPostProcessor(beans -> beans.registerSingleton(
                "labApi",
                new LabApi(
                        labs,
                        texts,
                        new RunAnswers(gate, texts),
                        new TimelineAnswer(gate, new ModelVersion("this"), texts))));
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector()
                .setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        Context web = tomcat.addContext("", folder.toString());
        Wrapper servlet = Tomcat.addServlet(web, "labs", new DispatcherServlet(context));
        servlet.setAsyncSupported(true);
        servlet.addMapping("/");
        tomcat.start();
        port = tomcat.getConnector().getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        gate.close();
        for (Socket socket : open) {
            socket.close();
        }
        tomcat.stop();
        tomcat.destroy();
    }

    /** With figures as lines and as JSON, and with columns behind lines. */
    @ParameterizedTest
    @CsvSource({
        LONG + ",application/x-ndjson",
        LONG + ",application/json",
        "'" + LONG_TIMELINE + "',application/vnd.tilab.awaited-timeline"
    })
    void whoHangsUpInTheMiddleFreesTheWorker(String address, String accept) throws Exception {
        Socket socket = asks(address, accept);
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        socket.close();

        assertThat(stopped.await(20, TimeUnit.SECONDS)).as("stopped").isTrue();
        LongRun<String> next = gate.longRuns().submit("another", 1, () -> "its turn");
        assertThat(next.result.get(20, TimeUnit.SECONDS)).isEqualTo("its turn");
    }

    /** Guards against places in the queue that are held by people who left long ago. */
    @Test
    void whoHangsUpWhileWaitingLeavesTheQueue() throws Exception {
        asks(LONG, "application/x-ndjson");
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Socket second = asks(LONG_TIMELINE, "application/vnd.tilab.awaited-timeline");
        until(second, "{\"state\":\"waiting\",\"position\":0,");
        Socket third = asks(LONG, "application/x-ndjson");
        until(third, "{\"state\":\"waiting\",\"position\":1,");

        second.close();

        until(third, "{\"state\":\"waiting\",\"position\":0,");
    }

    private Socket asks(String address, String accept) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        open.add(socket);
        String request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Reads lines, two a second, up to one that begins like this. */
    private static void until(Socket socket, String beginning) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (int i = 0; i < 60; i++) {
            if (lines.readLine().startsWith(beginning)) {
                return;
            }
        }
        throw new AssertionError("never came: " + beginning);
    }
}
