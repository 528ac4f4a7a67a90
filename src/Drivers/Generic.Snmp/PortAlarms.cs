using EdgeGateway.Protocol.Privacy;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>
/// Which important ports stand as down. A port is down by its own word, or because a table that was told to its end has it no more; where neither can be
/// said its alarm stays as it was. An alarm keeps its name while it stands, also when the port comes back under another one.
/// </summary>
/// <param name="important">As the settings name them.</param>
internal sealed class PortAlarms(IReadOnlyList<string> important)
{
    public const string Scope = "ports";

    private const string PortDown = "port-down";
    private const string Severity = "major";

    /// <summary>Behind a name of which something was masked: its place in the settings, so that it is unlike the others.</summary>
    private const int RoomForPlace = 4;

    /// <param name="ports">All that are watched.</param>
    /// <param name="answers">Of this round.</param>
    /// <param name="standing">What stood before it.</param>
    /// <returns>What stands now.</returns>
    public IReadOnlyList<SensorAlarm> Look(IReadOnlyList<PortFacts> ports, SwitchAnswers answers, IReadOnlyList<SensorAlarm> standing) =>
        [.. important.SelectMany((name, place) => Of(name, Shown(name, place), ports, answers, standing)).DistinctBy(alarm => alarm.Key)];

    private static IEnumerable<SensorAlarm> Of(string name, string shown, IReadOnlyList<PortFacts> ports, SwitchAnswers answers, IReadOnlyList<SensorAlarm> standing)
    {
        PortFacts[] here = [.. ports.Where(port => port.IsNamed([name]))];
        SensorAlarm[] before = [.. standing.Where(alarm => string.Equals(alarm.Setting, shown, StringComparison.OrdinalIgnoreCase))];

        // Of a row that is gone, or that had another name.
        var strays = new Queue<SensorAlarm>(before.Where(alarm => here.All(port => port.Label != alarm.Name)));
        foreach (var port in here.Where(port => port.IsUp != true))
        {
            var same = Array.Find(before, alarm => alarm.Name == port.Label);
            if (same is not null || strays.TryDequeue(out same))
            {
                yield return same;
            }
            else if (port.IsUp == false)
            {
                yield return new SensorAlarm(Scope, PortDown, Severity, port.Label, Setting: shown);
            }
        }

        if (here.Length == 0 && before.Length == 0 && answers.KnowsAbsent)
        {
            yield return new SensorAlarm(Scope, PortDown, Severity, shown, Setting: shown);
        }

        while ((here.Length == 0 || !answers.Ports.IsWhole) && strays.TryDequeue(out var stray))
        {
            yield return stray;
        }
    }

    private static string Shown(string name, int place)
    {
        string? shown = ScrubbedText.Of(name, PortFacts.LongestName - RoomForPlace);
        return shown == name ? shown : FormattableString.Invariant($"{shown}#{place + 1}");
    }
}
