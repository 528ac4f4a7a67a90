using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>What a technician wants to see of a library.</summary>
internal static partial class LibraryLog
{
    [LoggerMessage(1250, LogLevel.Information, "Registered at the library {Device} as {DeviceId}")]
    public static partial void Registered(ILogger log, string device, string deviceId);

    [LoggerMessage(1251, LogLevel.Information, "Subscribed to the library {Device} until {EndTime}; it notifies {ReceiveAddr}")]
    public static partial void Subscribed(ILogger log, string device, string endTime, string receiveAddr);

    [LoggerMessage(1252, LogLevel.Information, "The library {Device} has put {Put} entries and withdrawn {Withdrawn}; {Refused} were refused")]
    public static partial void Dispositions(ILogger log, string device, int put, int withdrawn, int refused);

    [LoggerMessage(1253, LogLevel.Warning, "A notice about {DispositionId} must not go to {Address}: write its host under notifyHosts, or have the library changed")]
    public static partial void AddressNotAllowed(ILogger log, string dispositionId, string address);
}
