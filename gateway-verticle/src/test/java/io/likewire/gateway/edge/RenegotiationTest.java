package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** TLS 1.2 lets a client begin anew within its connection: each time costs as much as to connect. */
class RenegotiationTest {
    private static final byte[] REQUEST =
            "HEAD /api/user HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void whoBeginsTlsAnewWithinAConnectionGetsNoFurtherAnswer() throws Exception {
        try (TestGateway gateway = TestGateway.with(TestCertificate.settings());
                SSLSocket socket = (SSLSocket)
                        TestCertificate.context().getSocketFactory().createSocket("localhost", gateway.port)) {
            socket.setSoTimeout(20_000);
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThat(answers(socket)).isTrue();
            socket.startHandshake();
            assertThat(answers(socket)).isFalse();
        }
    }

    /** One request and the end of its answer's head. */
    private static boolean answers(SSLSocket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(REQUEST);
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    return false;
                }
                head.append((char) next);
            }
            return head.toString().startsWith("HTTP/1.1 200");
        } catch (IOException refused) {
            return false;
        }
    }
}
