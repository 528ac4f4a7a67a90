using System.Globalization;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>Keeps the standing alarms over restarts: one a line, <c>step|alarm|severity|night|since|name</c>.</summary>
internal sealed class AlarmMemory(IDeviceMemory? memory)
{
    private const string Name = "standing";
    private const int Fields = 6;

    /// <summary>What cannot be read is left out: its alarm begins once more, which is better than never.</summary>
    public IEnumerable<StandingAlarm> Read() => (memory?.Recall(Name) ?? string.Empty).Split('\n').Select(Alarm).OfType<StandingAlarm>();

    /// <summary>Completes when it is on disk.</summary>
    public Task WriteAsync(IEnumerable<StandingAlarm> standing, CancellationToken ct) =>
        memory?.RememberAsync(Name, string.Join('\n', standing.Select(Line)), ct) ?? Task.CompletedTask;

    private static string Line(StandingAlarm alarm) =>
        FormattableString.Invariant($"{Letter(alarm.Step)}|{alarm.Sign.Alarm}|{alarm.Sign.Severity}|{Night(alarm.AtNight)}|{alarm.Since.ToUnixTimeMilliseconds()}|{alarm.Sign.Name}");

    private static StandingAlarm? Alarm(string line)
    {
        if (line.Split('|', Fields) is not [var step, var alarm, var severity, var night, var since, var name])
        {
            return null;
        }

        bool right = alarm.Length > 0 && name.Length > 0 && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out long _) && since.Length <= "9999999999999".Length;
        return right && Step(step) is { } how
            ? new StandingAlarm(new CabinetSign(alarm, name, severity), DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(since, CultureInfo.InvariantCulture)), night switch { "n" => true, "d" => false, _ => null }, how)
            : null;
    }

    private static char Letter(AlarmStep step) => step switch { AlarmStep.Beginning => 'b', AlarmStep.Stands => 's', _ => 'e' };

    private static AlarmStep? Step(string letter) => letter switch { "b" => AlarmStep.Beginning, "s" => AlarmStep.Stands, "e" => AlarmStep.Ending, _ => null };

    private static string Night(bool? night) => night switch { true => "n", false => "d", _ => string.Empty };
}
