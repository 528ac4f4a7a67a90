using System.Runtime.CompilerServices;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>Which characters the plates of a list have at each place: what an unread character can have been, as far as this list goes.</summary>
internal sealed class PlaceLetters
{
    /// <summary>One bit a character: it is asked a million times while a list is loaded.</summary>
    private readonly ulong[][] _known = [.. Enumerable.Range(0, HotListRules.PlateLength).Select(static _ => new ulong[char.MaxValue / 64 + 1])];

    private readonly char[][] _letters = [.. Enumerable.Range(0, HotListRules.PlateLength).Select(static _ => Array.Empty<char>())];

    /// <param name="place">From 0.</param>
    public ReadOnlySpan<char> At(int place) => _letters[place];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<char> plate)
    {
        for (int i = 0; i < plate.Length; i++)
        {
            ref ulong known = ref _known[i][plate[i] >> 6];
            ulong bit = 1UL << (plate[i] & 63);
            if ((known & bit) == 0 && plate[i] != PlateGrammar.Unread)
            {
                known |= bit;
                _letters[i] = [.. _letters[i], plate[i]];
            }
        }
    }
}
