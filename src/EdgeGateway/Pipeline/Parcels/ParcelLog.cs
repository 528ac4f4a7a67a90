using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>Log events of joining, 2160 to 2199.</summary>
internal static partial class ParcelLog
{
    [LoggerMessage(2160, LogLevel.Information, "parcels: {Stations} stations; {Open} records go on, {Closed} closed ones are kept")]
    public static partial void Loaded(ILogger log, int stations, int open, int closed);

    [LoggerMessage(2161, LogLevel.Error, "parcels: record {Number} on disk cannot be read by this version and is given up")]
    public static partial void Unreadable(ILogger log, long number);

    [LoggerMessage(2162, LogLevel.Error, "parcels: the disk does not take a record; it is tried again")]
    public static partial void NotWritten(ILogger log, Exception failure);

    [LoggerMessage(2163, LogLevel.Warning, "parcels: station {Station} has more than {Most} open records; the oldest are made final, {Times} so far")]
    public static partial void Crowded(ILogger log, string station, int most, long times);

    [LoggerMessage(2164, LogLevel.Error, "parcels: a look at the open records failed, {Times} so far; the next one follows")]
    public static partial void StepFailed(ILogger log, long times, Exception failure);
}
