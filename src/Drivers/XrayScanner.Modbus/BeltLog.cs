using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

internal static partial class BeltLog
{
    [LoggerMessage(1490, LogLevel.Information, "{Device}: {Unit} counts parcels anew, for the {Generation}. time")]
    public static partial void CounterBegan(ILogger log, string device, string unit, long generation);
}
