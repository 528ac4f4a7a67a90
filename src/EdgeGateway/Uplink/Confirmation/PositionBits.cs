using System.Numerics;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>
/// A set of positions, one bit each: lanes are sent at different speeds, so what was sent lies scattered, and intervals
/// would be as many as readings. Everything up to a floor may be counted as in it without a bit. Not for several threads.
/// </summary>
public sealed class PositionBits
{
    private const int WordBits = 64;

    private const int PageBits = 64 * WordBits;

    /// <summary>Shared by all pages without a hole: one reading that nobody wants must not make a year of bits cost memory.</summary>
    private static readonly ulong[] s_whole = [.. Enumerable.Repeat(ulong.MaxValue, PageBits / WordBits)];

    private readonly SortedDictionary<long, ulong[]> _pages = [];

    /// <summary>How many bits are set.</summary>
    public long Count { get; private set; }

    /// <summary>Every position up to it is in the set; 0 at first.</summary>
    public long Floor { get; private set; }

    public bool Contains(long position) =>
        position <= Floor || (_pages.TryGetValue(position / PageBits, out ulong[]? page) && (page[WordOf(position)] & BitOf(position)) != 0);

    public void Add(long position)
    {
        if (position <= Floor)
        {
            return;
        }

        if (!_pages.TryGetValue(position / PageBits, out ulong[]? page))
        {
            _pages[position / PageBits] = page = new ulong[PageBits / WordBits];
        }

        ref ulong word = ref page[WordOf(position)];
        if ((word & BitOf(position)) != 0)
        {
            return;
        }

        word |= BitOf(position);
        Count++;
        if (word == ulong.MaxValue && Array.TrueForAll(page, static word => word == ulong.MaxValue))
        {
            _pages[position / PageBits] = s_whole;
        }
    }

    /// <summary>Takes bits out; what lies under the floor stays in the set.</summary>
    public void Remove(long first, long last)
    {
        foreach (long number in PagesOf(first, last))
        {
            ulong[] page = _pages[number] = ReferenceEquals(_pages[number], s_whole) ? [.. s_whole] : _pages[number];
            long start = number * PageBits;
            for (int word = 0; word < page.Length; word++)
            {
                ulong mask = Mask(first - start - (word * WordBits), last - start - (word * WordBits));
                Count -= BitOperations.PopCount(page[word] & mask);
                page[word] &= ~mask;
            }

            if (Array.TrueForAll(page, static word => word == 0))
            {
                _pages.Remove(number);
            }
        }
    }

    /// <summary>From now on everything up to this position is in the set; it never falls.</summary>
    public void RaiseFloor(long floor)
    {
        if (floor > Floor)
        {
            Remove(Floor + 1, floor);
            Floor = floor;
        }
    }

    /// <returns>What of the range is in the set, as intervals in ascending order.</returns>
    public IEnumerable<(long First, long Last)> Runs(long first, long last)
    {
        long begun = first <= Math.Min(Floor, last) ? first : -1;
        long end = Math.Min(Floor, last);
        foreach (long position in Positions(Math.Max(first, Floor + 1), last))
        {
            if (begun >= 0 && position > end + 1)
            {
                yield return (begun, end);
                begun = -1;
            }

            begun = begun < 0 ? position : begun;
            end = position;
        }

        if (begun >= 0)
        {
            yield return (begun, end);
        }
    }

    private static int WordOf(long position) => (int)(position % PageBits / WordBits);

    private static ulong BitOf(long position) => 1UL << (int)(position % WordBits);

    /// <returns>Bits from first to last of a word, where both may lie outside of it.</returns>
    private static ulong Mask(long first, long last)
    {
        if (first >= WordBits || last < 0 || first > last)
        {
            return 0;
        }

        ulong from = ulong.MaxValue << (int)Math.Max(first, 0);
        return last >= WordBits - 1 ? from : from & ~(ulong.MaxValue << (int)(last + 1));
    }

    private IEnumerable<long> Positions(long first, long last)
    {
        foreach (long number in PagesOf(first, last))
        {
            ulong[] page = _pages[number];
            for (int word = 0; word < page.Length; word++)
            {
                long start = (number * PageBits) + (word * WordBits);
                for (ulong bits = page[word] & Mask(first - start, last - start); bits != 0; bits &= bits - 1)
                {
                    yield return start + BitOperations.TrailingZeroCount(bits);
                }
            }
        }
    }

    private List<long> PagesOf(long first, long last) =>
        [.. _pages.Keys.SkipWhile(number => number < first / PageBits).TakeWhile(number => number <= last / PageBits)];
}
