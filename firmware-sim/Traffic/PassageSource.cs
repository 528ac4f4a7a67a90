namespace EdgeGateway.Sim.Traffic;

/// <summary>
/// The traffic in front of one camera. A pure function of seed, device, start and rate: passage n is the same whenever
/// it is asked for. The start is part of the identifiers, so that two runs of one scenario never look like repeats.
/// </summary>
public sealed class PassageSource
{
    private static readonly string[] s_colours = ["white", "black", "gray", "silver", "red", "blue", "brown", "green", "yellow"];

    private readonly ulong _seed;
    private readonly string _device;
    private readonly string _road;
    private readonly DateTimeOffset _start;
    private readonly double _rate;

    /// <param name="seed">Seed of the run.</param>
    /// <param name="device">Device id.</param>
    /// <param name="start">True time of the beginning.</param>
    /// <param name="rate">Passages a second, above 0.</param>
    /// <param name="road">Devices that share a road see the same vehicles; null for a road of the device's own.</param>
    public PassageSource(ulong seed, string device, DateTimeOffset start, double rate, string? road = null)
    {
        _road = road ?? device;
        _seed = seed ^ (ulong)start.ToUnixTimeMilliseconds();
        _device = device;
        _start = DateTimeOffset.FromUnixTimeMilliseconds(start.ToUnixTimeMilliseconds());
        _rate = rate;
    }

    public Passage At(long index)
    {
        // What the vehicle is comes from the road; what the device makes of it, from the device.
        SeededRandom random = SeededRandom.For(_seed, _road, index);
        double seconds = (index + 0.1 + (0.8 * random.Unit())) / _rate;
        var passage = new Passage
        {
            Index = index,
            Uuid = Uuid(ref random),
            At = _start.AddMilliseconds(Math.Floor(seconds * 1000)),
            Plate = PlateGenerator.Next(ref random),
            Lane = random.Between(1, 4),
            SpeedKmh = random.Between(5, 120),
            Colour = s_colours[random.Below(s_colours.Length)],
            Confidence = random.Between(80, 99),
            Seed = random.Next(),
        };
        return _road == _device ? passage : Seen(passage);
    }

    private Passage Seen(Passage passage)
    {
        SeededRandom random = SeededRandom.For(_seed, _device, passage.Index);
        return passage with { Uuid = Uuid(ref random), Confidence = random.Between(80, 99), Seed = random.Next() };
    }

    private static string Uuid(ref SeededRandom random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.Fill(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes).ToString("D");
    }
}
