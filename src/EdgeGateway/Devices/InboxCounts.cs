using EdgeGateway.Drivers.Transport;
using EdgeGateway.Telemetry;

namespace EdgeGateway.Devices;

/// <summary>Counts what the device inbox refused; strangers are counted together, whatever they call themselves.</summary>
public sealed class InboxCounts(FaultCounters counters) : IInboxCounters
{
    public void Refused(string device, string reason) => counters.Count(device.Length == 0 ? "inbox" : $"inbox/{device}", reason);
}
