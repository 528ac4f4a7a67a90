using EdgeGateway.Drivers.Transport;
using EdgeGateway.Telemetry;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Devices;

/// <summary>Counts what the device inbox refused, and says so now and then; strangers are counted together, whatever they call themselves.</summary>
public sealed class InboxCounts(FaultCounters counters, ILogger<InboxCounts> log) : IInboxCounters
{
    public void Refused(string device, string reason)
    {
        long count = counters.Count(device.Length == 0 ? "inbox" : $"inbox/{device}", reason);
        if (DeviceLog.IsWorthALine(count))
        {
            DeviceLog.InboxRefused(log, device, reason, count);
        }
    }
}
