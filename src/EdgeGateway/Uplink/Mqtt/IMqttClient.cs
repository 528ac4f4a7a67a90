namespace EdgeGateway.Uplink.Mqtt;

/// <summary>
/// One connection to one broker, made once and thrown away when it ends. Whoever holds it keeps at most
/// <see cref="MqttConnection.Window"/> publishes without an answer. Every implementation passes <c>MqttClientContract</c>.
/// </summary>
public interface IMqttClient : IAsyncDisposable
{
    /// <summary>Completes when the link is over, for whatever reason; never faults.</summary>
    Task<MqttEnd> Ended { get; }

    /// <summary>Dials, greets, waits for CONNACK.</summary>
    /// <exception cref="MqttRefusedException">The broker answered and said no, or cannot speak this version.</exception>
    /// <exception cref="IOException">Nobody answers, TLS failed, or the link broke on the way.</exception>
    Task<MqttConnection> ConnectAsync(MqttConnect connect, CancellationToken ct);

    /// <summary>
    /// Puts the message on the wire in call order. With QoS 1 completes at the PUBACK, with QoS 0 when it is handed to the link.
    /// </summary>
    /// <exception cref="IOException">The link ended first; the message may or may not have arrived.</exception>
    /// <exception cref="MqttTooLargeException">Larger than the broker's Maximum Packet Size; nothing was sent.</exception>
    Task<MqttAck> PublishAsync(MqttMessage message);

    /// <returns>One reason code a filter; 0x80 and above are refusals.</returns>
    Task<IReadOnlyList<byte>> SubscribeAsync(IReadOnlyList<string> filters, CancellationToken ct);

    /// <summary>Says goodbye in order, so that the broker keeps the will to itself.</summary>
    Task DisconnectAsync(CancellationToken ct);
}
