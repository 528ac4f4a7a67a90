using System.Numerics;

namespace EdgeGateway.Store.Recovery.Raw;

/// <summary>A set of positions, which lie close together: a million takes 200 kB.</summary>
internal sealed class PositionSet
{
    private const int WordsAChunk = 16;
    private const int ChunkBits = 10;

    private readonly Dictionary<long, ulong[]> _chunks = [];

    public long Count { get; private set; }

    public long Highest { get; private set; }

    /// <returns>False when it was in already.</returns>
    public bool Add(long position)
    {
        if (!_chunks.TryGetValue(position >> ChunkBits, out ulong[]? words))
        {
            _chunks.Add(position >> ChunkBits, words = new ulong[WordsAChunk]);
        }

        ref ulong word = ref words[(position >> 6) & (WordsAChunk - 1)];
        ulong bit = 1UL << (int)(position & 63);
        if ((word & bit) != 0)
        {
            return false;
        }

        word |= bit;
        Count++;
        Highest = Math.Max(Highest, position);
        return true;
    }

    public bool Contains(long position) =>
        _chunks.TryGetValue(position >> ChunkBits, out ulong[]? words) && (words[(position >> 6) & (WordsAChunk - 1)] & (1UL << (int)(position & 63))) != 0;

    /// <returns>All of them, rising.</returns>
    public IEnumerable<long> InOrder()
    {
        foreach (long chunk in _chunks.Keys.Order())
        {
            ulong[] words = _chunks[chunk];
            for (int i = 0; i < WordsAChunk; i++)
            {
                for (ulong word = words[i]; word != 0; word &= word - 1)
                {
                    yield return (chunk << ChunkBits) + (i * 64) + BitOperations.TrailingZeroCount(word);
                }
            }
        }
    }
}
