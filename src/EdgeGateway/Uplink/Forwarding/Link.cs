using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>One living connection as the pumps see it.</summary>
/// <param name="client">Where to publish.</param>
/// <param name="connection">What was agreed.</param>
/// <param name="window">The places in flight, shared by all lanes.</param>
/// <param name="meter">Counts what is published; null for none.</param>
public sealed class Link(IMqttClient client, MqttConnection connection, SendWindow window, UplinkMeter? meter = null)
{
    private readonly CancellationTokenSource _reset = new();
    private readonly CountedClient _client = new(client, meter);

    /// <summary>Host and port, as they name the broker in log and memory.</summary>
    public string Broker { get; init; } = "";

    /// <summary>True where a point in a topic does not arrive as one: it travels as an underscore.</summary>
    public bool ReplacesPoints
    {
        get => _client.ReplacesPoints;
        set => _client.ReplacesPoints = value;
    }

    public IMqttClient Client => _client;

    public MqttConnection Connection => connection;

    public SendWindow Window => window;

    /// <summary>Completes when the broker took the first message of this link, whatever it was.</summary>
    public Task FirstTaken => _client.FirstTaken;

    /// <summary>Messages of whatever kind that the broker took over this link.</summary>
    public long Taken => _client.Taken;

    /// <summary>True once the broker accepted and did not acknowledge for too long.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>Cancelled when one of the pumps wants the link made anew.</summary>
    public CancellationToken ResetWanted => _reset.Token;

    public void WantReset() => _reset.Cancel();
}
