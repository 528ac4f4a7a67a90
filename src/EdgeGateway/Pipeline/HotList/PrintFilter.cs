using System.Numerics;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>One bit a print, sixteen for each place of the table: most of what is not there is told with one look, and nothing that is there is missed.</summary>
internal sealed class PrintFilter
{
    private const int BitsAnEntry = 16;

    private readonly ulong[] _bits;
    private readonly uint _mask;

    /// <param name="most">Prints it is made for; more make it worse, not wrong.</param>
    public PrintFilter(int most)
    {
        _bits = new ulong[Math.Max(1, BitOperations.RoundUpToPowerOf2((uint)most) * BitsAnEntry / 64)];
        _mask = ((uint)_bits.Length * 64) - 1;
    }

    public void Add(ulong print) => _bits[((uint)print & _mask) >> 6] |= 1UL << ((int)print & 63);

    public bool MayHold(ulong print) => (_bits[((uint)print & _mask) >> 6] & (1UL << ((int)print & 63))) != 0;
}
