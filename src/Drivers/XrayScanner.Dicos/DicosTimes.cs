using EdgeGateway.Protocol.Dicos;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>The times of one object, with their zone.</summary>
/// <param name="Time">Of the reading: decision, else report or picture, else scan, else receipt.</param>
/// <param name="From">The device, or the gateway when no time of the device is usable.</param>
/// <param name="Scan">Begin of the scan.</param>
/// <param name="Decision">When it was decided.</param>
/// <param name="Text">The device's own text for the time where it is doubted or its zone was assumed, else null.</param>
/// <param name="Flags">What is doubtful.</param>
internal sealed record DicosTimes(DateTimeOffset Time, TimeOrigin From, DateTimeOffset? Scan, DateTimeOffset? Decision, string? Text, IReadOnlyList<string> Flags)
{
    public static DicosTimes Of(DicosHeader header, DicosMoment? decision, TimeSpan zone, DateTimeOffset received)
    {
        // Dates name no zone of their own; a decision that names one was made by the same clock.
        var told = header.Zone ?? decision?.Offset;
        var of = told ?? zone;
        DicosMoment?[] candidates = [decision, header.ContentTime, header.ScanTime];
        var flags = new List<string>();
        if (candidates.Any(moment => moment is { Local: null }))
        {
            flags.Add("TIME_FORMAT");
        }

        var chosen = candidates.FirstOrDefault(moment => moment?.At(of) is not null);
        var (scan, decided) = (header.ScanTime?.At(of), decision?.At(of));
        if (chosen?.At(of) is not { } time)
        {
            return new DicosTimes(received, TimeOrigin.Gateway, scan, decided, candidates.FirstOrDefault(moment => moment is not null)?.Text, flags);
        }

        if (told is null)
        {
            flags.Add("ZONE_ASSUMED");
        }

        // Files wait for the share to come back: an old time is no sign of a wrong zone, a future one is always wrong.
        flags.AddRange(ClockDoubt.Flags(time, received, history: true));
        return new DicosTimes(time, TimeOrigin.Device, scan, decided, flags.Count > 0 ? chosen.Text : null, flags);
    }
}
