namespace EdgeGateway.Sim.Traffic;

/// <summary>
/// SplitMix64. Own code and not <see cref="Random"/>, so that a seed gives the same traffic on every runtime.
/// </summary>
public struct SeededRandom(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong _state = seed;

    /// <summary>An independent sequence for one thing of one device.</summary>
    public static SeededRandom For(ulong seed, string name, long index) =>
        new(Mix(seed ^ Hash(name)) + (Mix((ulong)index) * Step));

    public ulong Next() => Mix(_state += Step);

    /// <returns>0 to <paramref name="bound"/> - 1.</returns>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <returns>Least to most, both included.</returns>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <returns>0 up to but not 1.</returns>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public char Of(string set) => set[Below(set.Length)];

    public void Fill(Span<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            BitConverter.TryWriteBytes(bytes, Next());
            bytes = bytes[8..];
        }

        ulong last = Next();
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(last >> (8 * i));
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static ulong Hash(string name)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in name)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
