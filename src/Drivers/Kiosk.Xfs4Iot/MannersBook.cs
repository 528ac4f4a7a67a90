using System.Collections.Concurrent;
using System.Globalization;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>How to speak to each service of a kiosk. It lives as long as the settings, so that no reconnect asks more often than it may.</summary>
internal sealed class MannersBook
{
    private readonly ConcurrentDictionary<string, int> _ports = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, byte> _twice = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, ServiceManners> _all = new(StringComparer.Ordinal);

    /// <param name="module">Which; names that are no more in use make room for new ones.</param>
    public ServiceManners Of(string module)
    {
        if (_all.Count > 4 * Xfs4IotOptions.MostServices)
        {
            _all.Clear();
        }

        return _all.GetOrAdd(module, static _ => new ServiceManners());
    }

    /// <summary>Whether a name belongs to the service of this port; to whoever asks first.</summary>
    public bool Owns(string name, int port)
    {
        if (_ports.Count > 4 * Xfs4IotOptions.MostServices)
        {
            _ports.Clear();
        }

        bool isOwn = _ports.GetOrAdd(name, port) == port;
        if (!isOwn)
        {
            _twice[name] = 0;
        }

        return isOwn;
    }

    /// <summary>Names that two ports have used, with the port of the first: a line each. A kiosk that only moved to another port, and has none of these, keeps its names.</summary>
    public string Names() => string.Join('\n', _twice.Keys.Order(StringComparer.Ordinal).Where(_ports.ContainsKey).Take(Xfs4IotOptions.MostServices).Select(name => FormattableString.Invariant($"{_ports[name]} {name}")));

    /// <param name="names">As <see cref="Names"/> said it before a restart; null: nothing is known.</param>
    public void Learn(string? names)
    {
        foreach (string line in (names ?? string.Empty).Split('\n'))
        {
            if (line.Split(' ', 2) is [var port, { Length: > 0 } name] && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && _ports.TryAdd(name, number))
            {
                _twice[name] = 0;
            }
        }
    }
}
