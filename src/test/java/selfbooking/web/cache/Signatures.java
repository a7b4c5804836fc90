package selfbooking.web.cache;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.Provider;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.MacSpi;

/** Counts the times that the clinic signs, as the JDK's own provider for signatures; it signs by the usual one. */
final class Signatures extends Provider implements AutoCloseable {

    private static final long serialVersionUID = 1;
    private static final String HMAC = "HmacSHA256";
    private static final String OF_A_TIME = "clinic~";

    private final AtomicInteger count = new AtomicInteger();

    Signatures() {
        super("Counted", "1", "counts signatures of times");
        putService(new Service(this, "Mac", HMAC, Counted.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
                return new Counted(count);
            }
        });
        Security.insertProviderAt(this, 1);
    }

    int count() {
        return count.get();
    }

    @Override
    public void close() {
        Security.removeProvider(getName());
    }

    private static final class Counted extends MacSpi {

        private final AtomicInteger count;
        private final Mac usual;
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();

        Counted(AtomicInteger count) {
            this.count = count;
            try {
                usual = Mac.getInstance(HMAC, "SunJCE");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected int engineGetMacLength() {
            return usual.getMacLength();
        }

        @Override
        protected void engineInit(Key key, AlgorithmParameterSpec params) throws InvalidKeyException {
            usual.init(key);
        }

        @Override
        protected void engineUpdate(byte input) {
            text.write(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            text.write(input, offset, length);
        }

        @Override
        protected byte[] engineDoFinal() {
            if (text.toString(StandardCharsets.UTF_8).startsWith(OF_A_TIME)) {
                count.incrementAndGet();
            }
            byte[] signed = usual.doFinal(text.toByteArray());
            text.reset();
            return signed;
        }

        @Override
        protected void engineReset() {
            text.reset();
            usual.reset();
        }
    }
}
