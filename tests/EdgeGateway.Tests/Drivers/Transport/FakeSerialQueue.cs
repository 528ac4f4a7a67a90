using System.Threading.Channels;

namespace EdgeGateway.Tests.Drivers.Transport;

/// <summary>Bytes on their way; one taker.</summary>
internal sealed class FakeSerialQueue
{
    private readonly Channel<byte[]> _pieces = Channel.CreateUnbounded<byte[]>();
    private ReadOnlyMemory<byte> _left;

    public void Add(byte[] piece) => _pieces.Writer.TryWrite(piece);

    /// <summary>What was said before is still taken.</summary>
    public void End(string why) => _pieces.Writer.TryComplete(new IOException(why));

    public void Clear()
    {
        _left = default;
        while (_pieces.Reader.TryRead(out _))
        {
        }
    }

    /// <exception cref="IOException">It ended.</exception>
    public async ValueTask<int> TakeAsync(Memory<byte> buffer, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        while (_left.IsEmpty)
        {
            try
            {
                _left = await _pieces.Reader.ReadAsync(ct);
            }
            catch (ChannelClosedException closed)
            {
                throw new IOException(closed.InnerException?.Message, closed);
            }
        }

        int count = Math.Min(_left.Length, buffer.Length);
        _left[..count].CopyTo(buffer);
        _left = _left[count..];
        return count;
    }
}
