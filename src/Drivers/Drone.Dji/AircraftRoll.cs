using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dji;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>
/// Which devices are believed: the configured gateway, the configured aircraft, and those that the gateway itself has named last. The latter are
/// remembered, because a dock that stays connected while we restart does not name them again.
/// </summary>
internal sealed class AircraftRoll
{
    private const string Name = "topology";
    private const int MostNamed = 4;

    private readonly IDeviceMemory? _memory;
    private readonly DjiOptions _options;
    private volatile Dictionary<string, DjiProduct> _named;

    public AircraftRoll(IDeviceMemory? memory, DjiOptions options)
    {
        (_memory, _options) = (memory, options);
        _named = Recall(memory?.Recall(Name)).Take(MostNamed + 1).DistinctBy(one => one.Serial).ToDictionary(one => one.Serial, one => one.Product, StringComparer.Ordinal);
    }

    /// <summary>What the gateway is, as far as it has said.</summary>
    public DjiProduct Gateway => _named.GetValueOrDefault(_options.Gateway);

    /// <summary>Aircraft that are believed; those that the gateway has named come first.</summary>
    public IReadOnlyList<string> Aircraft
    {
        get
        {
            var named = _named;
            return [.. named.Keys.Where(serial => serial != _options.Gateway), .. _options.Vehicles.Select(vehicle => vehicle.Serial).Where(serial => !named.ContainsKey(serial))];
        }
    }

    /// <summary>The aircraft that belongs to the gateway now: the one that it has named, or else the only one that is configured; null when neither tells.</summary>
    public string? Current => Named switch
    {
        [var only] => only,
        [] when _options.Vehicles is [var only] => only.Serial,
        _ => null,
    };

    private IReadOnlyList<string> Named => [.. _named.Keys.Where(serial => serial != _options.Gateway)];

    public DjiProduct Product(string serial) => _named.GetValueOrDefault(serial);

    /// <summary>The name that the site gives it, else its serial number.</summary>
    public string NameOf(string serial) => _options.Vehicles.FirstOrDefault(vehicle => vehicle.Serial == serial)?.Name ?? serial;

    /// <summary>Whether the settings name it.</summary>
    public bool IsConfigured(string serial) => _options.Vehicles.Any(vehicle => vehicle.Serial == serial);

    /// <summary>Whether somebody on this topic may be believed.</summary>
    public bool Believes(DjiTopic topic) => topic.Serial == _options.Gateway || (topic.Channel is DjiChannel.Osd or DjiChannel.State && Aircraft.Contains(topic.Serial));

    /// <summary>What is to be heard.</summary>
    public IReadOnlyList<string> Filters() =>
    [
        .. new[] { DjiChannel.Status, DjiChannel.Osd, DjiChannel.State, DjiChannel.Events, DjiChannel.Requests, DjiChannel.ServicesReply }.Select(channel => new DjiTopic(channel, _options.Gateway).ToString()),
        .. Aircraft.SelectMany(FiltersOf),
    ];

    public static IReadOnlyList<string> FiltersOf(string aircraft) => [new DjiTopic(DjiChannel.Osd, aircraft).ToString(), new DjiTopic(DjiChannel.State, aircraft).ToString()];

    /// <summary>The gateway has named its aircraft, or itself; completes when that is remembered.</summary>
    /// <param name="gateway">What it is; without a type it stays as it was.</param>
    /// <param name="aircraft">In place of those of before; null or empty leaves them: who is offline is still the same.</param>
    /// <param name="ct">Stopping.</param>
    /// <returns>Serial numbers that were not believed before.</returns>
    public async Task<IReadOnlyList<string>> NameAsync(DjiProduct gateway, IReadOnlyList<DjiSubDevice>? aircraft, CancellationToken ct)
    {
        var before = Aircraft;
        var named = new Dictionary<string, DjiProduct>(StringComparer.Ordinal) { [_options.Gateway] = gateway.Type is null ? Gateway : gateway };
        var present = aircraft is { Count: > 0 }
            ? aircraft.Where(one => one.Serial != _options.Gateway).OrderBy(Rank).Take(MostNamed).Select(one => (one.Serial, Product: one.Product.Type is null ? Product(one.Serial) : one.Product))
            : _named.Where(one => one.Key != _options.Gateway).Select(one => (Serial: one.Key, Product: one.Value));
        foreach (var (serial, product) in present)
        {
            named[serial] = product;
        }

        // In memory only when it is on disk: a disk that refuses makes the topology come again.
        if (_memory is not null && Text(named) is var now && now != Text(_named))
        {
            await _memory.RememberAsync(Name, now, ct).ConfigureAwait(false);
        }

        _named = named;
        return [.. Aircraft.Except(before)];
    }

    /// <summary>Whoever invents aircraft does not push out those that the site has configured, nor those that were there before.</summary>
    private int Rank(DjiSubDevice one) => IsConfigured(one.Serial) ? 0 : _named.ContainsKey(one.Serial) ? 1 : 2;

    private static string Text(Dictionary<string, DjiProduct> named) => string.Join('\n', named.Select(one => $"{one.Key} {one.Value.Key}"));

    private static IEnumerable<(string Serial, DjiProduct Product)> Recall(string? text) =>
        (text ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Where(parts => DjiTopic.IsSerial(parts[0]))
            .Select(parts => (parts[0], DjiProduct.OfKey(parts is [_, var key] ? key : null)));
}
