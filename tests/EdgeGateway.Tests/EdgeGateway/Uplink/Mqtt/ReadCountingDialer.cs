using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Mqtt;

/// <summary>Real links that tell how often something came.</summary>
internal sealed class ReadCountingDialer : ITcpDialer
{
    private readonly TcpDialer _real = new();
    private int _reads;

    public int Reads => Volatile.Read(ref _reads);

    public async Task<Stream> DialAsync(string host, int port, TlsSettings? tls, CancellationToken ct) =>
        new Counted(await _real.DialAsync(host, port, tls, ct), () => Interlocked.Increment(ref _reads));

    private sealed class Counted(Stream inner, Action onRead) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await inner.ReadAsync(buffer, cancellationToken);
            onRead();
            return read;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
