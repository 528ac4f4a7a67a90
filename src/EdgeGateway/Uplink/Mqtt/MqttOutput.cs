using System.Buffers;

namespace EdgeGateway.Uplink.Mqtt;

/// <summary>
/// Collects packets while the socket is busy and hands it everything at once: under load one write carries dozens.
/// </summary>
/// <param name="stream">The link.</param>
/// <param name="time">For <see cref="LastSent"/>.</param>
internal sealed class MqttOutput(Stream stream, TimeProvider time)
{
    /// <summary>Above this, who has more to send waits: the buffer is for joining packets, not for storing them.</summary>
    private const int FullBytes = 256 * 1024;

    /// <summary>A buffer that grew beyond this for one large packet is not kept.</summary>
    private const int KeepBytes = 1024 * 1024;

    private readonly SemaphoreSlim _wake = new(0);
    private ArrayBufferWriter<byte> _filling = new(64 * 1024);
    private ArrayBufferWriter<byte> _leaving = new(64 * 1024);
    private bool _isAwake;
    private bool _isFinished;
    private long _lastSent = time.GetTimestamp();

    /// <summary>Held while writing to <see cref="Buffer"/>.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Where packets are appended, inside <see cref="Gate"/>.</summary>
    public IBufferWriter<byte> Buffer => _filling;

    public bool IsFull => _filling.WrittenCount >= FullBytes;

    /// <summary>Time stamp of the last bytes that the socket took.</summary>
    public long LastSent => Interlocked.Read(ref _lastSent);

    /// <summary>After appending, inside <see cref="Gate"/>.</summary>
    public void Wake()
    {
        if (!_isAwake)
        {
            _isAwake = true;
            _wake.Release();
        }
    }

    /// <summary>Sends what is there and ends <see cref="RunAsync"/>.</summary>
    public void Finish()
    {
        lock (Gate)
        {
            _isFinished = true;
            Wake();
        }
    }

    /// <param name="onDrained">Called without the gate after each write: there is room again.</param>
    /// <exception cref="IOException">The link broke.</exception>
    public async Task RunAsync(Action onDrained)
    {
        bool last = false;
        while (!last)
        {
            await _wake.WaitAsync().ConfigureAwait(false);
            last = Swap();
            await stream.WriteAsync(_leaving.WrittenMemory).ConfigureAwait(false);
            await stream.FlushAsync().ConfigureAwait(false);
            Interlocked.Exchange(ref _lastSent, time.GetTimestamp());
            onDrained();
        }
    }

    private bool Swap()
    {
        lock (Gate)
        {
            (_filling, _leaving) = (_leaving, _filling);
            _filling.ResetWrittenCount();
            if (_filling.Capacity > KeepBytes)
            {
                _filling = new ArrayBufferWriter<byte>(64 * 1024);
            }

            _isAwake = false;
            return _isFinished;
        }
    }
}
