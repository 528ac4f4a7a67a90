namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>
/// The belt, the generator and the safety chain behind the registers. Everything happens when it is looked at: whoever reads or writes
/// sees the machine of that moment.
/// </summary>
public sealed class BeltMachine
{
    private const int Forward = 0;
    private const int Reverse = 1;
    private const int EmergencyStop = 2;
    private const int XrayOn = 3;
    private const int XrayReady = 4;
    private const int InterlockClosed = 5;
    private const int CurtainOk = 6;
    private const int KeySwitch = 9;
    private const int ReadyToReceive = 14;
    private const int Heartbeat = 19;

    private readonly BeltProfile _profile;
    private readonly BeltParcels _parcels;
    private readonly DateTimeOffset _start;
    private readonly Lock _gate = new();
    private readonly List<BeltWrite> _writes = [];
    private (DateTimeOffset At, ushort Command)? _ordered;
    private DateTimeOffset? _stuckSince;
    private bool _runs = true;

    /// <param name="profile">What it is.</param>
    /// <param name="parcels">What goes through it.</param>
    /// <param name="start">Since when it is on.</param>
    public BeltMachine(BeltProfile profile, BeltParcels parcels, DateTimeOffset start)
    {
        (_profile, _parcels, _start) = (profile, parcels, start);
        foreach (int on in new[] { Forward, XrayOn, XrayReady, InterlockClosed, CurtainOk, KeySwitch, ReadyToReceive })
        {
            Registers.Discrete[on] = true;
        }

        Registers.Holding[0] = 1;
    }

    /// <summary>Touch only inside <see cref="At"/>.</summary>
    public BeltRegisters Registers { get; } = new();

    /// <summary>Every write that came, in order.</summary>
    public IReadOnlyList<BeltWrite> Writes
    {
        get
        {
            lock (_gate)
            {
                return [.. _writes];
            }
        }
    }

    /// <summary>Tables that stand still, in place of what the machine would say; null for a machine that lives.</summary>
    public Action<BeltRegisters>? Fixed { get; set; }

    /// <summary>Whether something holds the belt: it does not move, whatever it is told.</summary>
    public bool IsJammed { get; set; }

    /// <summary>A relay that sticks: radiation stays on with the covers open.</summary>
    public bool ForcedXray { get; set; }

    /// <summary>Does something to the machine of this moment, or reads it; nobody else does meanwhile.</summary>
    public T At<T>(DateTimeOffset now, Func<BeltRegisters, T> what)
    {
        lock (_gate)
        {
            Advance(now);
            Fixed?.Invoke(Registers);
            T result = what(Registers);
            Judge();
            return result;
        }
    }

    /// <summary>Sets a discrete input, as a person or a fault would.</summary>
    public void Set(DateTimeOffset now, int discrete, bool on) => At(now, registers => registers.Discrete[discrete] = on);

    /// <summary>The heartbeat stands still, or goes on.</summary>
    public void StickHeartbeat(DateTimeOffset now, bool stuck) => At(now, _ => _stuckSince = stuck ? now : null);

    /// <summary>Power comes back: all counters begin at zero, the last parcel is forgotten.</summary>
    public void Restart(DateTimeOffset now) => At(now, registers =>
    {
        Array.Clear(registers.Input);
        registers.Holding[1] = 0;
        _parcels.Restart();
        return true;
    });

    /// <summary>Notes a write and, when it was taken, lets it work. Call inside <see cref="At"/>.</summary>
    public void Wrote(BeltWrite write)
    {
        _writes.Add(write);
        if (write is { Taken: true, Function: 0x06 or 0x10, Address: 0 })
        {
            _ordered = (write.At + _profile.BeltTakes, write.Values[0]);
        }
    }

    private void Advance(DateTimeOffset now)
    {
        if (_ordered is { } order && now >= order.At)
        {
            _ordered = null;
            Registers.Discrete[Forward] = order.Command == 1 && !IsJammed;
            Registers.Discrete[Reverse] = order.Command == 2 && !IsJammed;
        }

        _runs = Registers.Discrete[Forward] || Registers.Discrete[Reverse];
        _parcels.Advance(now, Registers);
        double seconds = Math.Max(0, (now - _start).TotalSeconds);
        Registers.Input[Heartbeat] = (ushort)(((_stuckSince ?? now) - _start).TotalSeconds % 65_536);
        Measure(seconds);
    }

    private void Measure(double seconds)
    {
        double wave = Math.Sin(seconds / 20);
        Registers.Input[2] = (ushort)(1600 + (20 * wave));
        Registers.Input[3] = (ushort)(800 + (50 * wave));
        Registers.Input[4] = (ushort)(short)(350 + (30 * wave));
        Registers.Input[5] = (ushort)(short)(300 + (10 * wave));
        Registers.PutFloat(6, _runs ? 0.25f : 0);
        Registers.PutWide(12, (uint)seconds);
        Registers.PutSwappedFloat(14, (float)(0.15 + (0.02 * wave)));
    }

    /// <summary>The safety chain stops the belt and the generator by itself.</summary>
    private void Judge()
    {
        bool safe = !Registers.Discrete[EmergencyStop] && Registers.Discrete[InterlockClosed];
        if (!safe)
        {
            (Registers.Discrete[Forward], Registers.Discrete[Reverse]) = (false, false);
            Registers.Discrete[XrayOn] &= ForcedXray;
        }

        bool fault = Registers.Discrete[10] || Registers.Discrete[11] || Registers.Discrete[13];
        Registers.Input[0] = (ushort)(1 | (safe ? 2 : 0) | (Registers.Discrete[12] ? 4 : 0) | (Registers.Discrete[Forward] ? 8 : 0) | (fault ? 16 : 0));
        Registers.Input[1] = (ushort)(fault ? 7 : 0);
    }
}
