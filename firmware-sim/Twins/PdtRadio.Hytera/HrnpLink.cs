using EdgeGateway.Sim.Ports;
using EdgeGateway.Sim.Radio;

namespace EdgeGateway.Sim.Twins.PdtRadio.Hytera;

/// <summary>
/// A radio's data port (pdt-radio.md sections 2.4 and 8.2): the client connects and is granted an address; then data goes
/// both ways, each frame acknowledged by its number. Without a session the radio says nothing.
/// </summary>
public sealed class HrnpLink(IBytePort port, RadioPlan plan, RadioLuck luck) : IRadioLink
{
    private const byte Client = 0x20;
    private const byte Data = 0x00;
    private const byte DataAck = 0x10;

    private readonly RadioFaults _faults = plan.Profile.Faults;
    private readonly LinkWeather _weather = new(plan.Profile.Faults, plan.Trouble, plan.Time);
    private readonly AckWait _acks = new(plan.Profile.AckTimeout, plan.Profile.Retries, plan.Time);
    private readonly SemaphoreSlim _pen = new(1, 1);
    private readonly HrnpScanner _scanner = new();
    private readonly Queue<ushort> _seen = new();
    private volatile bool _up;
    private byte _version = 4;
    private int _numbers;
    private ushort? _last;
    private byte[] _lastSent = [];
    private DateTimeOffset _replug = plan.Start + plan.Profile.Faults.ReplugEvery;

    public Func<HdapHeard, byte[]?> Hear { get; set; } = _ => null;

    public bool IsUp => _up;

    public void Start() => port.Open();

    public async Task RunAsync(CancellationToken ct)
    {
        Task hearing = port.RunAsync(bytes => TakeAsync(bytes, ct), End, ct);
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), plan.Time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (port.IsStream && (_weather.IsDown || IsReplugged()))
            {
                port.Drop();
                End();
            }
            else if (_weather.IsDown)
            {
                End();
            }
        }

        await hearing.ConfigureAwait(false);
    }

    public async Task<bool> TellAsync(byte[] message, CancellationToken ct)
    {
        if (!_up)
        {
            return false;
        }

        if (!port.IsStream && luck.Every("rebind", _faults.RebindEvery))
        {
            port.Drop();
        }

        ushort number = Next();
        _lastSent = Frame(Data, number, message);
        return await _acks.TellAsync(number, () => SendAsync(_lastSent, ct), ct).ConfigureAwait(false);
    }

    public Task RepeatAsync(byte[] message, bool sameNumber, CancellationToken ct) =>
        !_up ? Task.CompletedTask : SendAsync(sameNumber ? _lastSent : Frame(Data, Next(), message), ct);

    /// <summary>One byte 0x00 ends the session (pdt-radio.md section 2.2).</summary>
    public async Task GarbageAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        await SendAsync(bytes.Length > 1400 ? bytes[..1400] : bytes, ct).ConfigureAwait(false);
        if (bytes.Length == 1 && !port.IsStream)
        {
            End();
        }
    }

    public async Task CutInsideAsync(byte[] message, CancellationToken ct)
    {
        byte[] whole = Frame(Data, Next(), message);
        await SendAsync(whole.AsMemory(0, whole.Length / 2), ct).ConfigureAwait(false);
        if (port.IsStream)
        {
            port.Drop();
            End();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await port.DisposeAsync().ConfigureAwait(false);
        _pen.Dispose();
    }

    /// <summary>Counts from 0 in each session.</summary>
    private ushort Next() => (ushort)(Interlocked.Increment(ref _numbers) - 1);

    private bool IsReplugged()
    {
        bool now = _faults.ReplugEvery > TimeSpan.Zero && plan.Time.GetUtcNow() >= _replug;
        _replug = now ? plan.Time.GetUtcNow() + _faults.ReplugEvery : _replug;
        return now;
    }

    private byte[] Frame(byte opcode, ushort number, ReadOnlySpan<byte> payload = default) => HrnpBytes.Of(_version, opcode, Client, number, payload);

    private void End()
    {
        _up = false;
        _acks.Forget();
    }

    private async Task<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (_weather.IsMute)
        {
            return true;
        }

        await _pen.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            return port.IsStream ? await ScribbleAsync(bytes, ct).ConfigureAwait(false) : await port.SendAsync(bytes, ct).ConfigureAwait(false);
        }
        finally
        {
            _pen.Release();
        }
    }

    /// <summary>On a line frames come with noise, in pieces, or are begun twice (Q14).</summary>
    private async Task<bool> ScribbleAsync(ReadOnlyMemory<byte> frame, CancellationToken ct)
    {
        byte[] before = luck.Strikes(_faults.NoiseShare) ? luck.Noise(luck.Between(1, 40)) : [];
        byte[] begun = luck.Strikes(_faults.CutShare) ? frame[..luck.Between(1, frame.Length - 1)].ToArray() : [];
        int piece = luck.Strikes(_faults.SplitShare) ? luck.Between(1, frame.Length - 1) : 0;
        byte[] first = [.. before, .. begun, .. frame.Span[..(piece == 0 ? frame.Length : piece)]];
        bool sent = await port.SendAsync(first, ct).ConfigureAwait(false);
        if (piece > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), plan.Time, ct).ConfigureAwait(false);
            sent = await port.SendAsync(frame[piece..], ct).ConfigureAwait(false);
        }

        return sent;
    }

    private async ValueTask TakeAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (_weather.IsDeaf)
        {
            return;
        }

        if (!port.IsStream)
        {
            _scanner.Clear();
        }

        foreach (byte[] frame in _scanner.Take(bytes))
        {
            await TakeFrameAsync(frame, ct).ConfigureAwait(false);
        }
    }

    private async Task TakeFrameAsync(byte[] frame, CancellationToken ct)
    {
        ushort number = (ushort)((frame[6] << 8) | frame[7]);
        switch (frame[3])
        {
            case HrnpBytes.Connect:
                Begin(frame[1]);
                await SendAsync(Frame(0xFD, 0), ct).ConfigureAwait(false);
                _up = true;
                break;
            case 0xFB:
                End();
                await SendAsync(Frame(0xFA, number), ct).ConfigureAwait(false);
                break;
            case DataAck:
                if (!luck.Every("drop", _faults.DropAckEvery))
                {
                    _acks.Heard(number);
                }

                break;
            case Data when _up:
                await TakeDataAsync(frame, number, ct).ConfigureAwait(false);
                break;
        }
    }

    private void Begin(byte version)
    {
        End();
        (_version, _numbers) = (version, 0);
        _seen.Clear();
        _last = _faults.IgnoresOldNumbers ? _last : null;
    }

    private async Task TakeDataAsync(byte[] frame, ushort number, CancellationToken ct)
    {
        bool again = _seen.Contains(number);
        if (_faults.IgnoresOldNumbers && !again && _last is { } last && (short)(number - last) <= 0)
        {
            return;
        }

        _last = number;
        if (!luck.Every("withhold", _faults.WithholdAckEvery))
        {
            await SendAsync(Frame(DataAck, number), ct).ConfigureAwait(false);
        }

        if (again)
        {
            return;
        }

        _seen.Enqueue(number);
        if (_seen.Count > 16)
        {
            _seen.Dequeue();
        }

        if (HdapBytes.Read(frame.AsSpan(HrnpBytes.Head)) is { } heard && Hear(heard) is { } reply)
        {
            await SendAsync(Frame(Data, Next(), reply), ct).ConfigureAwait(false);
        }
    }
}
