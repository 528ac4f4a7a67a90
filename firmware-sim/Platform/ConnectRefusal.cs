namespace EdgeGateway.Sim.Platform;

/// <summary>How a CONNECT is turned away.</summary>
/// <param name="Form">In which form.</param>
/// <param name="Code">Return code or reason code; unused when silent.</param>
/// <param name="OnlyVersion">Turn away only this version, 4 or 5; null both.</param>
public sealed record ConnectRefusal(RefusalForm Form, byte Code = 0, int? OnlyVersion = null)
{
    /// <summary>As NATS 2.9 answers MQTT 5: CONNACK of 3.1.1, return code 1.</summary>
    public static readonly ConnectRefusal LikeNats = new(RefusalForm.OldConnAck, 1, 5);

    /// <summary>As RabbitMQ 3.10 answers MQTT 5: the link is closed without a word.</summary>
    public static readonly ConnectRefusal LikeRabbitMq = new(RefusalForm.Silent, 0, 5);

    /// <summary>As the standard says: CONNACK of MQTT 5, reason 0x84.</summary>
    public static readonly ConnectRefusal UnsupportedVersion = new(RefusalForm.ConnAck, 0x84, 5);
}
