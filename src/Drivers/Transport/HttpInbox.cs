using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions.Settings;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EdgeGateway.Drivers.Transport;

/// <summary><see cref="IDeviceInbox"/> on Kestrel, without anything of a web framework around it.</summary>
public sealed class HttpInbox : IDeviceInbox, IAsyncDisposable
{
    /// <summary>Unread bytes of one connection, before they count as a body.</summary>
    private const int ConnectionBuffer = 64 * 1024;

    private static readonly string[] s_post = ["POST", "PUT"];

    private readonly HttpInboxOptions _options;
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<string, InboxDoor> _doors = new(StringComparer.Ordinal);
    private readonly InboxRoots _roots;
    private readonly InboxApplication _application;
    private readonly KestrelServer _server;

    public HttpInbox(HttpInboxOptions options, TimeProvider time, IInboxCounters counters, ILoggerFactory logs)
    {
        _options = options;
        _log = logs.CreateLogger<HttpInbox>();
        _roots = new InboxRoots(options);
        _application = new InboxApplication(options, time, device => _doors.GetValueOrDefault(device), _roots, counters, _log);
        _server = new KestrelServer(
            Options.Create(ServerOptions(options)),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), logs),
            logs);
    }

    /// <summary>TCP port that is open; only after <see cref="StartAsync"/>.</summary>
    public int Port { get; private set; }

    /// <exception cref="IOException">The port is taken.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        await _server.StartAsync(_application, ct).ConfigureAwait(false);
        string bound = _server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        Port = new Uri(bound).Port;
        TransportLog.InboxListens(_log, _options.Address.ToString(), Port);
    }

    /// <summary>Takes no more connections, waits for requests under way until cancelled, then cuts them off.</summary>
    public Task StopAsync(CancellationToken ct) => _server.StopAsync(ct);

    /// <summary>A second opening takes over from the first.</summary>
    public IDisposable Open(string device, Secret token, InboxHandler handler, IReadOnlyCollection<string>? methods = null)
    {
        var door = new InboxDoor(device, token, handler, methods ?? s_post, _options);
        _doors[device] = door;
        return door;
    }

    /// <inheritdoc/>
    public IDisposable OpenRoot(InboxClaim claim) => _roots.Open(claim);

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    private static KestrelServerOptions ServerOptions(HttpInboxOptions options)
    {
        var server = new KestrelServerOptions
        {
            AddServerHeader = false,

            // A client that writes the absolute URL on the request line need not agree with its Host header.
            AllowHostHeaderOverride = true,

            // One character a byte: a name in GBK is no reason to refuse a request, and Digest hashes bytes.
            RequestHeaderEncodingSelector = static _ => System.Text.Encoding.Latin1,
        };
        server.Listen(options.Address, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        server.Limits.MaxConcurrentConnections = options.Connections;
        server.Limits.MaxConcurrentUpgradedConnections = 0;
        server.Limits.MaxRequestBufferSize = ConnectionBuffer;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.Limits.MinRequestBodyDataRate = new MinDataRate(options.LeastBytesPerSecond, TimeSpan.FromSeconds(5));

        // Sizes are counted and refused here, with a reason, before Kestrel would do it without one.
        server.Limits.MaxRequestBodySize = null;
        return server;
    }
}
