namespace EdgeGateway.Sim.Mqtt;

/// <summary>How the simulator reaches a broker.</summary>
public sealed record SimMqttOptions
{
    public required string Host { get; init; }

    public int Port { get; init; } = 1883;

    /// <summary>5, or 4 for MQTT 3.1.1.</summary>
    public int Version { get; init; } = 5;

    public required string ClientId { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Keep subscriptions and waiting messages while away, for a day; otherwise the session starts and ends with the link.</summary>
    public bool Persistent { get; init; }

    /// <summary>What the broker publishes when the link breaks; null: nothing.</summary>
    public SimMqttMessage? Will { get; init; }

    /// <summary>TLS without a client certificate.</summary>
    public bool Tls { get; init; }

    /// <summary>PEM file of the authorities to trust instead of those of the system.</summary>
    public string? CaFile { get; init; }

    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest packet that is taken, in bytes.</summary>
    public int MaximumPacketSize { get; init; } = 16 * 1024 * 1024;

    /// <summary><c>mqtt://user:password@host:port</c>, or <c>mqtts://</c> for TLS.</summary>
    /// <exception cref="FormatException">Not such an address.</exception>
    public static SimMqttOptions Parse(string uri, string clientId)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed) || parsed.Scheme is not ("mqtt" or "mqtts"))
        {
            throw new FormatException($"'{uri}' is not of the form mqtt://host:port");
        }

        string[] login = parsed.UserInfo.Split(':', 2);
        bool tls = parsed.Scheme == "mqtts";
        return new SimMqttOptions
        {
            Host = parsed.DnsSafeHost,
            Port = parsed.Port > 0 ? parsed.Port : tls ? 8883 : 1883,
            ClientId = clientId,
            User = login[0].Length > 0 ? Uri.UnescapeDataString(login[0]) : null,
            Password = login.Length > 1 ? Uri.UnescapeDataString(login[1]) : null,
            Tls = tls,
        };
    }
}
