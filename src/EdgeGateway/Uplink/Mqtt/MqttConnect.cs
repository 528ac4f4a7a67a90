using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Uplink.Mqtt;

/// <summary>Everything one connection attempt needs.</summary>
public sealed record MqttConnect
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>Null: no TLS.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>5, or 4 for MQTT 3.1.1.</summary>
    public required int Version { get; init; }

    public required string ClientId { get; init; }

    /// <summary>True: the broker forgets what it kept for this client id. Default false, so that it keeps what comes while we are away.</summary>
    public bool CleanStart { get; init; }

    public string? User { get; init; }

    public Secret? Password { get; init; }

    public MqttMessage? Will { get; init; }

    /// <summary>Dead after 1.5 times this without a packet; the broker may shorten it.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the broker keeps our subscriptions; MQTT 5 only.</summary>
    public TimeSpan SessionExpiry { get; init; } = TimeSpan.FromDays(1);

    /// <summary>From dial to CONNACK.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Most publishes without an answer that we want; the broker's Receive Maximum may be smaller. On 3.1.1 it is at most 20.</summary>
    public int Window { get; init; } = 64;

    /// <summary>Most incoming publishes without an answer; announced on MQTT 5, where a broker that sends more ends the link.</summary>
    public ushort ReceiveMaximum { get; init; } = 64;

    /// <summary>Takes incoming messages one after the other; QoS 1 is acknowledged when it completes.</summary>
    public Func<MqttMessage, ValueTask>? OnMessage { get; init; }
}

/// <summary>What was agreed with the broker.</summary>
/// <param name="Version">5, or 4 for 3.1.1.</param>
/// <param name="Window">Most publishes without an answer: the smaller of ours and the broker's, at least 1.</param>
/// <param name="MaximumPacketSize">Largest packet the broker takes, in bytes; null when it named none.</param>
/// <param name="SessionPresent">The broker still has our subscriptions.</param>
/// <param name="KeepAlive">In force, after the broker's word.</param>
/// <param name="RetainAvailable">False when retained messages are refused.</param>
public sealed record MqttConnection(int Version, int Window, long? MaximumPacketSize, bool SessionPresent, TimeSpan KeepAlive, bool RetainAvailable);
