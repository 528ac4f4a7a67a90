using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>Standing alarms as versions before this one kept them: one a line, <c>step|alarm|severity|night|since|name</c>. What stood when the gateway was brought up to date still ends.</summary>
internal static class OlderAlarms
{
    private const string Name = "standing";
    private const int Fields = 6;

    /// <summary>What cannot be read is left out: its alarm begins once more, which is better than never.</summary>
    public static IReadOnlyList<StandingAlarm<CabinetAlarm>> Read(IDeviceMemory? memory) =>
        [.. (memory?.Recall(Name) ?? string.Empty).Split('\n').Select(Alarm).OfType<StandingAlarm<CabinetAlarm>>()];

    /// <summary>They are kept in the new way.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; they are taken over once more.</exception>
    public static Task ForgetAsync(IDeviceMemory? memory, CancellationToken ct) =>
        memory?.Recall(Name) is { Length: > 0 } ? memory.RememberAsync(Name, string.Empty, ct) : Task.CompletedTask;

    private static StandingAlarm<CabinetAlarm>? Alarm(string line)
    {
        if (line.Split('|', Fields) is not [var step, var alarm, var severity, var night, var since, var name])
        {
            return null;
        }

        bool right = alarm.Length > 0 && name.Length > 0 && since.Length <= "9999999999999".Length && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out long _);
        return right && Step(step) is { } how ? Alarm(new CabinetAlarm(alarm, name, severity, long.Parse(since, CultureInfo.InvariantCulture), Night(night)), how) : null;
    }

    private static StandingAlarm<CabinetAlarm> Alarm(CabinetAlarm alarm, AlarmStep step) => new(alarm, string.Empty, alarm.Began, step);

    private static AlarmStep? Step(string letter) => letter switch { "b" => AlarmStep.Beginning, "s" => AlarmStep.Stands, "e" => AlarmStep.Ending, _ => null };

    private static bool? Night(string letter) => letter switch { "n" => true, "d" => false, _ => null };
}
