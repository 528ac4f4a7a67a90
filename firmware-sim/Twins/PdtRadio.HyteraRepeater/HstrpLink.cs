using System.Net;
using EdgeGateway.Sim.Ports;
using EdgeGateway.Sim.Radio;

namespace EdgeGateway.Sim.Twins.PdtRadio.HyteraRepeater;

/// <summary>
/// One service of one slot of a repeater (pdt-radio.md section 3). The gateway calls; from then on data goes both ways,
/// each frame acknowledged by its number, with heartbeats in between.
/// </summary>
public sealed class HstrpLink : IRadioLink
{
    private readonly RadioProfile _profile;
    private readonly int _slot;
    private readonly RadioLuck _luck;
    private readonly LinkWeather _weather;
    private readonly TimeProvider _time;
    private readonly UdpDoor _door;
    private readonly AckWait _acks;
    private readonly Queue<ushort> _seen = new();
    private int _numbers;
    private ushort? _last;
    private byte[] _lastSent = [];

    public HstrpLink(IPEndPoint listen, int slot, RadioPlan plan, RadioLuck luck)
    {
        (_profile, _slot, _luck, _time) = (plan.Profile, slot, luck, plan.Time);
        _weather = new LinkWeather(plan.Profile.Faults, plan.Trouble, plan.Time);
        _acks = new AckWait(plan.Profile.AckTimeout, plan.Profile.Retries, plan.Time);
        _door = new UdpDoor(listen) { Begins = datagram => HstrpBytes.IsHstrp(datagram.Span) && (datagram.Span[3] & HstrpBytes.Connect) != 0 };
    }

    public Func<HdapHeard, byte[]?> Hear { get; set; } = _ => null;

    public bool IsUp => _door.HasPeer;

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint EndPoint => _door.EndPoint;

    public void Start() => _door.Open();

    public async Task RunAsync(CancellationToken ct)
    {
        Task hearing = _door.RunAsync(datagram => TakeAsync(datagram, ct), ct);
        try
        {
            while (true)
            {
                await Task.Delay(_profile.Heartbeat, _time, ct).ConfigureAwait(false);
                await SendAsync(HstrpBytes.Heartbeat(), ct).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await hearing.ConfigureAwait(false);
        }
    }

    public Task<bool> TellAsync(byte[] message, CancellationToken ct)
    {
        if (_luck.Every("rebind", _profile.Faults.RebindEvery))
        {
            _door.Rebind();
        }

        ushort number = Next();
        _lastSent = HstrpBytes.Data(number, _profile.DeviceId, _slot, message);
        return _acks.TellAsync(number, () => SendAsync(_lastSent, ct), ct);
    }

    public Task RepeatAsync(byte[] message, bool sameNumber, CancellationToken ct) =>
        SendAsync(sameNumber ? _lastSent : HstrpBytes.Data(Next(), _profile.DeviceId, _slot, message), ct);

    public Task GarbageAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) => SendAsync(bytes.Length > 1400 ? bytes[..1400] : bytes, ct);

    public Task CutInsideAsync(byte[] message, CancellationToken ct)
    {
        byte[] whole = HstrpBytes.Data(Next(), _profile.DeviceId, _slot, message);
        return SendAsync(whole.AsMemory(0, whole.Length / 2), ct);
    }

    public ValueTask DisposeAsync()
    {
        _door.Dispose();
        return ValueTask.CompletedTask;
    }

    private ushort Next() => (ushort)Interlocked.Increment(ref _numbers);

    private async Task<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) => _weather.IsMute || await _door.SendAsync(bytes, ct).ConfigureAwait(false);

    private async ValueTask TakeAsync(ReadOnlyMemory<byte> datagram, CancellationToken ct)
    {
        if (_weather.IsDeaf || !HstrpBytes.IsHstrp(datagram.Span))
        {
            return;
        }

        byte type = datagram.Span[3];
        ushort number = HstrpBytes.Number(datagram.Span);
        if ((type & (HstrpBytes.Connect | HstrpBytes.Close)) != 0)
        {
            Begin();
            await SendAsync(HstrpBytes.Acknowledge(datagram.Span), ct).ConfigureAwait(false);
        }
        else if ((type & HstrpBytes.Ack) != 0)
        {
            if (!_luck.Every("drop", _profile.Faults.DropAckEvery))
            {
                _acks.Heard(number);
            }
        }
        else if ((type & HstrpBytes.Beat) == 0)
        {
            await TakeDataAsync(datagram, number, ct).ConfigureAwait(false);
        }
    }

    /// <summary>A client that calls begins to count anew; a repeater with the fault of Q5 does not notice.</summary>
    private void Begin()
    {
        _seen.Clear();
        _last = _profile.Faults.IgnoresOldNumbers ? _last : null;
    }

    private async Task TakeDataAsync(ReadOnlyMemory<byte> datagram, ushort number, CancellationToken ct)
    {
        bool again = _seen.Contains(number);
        if (_profile.Faults.IgnoresOldNumbers && !again && _last is { } last && (short)(number - last) <= 0)
        {
            return;
        }

        _last = number;
        if (!_luck.Every("withhold", _profile.Faults.WithholdAckEvery))
        {
            await SendAsync(HstrpBytes.Acknowledge(datagram.Span), ct).ConfigureAwait(false);
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

        if (HdapBytes.Read(datagram.Span[HstrpBytes.Head(datagram.Span)..]) is { } heard && Hear(heard) is { } reply)
        {
            await SendAsync(HstrpBytes.Data(Next(), _profile.DeviceId, _slot, reply), ct).ConfigureAwait(false);
        }
    }
}
