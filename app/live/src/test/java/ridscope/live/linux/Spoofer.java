package ridscope.live.linux;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/** Sends what looks like a message of the kernel, as any process with enough privilege could. */
public final class Spoofer {

    /** Sending, which the program itself never does. */
    public interface Sending extends Library {
        NativeLong sendto(int fd, Pointer buffer, NativeLong length, int flags, Pointer address, int addressLength);
    }

    private Spoofer() {}

    /** Whether it could be sent. */
    public static boolean send(String text) {
        LibC c = LibC.Loaded.C;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int fd = c.socket(16, 3, 15);
        if (fd < 0) {
            return false;
        }
        try (Memory buffer = new Memory(bytes.length);
                Memory address = new Memory(12)) {
            buffer.write(0, bytes, 0, bytes.length);
            address.clear();
            address.setShort(0, (short) 16);
            address.setInt(8, 1);
            return Native.load("c", Sending.class)
                            .sendto(fd, buffer, new NativeLong(bytes.length), 0, address, 12)
                            .longValue()
                    == bytes.length;
        } finally {
            c.close(fd);
        }
    }
}
