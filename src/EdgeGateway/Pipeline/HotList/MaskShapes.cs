namespace EdgeGateway.Pipeline.HotList;

/// <summary>Which places of the masks of a list are <c>?</c>: a plate is looked up once for each shape, whatever the number of masks.</summary>
internal sealed class MaskShapes
{
    /// <summary>Shapes a list may have; each costs every plate of its length one look.</summary>
    public const int Most = 256;

    private readonly Dictionary<(int Length, ushort Wild), int> _counts = [];

    private (int Length, ushort Wild)[] _all = [];

    /// <summary>The different shapes that are in use; masks only.</summary>
    public ReadOnlySpan<(int Length, ushort Wild)> All => _all;

    public MaskShapes Copy()
    {
        var copy = new MaskShapes();
        foreach (var (shape, count) in _counts)
        {
            copy._counts.Add(shape, count);
        }

        return copy;
    }

    /// <returns>False when one more shape would be too many.</returns>
    public bool HasRoom(int length, ushort wild) => wild == 0 || _counts.Count < Most || _counts.ContainsKey((length, wild));

    public void Add(int length, ushort wild)
    {
        if (wild != 0 && (_counts[(length, wild)] = _counts.GetValueOrDefault((length, wild)) + 1) == 1)
        {
            _all = [.. _counts.Keys];
        }
    }

    public void Remove(int length, ushort wild)
    {
        if (wild != 0 && --_counts[(length, wild)] == 0)
        {
            _counts.Remove((length, wild));
            _all = [.. _counts.Keys];
        }
    }
}
