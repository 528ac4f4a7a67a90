using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>Log events of the airspace, 2200 to 2229.</summary>
internal static partial class AirLog
{
    [LoggerMessage(2200, LogLevel.Error, "airspace: the disk does not take alarm {Alarm} of {Vehicle}, {Times} times so far; it is tried again")]
    public static partial void NotTold(ILogger log, string alarm, string vehicle, long times, Exception failure);

    [LoggerMessage(2201, LogLevel.Error, "airspace: {Most} alarms stand; more wait until one of them ends, {Times} times so far")]
    public static partial void Crowded(ILogger log, int most, long times);

    [LoggerMessage(2202, LogLevel.Warning, "airspace: more than {Most} vehicles or aircraft at one time; the longest silent is forgotten, {Times} so far")]
    public static partial void Forgotten(ILogger log, int most, long times);

    [LoggerMessage(2203, LogLevel.Warning, "airspace: {Vehicle} tells places that it cannot have reached, {Times} so far")]
    public static partial void Jumps(ILogger log, string vehicle, long times);

    [LoggerMessage(2204, LogLevel.Information, "airspace: {Fences} fences; {Standing} alarms of the last run stand")]
    public static partial void Loaded(ILogger log, int fences, int standing);

    [LoggerMessage(2205, LogLevel.Error, "airspace: a look at the vehicles failed, {Times} so far; the next one follows")]
    public static partial void StepFailed(ILogger log, long times, Exception failure);
}
