package ridscope.source.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** The same as {@link MeteredStream} for a channel. */
final class MeteredChannel implements SeekableByteChannel {

    private final SeekableByteChannel channel;
    private long left;

    MeteredChannel(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** From now on so many bytes may be read. */
    void allow(long bytes) {
        left = bytes;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = channel.read(target);
        left -= Math.max(0, count);
        if (left < 0) {
            throw new IOException("the list of its entries is absurdly long");
        }
        return count;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
