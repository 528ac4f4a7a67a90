using System.Runtime.CompilerServices;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>
/// 64 bits for a plate: the sum without carry of one number for each character and its place, so that the print of a plate
/// with one character changed is the print of the plate and two such numbers. What matches is compared by its text afterwards.
/// </summary>
internal static class PlatePrint
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Of(ReadOnlySpan<char> plate)
    {
        ulong print = 0;
        for (int i = 0; i < plate.Length; i++)
        {
            print ^= Of(i, plate[i]);
        }

        return print;
    }

    /// <param name="place">From 0.</param>
    /// <param name="c">What stands there.</param>
    public static ulong Of(int place, char c) => Mixed((((ulong)c << 8) | (uint)(place + 1)) * 0x9E3779B97F4A7C15);

    /// <summary>64 bits for the UTF-8 text of an id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong OfId(ReadOnlySpan<byte> id)
    {
        ulong print = 14_695_981_039_346_656_037;
        foreach (byte b in id)
        {
            print = (print ^ b) * 1_099_511_628_211;
        }

        return Mixed(print);
    }

    /// <remarks>The finaliser of SplitMix64: every bit of the input reaches every bit of the output.</remarks>
    private static ulong Mixed(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
