using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport.Brokers;

/// <summary>MQTT brokers of the site, to which devices that speak MQTT themselves connect; not the broker of the platform.</summary>
/// <remarks>
/// The broker keeps the session of the client id while the gateway is away, for an hour on MQTT 5 and as long as the broker likes on 3.1.1, so that messages
/// with QoS 1 wait. A handler that throws ends the connection, because a broker repeats only to a session that comes back: throw only when the message is to
/// come again (the disk refuses, the gateway stops), never for what is in it. Nothing is handed out before <see cref="ConnectAsync"/> has completed. Topics
/// of filters that are wanted no more may still come.
/// </remarks>
public interface ISiteBrokers
{
    /// <summary>Connects as a client, version 5 first and 3.1.1 where the broker wants that, and subscribes with QoS 1.</summary>
    /// <param name="options">Where and as whom.</param>
    /// <param name="filters">What is wanted; all must be granted.</param>
    /// <param name="onMessage">Takes messages one after the other; one with QoS 1 is acknowledged when it completes, and comes again when it fails.</param>
    /// <param name="ct">Given up.</param>
    /// <exception cref="Abstractions.DeviceFaultException">Unreachable, refused, or a filter not granted.</exception>
    Task<ISiteBroker> ConnectAsync(SiteBrokerOptions options, IReadOnlyList<string> filters, Func<SiteMessage, ValueTask> onMessage, CancellationToken ct);
}

/// <summary>One connection; made once and thrown away when it ends.</summary>
public interface ISiteBroker : IAsyncDisposable
{
    /// <summary>Completes with the reason when the connection is over; never faults.</summary>
    Task<string> Ended { get; }

    /// <summary>Wants more; all must be granted.</summary>
    /// <exception cref="IOException">Refused, or the link ended.</exception>
    Task SubscribeAsync(IReadOnlyList<string> filters, CancellationToken ct);

    /// <summary>QoS 1; completes when the broker has it.</summary>
    /// <exception cref="IOException">Refused, or the link ended first: it may have arrived or not.</exception>
    Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken ct);

    /// <summary>
    /// As the other, for an order that nobody wants any more after some time: the broker throws it away instead of keeping it for who is away. MQTT 3.1.1 has
    /// no word for that: there it waits as long as the broker keeps the session.
    /// </summary>
    /// <param name="topic">Full topic.</param>
    /// <param name="payload">As it is.</param>
    /// <param name="expiry">Rounded up to whole seconds.</param>
    /// <param name="ct">Given up.</param>
    /// <exception cref="IOException">Refused, or the link ended first: it may have arrived or not.</exception>
    Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, TimeSpan expiry, CancellationToken ct) => PublishAsync(topic, payload, ct);
}

/// <param name="Topic">Full topic.</param>
/// <param name="Payload">At most 256 KiB by default; what is larger is never handed out.</param>
/// <param name="IsRetained">True when the broker kept it from before.</param>
public sealed record SiteMessage(string Topic, ReadOnlyMemory<byte> Payload, bool IsRetained)
{
    /// <summary>Whether the broker brings it again when it is not taken; it does not with QoS 0.</summary>
    public bool ComesAgain { get; init; } = true;
}

/// <summary>Section <c>broker</c> of a device.</summary>
public sealed record SiteBrokerOptions
{
    public required string Host { get; init; }

    public int Port { get; init; } = 1883;

    public TlsSettings? Tls { get; init; }

    /// <summary>Unique at the broker; by default made of the device id.</summary>
    public required string ClientId { get; init; }

    public string? User { get; init; }

    public Secret? Password { get; init; }

    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);
}
