using EdgeGateway.Uplink.Downlink;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

/// <summary>Writes down what came.</summary>
public sealed class ListedCommandPort : ICommandPort
{
    public List<(string Device, MqttMessage Message)> Taken { get; } = [];

    public ValueTask TakeAsync(string device, MqttMessage message, CancellationToken ct)
    {
        Taken.Add((device, message));
        return ValueTask.CompletedTask;
    }
}
