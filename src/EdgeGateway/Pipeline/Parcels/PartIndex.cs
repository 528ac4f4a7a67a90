namespace EdgeGateway.Pipeline.Parcels;

/// <summary>Finds the records of one station, open and closed, by what their parts say.</summary>
internal sealed class PartIndex
{
    private readonly Dictionary<string, List<KeptParcel>> _byToken = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Device, string Key), KeptParcel> _byPart = [];
    private readonly Dictionary<string, KeptParcel> _byRecord = new(StringComparer.Ordinal);

    public void Add(KeptParcel parcel)
    {
        _byRecord[parcel.RecordId] = parcel;
        foreach (var mark in parcel.Marks)
        {
            Add(parcel, mark);
        }
    }

    public void Add(KeptParcel parcel, PartMark mark)
    {
        if (mark.Key is { } key)
        {
            _byPart[(mark.Device, key)] = parcel;
        }

        foreach (string token in mark.Tokens)
        {
            var list = _byToken.TryGetValue(token, out var known) ? known : _byToken[token] = [];
            if (!list.Contains(parcel))
            {
                list.Add(parcel);
            }
        }
    }

    public void Remove(KeptParcel parcel)
    {
        _byRecord.Remove(parcel.RecordId);
        foreach (var mark in parcel.Marks)
        {
            if (mark.Key is { } key && _byPart.GetValueOrDefault((mark.Device, key)) == parcel)
            {
                _byPart.Remove((mark.Device, key));
            }

            foreach (string token in mark.Tokens)
            {
                Remove(parcel, token);
            }
        }
    }

    public KeptParcel? Repeated(string device, string key) => _byPart.GetValueOrDefault((device, key));

    public KeptParcel? Named(string recordId) => _byRecord.GetValueOrDefault(recordId);

    public IReadOnlyList<KeptParcel> With(string token) => _byToken.TryGetValue(token, out var known) ? known : [];

    private void Remove(KeptParcel parcel, string token)
    {
        if (_byToken.TryGetValue(token, out var list) && list.Remove(parcel) && list.Count == 0)
        {
            _byToken.Remove(token);
        }
    }
}
