namespace EdgeGateway.Drivers.Transport.WebSockets;

/// <summary>A link that notes when its far end was heard: pings and pongs too, which the WebSocket above keeps to itself.</summary>
internal sealed class HeardStream(Stream link, TimeProvider time) : Stream
{
    private long _heard = time.GetTimestamp();

    /// <summary>By <see cref="TimeProvider.GetTimestamp"/>; at first when this was made.</summary>
    public long LastHeard => Volatile.Read(ref _heard);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Noted(link.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Noted(await link.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => link.Write(buffer, offset, count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => link.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => link.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => link.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await link.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            link.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Noted(int count)
    {
        if (count > 0)
        {
            Volatile.Write(ref _heard, time.GetTimestamp());
        }

        return count;
    }
}
