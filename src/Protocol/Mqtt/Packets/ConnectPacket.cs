namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>CONNECT (section 3.1).</summary>
public sealed record ConnectPacket : MqttPacket
{
    public override MqttPacketType Type => MqttPacketType.Connect;

    /// <summary>Protocol level, 4 or 5.</summary>
    public required int Version { get; init; }

    /// <summary>May be empty: the server then assigns one.</summary>
    public required string ClientId { get; init; }

    /// <summary>Clean Start of MQTT 5, Clean Session of 3.1.1.</summary>
    public bool CleanStart { get; init; }

    /// <summary>Seconds; 0 turns it off.</summary>
    public ushort KeepAlive { get; init; }

    public MqttWill? Will { get; init; }

    public string? UserName { get; init; }

    public ReadOnlyMemory<byte>? Password { get; init; }
}
