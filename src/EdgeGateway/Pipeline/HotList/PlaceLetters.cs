using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>Which characters the plates of a list have at each place: what an unread character can have been, as far as this list goes.</summary>
internal sealed class PlaceLetters
{
    private readonly HashSet<char>[] _known = [.. Enumerable.Range(0, HotListRules.PlateLength).Select(static _ => new HashSet<char>())];
    private readonly char[][] _letters = [.. Enumerable.Range(0, HotListRules.PlateLength).Select(static _ => Array.Empty<char>())];

    /// <param name="place">From 0.</param>
    public ReadOnlySpan<char> At(int place) => _letters[place];

    public void Add(ReadOnlySpan<char> plate)
    {
        for (int i = 0; i < plate.Length; i++)
        {
            if (plate[i] != PlateGrammar.Unread && _known[i].Add(plate[i]))
            {
                _letters[i] = [.. _letters[i], plate[i]];
            }
        }
    }
}
