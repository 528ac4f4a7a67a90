using EdgeGateway.Protocol.Mqtt;

namespace EdgeGateway.Uplink.Mqtt;

/// <summary>One big contiguous buffer in front of the reader: one socket read brings hundreds of PUBACKs.</summary>
internal sealed class MqttInput(Stream stream, MqttReader reader)
{
    private const int UsualBytes = 64 * 1024;

    private byte[] _buffer = new byte[UsualBytes];
    private int _start;
    private int _end;

    public MqttReader Reader => reader;

    /// <summary>Reads once more from the link.</summary>
    /// <returns>False when the peer closed.</returns>
    public async ValueTask<bool> FillAsync(CancellationToken ct)
    {
        MakeRoom();
        int read = await stream.ReadAsync(_buffer.AsMemory(_end), ct).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }

    /// <summary>The next packet that is here in full; valid until the next <see cref="FillAsync"/>.</summary>
    public MqttReadStatus TryNext(out MqttFrame frame)
    {
        MqttReadStatus status = reader.TryReadFrame(_buffer.AsSpan(_start, _end - _start), out frame);
        _start += frame.Length;
        return status;
    }

    private void MakeRoom()
    {
        int left = _end - _start;
        if (left == 0 && _buffer.Length > UsualBytes)
        {
            _buffer = new byte[UsualBytes];
        }
        else if (_end == _buffer.Length)
        {
            // Grows with what has arrived and never by what a header promises.
            byte[] target = left > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
            _buffer.AsSpan(_start, left).CopyTo(target);
            _buffer = target;
        }
        else if (left > 0)
        {
            return;
        }

        _start = 0;
        _end = left;
    }
}
