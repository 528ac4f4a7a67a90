using EdgeGateway.Configuration;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>The books of all stations.</summary>
internal sealed class ParcelShelf
{
    private readonly Dictionary<string, StationBook> _byCode = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<StationSettings> _stations;
    private long _number;

    public ParcelShelf(InspectionSettings settings)
    {
        _stations = settings.Stations;
        foreach (var station in settings.Stations)
        {
            _byCode[station.Code] = new StationBook(station);
        }
    }

    public IReadOnlyCollection<StationBook> Books => _byCode.Values;

    public long NextNumber() => ++_number;

    public void Seen(long number) => _number = Math.Max(_number, number);

    /// <summary>A station that is no longer configured lives on until its records are final.</summary>
    public StationBook Of(string code) => _byCode.TryGetValue(code, out var book) ? book : _byCode[code] = new StationBook(new StationSettings { Code = code });

    public Dictionary<string, (StationBook Book, PartKind Kind)> Devices()
    {
        var places = new Dictionary<string, (StationBook, PartKind)>(StringComparer.Ordinal);
        foreach (var station in _stations)
        {
            Put(station.Scanners, PartKind.Scan);
            Put(station.Barcodes, PartKind.Barcode);
            Put(station.Plcs, PartKind.Plc);
            Put(station.Desks, PartKind.Desk);

            void Put(IReadOnlyList<string> devices, PartKind kind)
            {
                foreach (string device in devices)
                {
                    places[device] = (_byCode[station.Code], kind);
                }
            }
        }

        return places;
    }
}
