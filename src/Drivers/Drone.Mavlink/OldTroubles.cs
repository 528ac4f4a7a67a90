using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>
/// Troubles that an earlier version has told and remembered in a form of its own, <c>system/sort/name=code</c> with semicolons between them: taken over once, or
/// each would begin a second time behind the update.
/// </summary>
internal static class OldTroubles
{
    private const string Name = "troubles";

    /// <summary>It told no message that began them.</summary>
    private const string Mark = "earlier";

    /// <summary>Completes when they are on disk as standing alarms; a crash in between leaves the old form, which is then read once more.</summary>
    /// <param name="context">Memory and clock.</param>
    /// <param name="nameOf">Name of a vehicle by its id.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses: not now.</exception>
    public static async Task TakeOverAsync(DriverContext context, Func<byte, string> nameOf, CancellationToken ct)
    {
        if (context.Memory?.Recall(Name) is not { Length: > 0 } old)
        {
            return;
        }

        long now = context.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var memory = new AlarmMemory<VehicleAlarm>(context.Memory, VehicleAlarmJson.Default.StandingAlarmVehicleAlarmArray);
        var standing = memory.Read();
        var taken = old.Split(';').Select(one => Read(one, nameOf)).OfType<VehicleAlarm>().Where(alarm => !standing.Any(one => one.Is(alarm)));
        var all = standing.Concat(taken.Select(alarm => new StandingAlarm<VehicleAlarm>(alarm, Mark, now, AlarmStep.Stands))).Take(VehicleAlarms.Most);
        await memory.WriteAsync([.. all], ct).ConfigureAwait(false);
        await context.Memory.RememberAsync(Name, string.Empty, ct).ConfigureAwait(false);
    }

    /// <returns>Null for what cannot be read: it begins once more, which is better than never.</returns>
    private static VehicleAlarm? Read(string one, Func<byte, string> nameOf) =>
        one.Split('=') is not [var place, var code] || place.Split('/', 3) is not [var id, var sort, var name] || !byte.TryParse(id, CultureInfo.InvariantCulture, out byte system) ? null
        : sort switch
        {
            TroubleAlarms.Sensor => TroubleAlarms.OfSensor(system, name, nameOf(system), null),
            TroubleAlarms.Battery => TroubleAlarms.OfBattery(system, name, code, nameOf(system), null),
            _ => null,
        };
}
