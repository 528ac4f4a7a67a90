using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Radio;

/// <summary>One radio: where it walks, what it counts. Used by one loop at a time.</summary>
public sealed class RadioUnit
{
    private readonly SeededRandom _start;
    private long _lastFix;
    private uint _request;

    public RadioUnit(int index, RadioProfile profile, ulong seed, string device)
    {
        Id = profile.FirstId + index;
        Slot = 1 + (index % 2);
        _start = SeededRandom.For(seed, device, index);
        Random = _start;
        Track = new RadioTrack(profile.Site, Random);
        _request = (uint)Random.Next();
    }

    /// <summary>24-bit address.</summary>
    public int Id { get; }

    /// <summary>1 or 2.</summary>
    public int Slot { get; }

    public RadioTrack Track { get; }

    public SeededRandom Random;

    /// <summary>Of the next text; never used before by this radio in this run.</summary>
    public uint NextRequest() => ++_request;

    /// <summary>Id of the standing order under which it reports; nobody ever gave it.</summary>
    public uint ReportOrder => (uint)(0x1500 + Id);

    /// <summary>The second of the next fix: a receiver makes one a second.</summary>
    public DateTimeOffset NextFix(DateTimeOffset clock)
    {
        _lastFix = Math.Max(_lastFix + 1, clock.ToUnixTimeSeconds());
        return DateTimeOffset.FromUnixTimeSeconds(_lastFix);
    }
}
