namespace EdgeGateway.Pipeline.HotList;

/// <summary>Places of records that may match one plate, each once; bounded, because a mask of one reading may fit a whole list.</summary>
internal sealed class PlaceList
{
    public const int Most = 256;

    private readonly HashSet<uint> _places = [];

    public IReadOnlyCollection<uint> Places => _places;

    /// <summary>More than the bound would have been found.</summary>
    public bool Overflown { get; private set; }

    public void Add(uint place)
    {
        if (_places.Count < Most)
        {
            _places.Add(place);
        }
        else
        {
            Overflown |= !_places.Contains(place);
        }
    }

    public void Clear()
    {
        _places.Clear();
        Overflown = false;
    }
}
