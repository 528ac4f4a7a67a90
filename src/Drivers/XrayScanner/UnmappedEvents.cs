using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>
/// Events that no entry of the map takes: each type is told once a day by the names and sorts of its values, without a value, so
/// that an integrator can write the map and nobody's data leaves the device. Kept over reconnects.
/// </summary>
public sealed class UnmappedEvents
{
    /// <summary>More types than that are not told apart: a device that makes up new ones has the gateway say so once.</summary>
    public const int MostTypes = 16;

    /// <summary>Longest outline, in characters.</summary>
    public const int LongestOutline = 2000;

    internal const string What = "unmapped-event";

    private static readonly TimeSpan s_again = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _told = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>What to tell; null when this type has been told.</returns>
    internal Reading? Tell(InspectionEvent @event, InspectionPlace place, DateTimeOffset now)
    {
        string type = Shown(@event.Type);
        lock (_gate)
        {
            bool known = _told.TryGetValue(type, out var last);
            if (known ? now - last < s_again && now >= last : _told.Count >= MostTypes)
            {
                return null;
            }

            _told[type] = now;
        }

        return Reading(type, BodyOutline.Write(@event.Body, LongestOutline), place, now);
    }

    /// <summary>It could not be kept.</summary>
    /// <param name="type">As in the reading.</param>
    internal void Forget(string type)
    {
        lock (_gate)
        {
            _told.Remove(type);
        }
    }

    private static Reading Reading(string type, string outline, InspectionPlace place, DateTimeOffset now)
    {
        var advice = Advice(type, outline);
        return new Reading
        {
            Device = place.Device,
            Driver = place.Driver,
            Lane = Lane.Event,
            Time = now,
            TimeFrom = TimeOrigin.Gateway,
            Received = now,
            Body = new DeviceStatusBody
            {
                What = What,
                State = "begins",
                Since = now,
                From = "readings",
                Severity = "notice",
                Category = "software",
                Level = type,
                Advice = advice.En,
                AdviceZh = advice.Zh,
                Source = new SourceInfo(FormattableString.Invariant($"unmapped/{type}/{now.ToUnixTimeMilliseconds():x}")),
            },
        };
    }

    private static Words Advice(string type, string outline) => new(
        $"No entry of the map takes events of type {type}. Write one, or name it in \"ignore\". Names and sorts of its values: {outline}",
        $"映射中没有处理 {type} 类型事件的条目。请编写一条，或在 \"ignore\" 中列出。其各值的名称和类型：{outline}");

    // A type is a word of the device; anything else is not repeated.
    private static string Shown(string type) => type.Length > 0 && type.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') && type.Count(char.IsAsciiDigit) <= 6 ? type : "?";
}
