using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Radio;

/// <summary>Decides which message a fault strikes; a seed gives the same luck again. Shared by the loops of a device.</summary>
public sealed class RadioLuck(ulong seed, string device)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private SeededRandom _random = SeededRandom.For(seed, device, -7);

    /// <returns>True for this share of all calls.</returns>
    public bool Strikes(double share)
    {
        lock (_gate)
        {
            return share > 0 && _random.Unit() < share;
        }
    }

    /// <returns>True for every so many calls under this name; 0: never.</returns>
    public bool Every(string what, int count)
    {
        lock (_gate)
        {
            return count > 0 && (_counts[what] = _counts.GetValueOrDefault(what) + 1) % count == 0;
        }
    }

    public int Between(int least, int most)
    {
        lock (_gate)
        {
            return _random.Between(least, most);
        }
    }

    public byte[] Noise(int length)
    {
        var bytes = new byte[length];
        lock (_gate)
        {
            _random.Fill(bytes);
        }

        return bytes;
    }
}
