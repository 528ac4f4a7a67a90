using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using EdgeGateway.Sim.Http;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>The process in the kiosk that serves its publisher and its services. A careless client can end it; then it is away until it has started again.</summary>
internal sealed class XfsHost : IAsyncDisposable
{
    private readonly LinkDoor _door;
    private readonly XfsKioskProfile _profile;
    private readonly DeviceTrouble _trouble;
    private readonly XfsTruth _truth;
    private readonly TimeProvider _time;
    private readonly XfsPublisher _publisher;
    private readonly IReadOnlyDictionary<string, XfsService> _services;
    private readonly Dictionary<XfsDesk, XfsManners> _manners;
    private readonly ConcurrentDictionary<XfsClient, byte> _clients = new();
    private long _downUntil;
    private long _lives;

    /// <param name="listen">Where; port 0 lets the system choose.</param>
    /// <param name="profile">How it speaks.</param>
    /// <param name="services">What it has.</param>
    /// <param name="trouble">What is wrong with it right now.</param>
    /// <param name="truth">Told of everything that it hears.</param>
    /// <param name="time">Clock.</param>
    public XfsHost(IPEndPoint listen, XfsKioskProfile profile, IReadOnlyList<XfsService> services, DeviceTrouble trouble, XfsTruth truth, TimeProvider time)
    {
        (_profile, _trouble, _truth, _time) = (profile, trouble, truth, time);
        _door = new LinkDoor(listen, ServeAsync);
        _services = services.ToDictionary(static service => service.Name, StringComparer.OrdinalIgnoreCase);
        _manners = services.ToDictionary(static service => (XfsDesk)service, _ => new XfsManners(time));
        _publisher = new XfsPublisher(() => $"ws://{Host}{Prefix}", [.. services.Select(static service => service.Name)], profile);
        _manners[_publisher] = new XfsManners(time);
    }

    /// <summary>Where it listens, once open.</summary>
    public IPEndPoint EndPoint => _door.EndPoint;

    public bool IsSilent => _trouble.SilentUntil() > _time.GetUtcNow();

    /// <summary>How many are connected.</summary>
    public int Links => _clients.Count;

    private string Host => _profile.Host is not { } name ? EndPoint.ToString() : name.Contains(':', StringComparison.Ordinal) ? name : FormattableString.Invariant($"{name}:{EndPoint.Port}");

    private string Prefix => _profile.Old ? "/XFS4IoT/v1.0" : "/xfs4iot/v1.0";

    private bool IsDown => _time.GetUtcNow() is var now && (_trouble.DownUntil(now) > now || Interlocked.Read(ref _downUntil) > now.UtcTicks);

    public void Open() => _door.Start();

    /// <summary>Every link breaks, and nobody is let in until then.</summary>
    public void Vanish(DateTimeOffset until)
    {
        Interlocked.Increment(ref _lives);
        Interlocked.Exchange(ref _downUntil, Math.Max(Interlocked.Read(ref _downUntil), until.UtcTicks));
        DropAll();
    }

    /// <summary>Called often: links end when a scenario cuts them.</summary>
    public void Look()
    {
        if (IsDown)
        {
            DropAll();
        }
    }

    public Task CutInsideAsync() => Task.WhenAll(_clients.Keys.Select(static client => client.CutInsideAsync()));

    /// <summary>The process ends because of what a client sent.</summary>
    public void Die(XfsDesk desk, string why)
    {
        _truth.Breach(desk.Name, $"{KilledWords}: {why}");
        Vanish(_time.GetUtcNow() + _profile.Restart);
    }

    /// <summary>Begins the words of a breach that ended the process.</summary>
    public const string KilledWords = "kiosk killed by the gateway";

    public void Heard(XfsDesk desk, XfsHeard heard, string? breach, ReadOnlySpan<byte> message)
    {
        _truth.Heard(desk.Name, heard.Command?.Name ?? "", message);
        if (breach is not null)
        {
            _truth.Breach(desk.Name, breach);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _door.DisposeAsync().ConfigureAwait(false);
        _publisher.Dispose();
    }

    private void DropAll()
    {
        foreach (XfsClient client in _clients.Keys)
        {
            client.Break();
        }
    }

    /// <summary>A gateway that ends all of its links at once was killed, or stopped: the next one knows nothing of what it asked. One that loses a link and dials anew does.</summary>
    private void Forgive(XfsClient last)
    {
        if (_clients.IsEmpty && !last.IsBroken)
        {
            foreach (XfsManners manners in _manners.Values)
            {
                manners.Forget();
            }
        }
    }

    private async Task ServeAsync(NetworkStream wire, CancellationToken ct)
    {
        long life = Interlocked.Read(ref _lives);
        if (IsDown || await RequestHead.ReadAsync(wire, ct).ConfigureAwait(false) is not { } head)
        {
            return;
        }

        var upgrade = new XfsUpgrade(Host, Prefix);
        int status = upgrade.Status(head);
        await wire.WriteAsync(XfsUpgrade.Answer(head, status), ct).ConfigureAwait(false);
        if (status == 101)
        {
            // A name that is none falls through to the publisher, as measured.
            XfsDesk desk = _services.TryGetValue(upgrade.ServiceOf(head)!, out XfsService? service) ? service : _publisher;
            await ConverseAsync(wire, desk, life, ct).ConfigureAwait(false);
        }
    }

    /// <param name="life">Which one the link was made in; it does not outlive it.</param>
    private async Task ConverseAsync(NetworkStream wire, XfsDesk desk, long life, CancellationToken ct)
    {
        WebSocket socket = WebSocket.CreateFromStream(wire, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = _profile.PongEvery });
        var client = new XfsClient(socket, wire, desk, _manners[desk], this, _time);
        await using (client.ConfigureAwait(false))
        {
            _clients[client] = 0;
            if (life != Interlocked.Read(ref _lives))
            {
                client.Break();
            }

            try
            {
                await client.RunAsync(ct).ConfigureAwait(false);
            }
            finally
            {
                _clients.TryRemove(client, out _);
                Forgive(client);
            }
        }
    }
}
