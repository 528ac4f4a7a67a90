using EdgeGateway.Telemetry;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Downlink;

/// <summary>Counts commands that nobody carries out.</summary>
public sealed class CountingCommandPort(FaultCounters faults) : ICommandPort
{
    public ValueTask TakeAsync(string device, MqttMessage message, CancellationToken ct)
    {
        faults.Count("downlink", "command-without-taker");
        return ValueTask.CompletedTask;
    }
}
