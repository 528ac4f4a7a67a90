using System.Collections.Concurrent;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>How to speak to each service of a kiosk. It lives as long as the settings, so that no reconnect asks more often than it may.</summary>
internal sealed class MannersBook
{
    private readonly ConcurrentDictionary<string, int> _ports = new(StringComparer.OrdinalIgnoreCase);
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

        return _ports.GetOrAdd(name, port) == port;
    }
}
