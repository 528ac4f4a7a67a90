using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Downlink;

/// <summary>Where commands go that the platform sends.</summary>
public interface ICommandPort
{
    /// <summary>
    /// Called for one message after the other, on any link, before anything is known of its content. The broker is answered
    /// when it completes, and receipts wait meanwhile: it must take what it needs and come back.
    /// </summary>
    /// <param name="device">Last level of the topic: a device's id, or <c>gateway</c>; any text of at most 64 characters.</param>
    /// <param name="message">As it came.</param>
    /// <param name="ct">The gateway stops.</param>
    /// <exception cref="Exception">Whatever is thrown leaves the message with the broker, which brings it again with the next link.</exception>
    ValueTask TakeAsync(string device, MqttMessage message, CancellationToken ct);
}
