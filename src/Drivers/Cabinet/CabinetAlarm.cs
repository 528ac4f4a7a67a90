using System.Text.Json.Serialization;
using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>An alarm of a cabinet or a UPS that begins and ends.</summary>
/// <param name="Alarm">One of <see cref="CabinetAlarms"/>.</param>
/// <param name="Name">Which door, sensor or supply.</param>
/// <param name="Severity">One of <see cref="CabinetSeverity"/>.</param>
/// <param name="Began">In milliseconds since 1970 by the gateway's clock; it names the alarm for ever, its end too.</param>
/// <param name="AtNight">Null in a memory that does not tell.</param>
internal sealed record CabinetAlarm(string Alarm, string Name, string Severity, long Began, bool? AtNight) : IAlarmIdentity
{
    /// <summary>All of a device are told apart by what and which.</summary>
    public const string OfDevice = "cabinet";

    [JsonIgnore]
    public string Scope => OfDevice;

    [JsonIgnore]
    public string Key => $"{Alarm}/{Name}";

    /// <summary>What it is called.</summary>
    public string NativeId(bool begins) => FormattableString.Invariant($"{Alarm}/{Name}/{Began}/{(begins ? "begins" : "ends")}");
}
