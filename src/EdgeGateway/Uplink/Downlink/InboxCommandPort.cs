using EdgeGateway.Commands;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Downlink;

/// <summary>Hands commands to the inbox of the gateway, with what MQTT 5 says about their answers.</summary>
public sealed class InboxCommandPort(CommandInbox inbox) : ICommandPort
{
    public ValueTask TakeAsync(string device, MqttMessage message, CancellationToken ct) =>
        new(inbox.TakeAsync(device, message.Payload, new CommandReplyTo(message.ResponseTopic, message.CorrelationData), ct));
}
