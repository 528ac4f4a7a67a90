using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Cabinet;

/// <summary>The cabinet in which the gateway lives, one message a round.</summary>
public sealed record CabinetStateBody : ReadingBody
{
    public const string KindName = "cabinet.state";

    [JsonIgnore]
    public override string Kind => KindName;

    public IReadOnlyList<CabinetTemperature>? Temperatures { get; init; }

    public IReadOnlyList<CabinetFan>? Fans { get; init; }

    /// <summary>Contacts such as doors and tamper switches.</summary>
    public IReadOnlyList<CabinetContact>? Contacts { get; init; }

    /// <summary>Whether the mains are there; null when nothing tells.</summary>
    public bool? MainsPresent { get; init; }

    public IReadOnlyList<UpsState>? Supplies { get; init; }
}

/// <param name="Name">As the site names it.</param>
/// <param name="TemperatureC">Null when the sensor cannot be read.</param>
public sealed record CabinetTemperature(string Name, double? TemperatureC);

/// <param name="Name">As the site names it.</param>
/// <param name="Rpm">Turns a minute; null when the sensor cannot be read.</param>
public sealed record CabinetFan(string Name, int? Rpm);

/// <param name="Name">As the site names it, for example <c>door</c>.</param>
/// <param name="Open">Null when it cannot be read.</param>
public sealed record CabinetContact(string Name, bool? Open);

/// <summary>A UPS or battery.</summary>
/// <param name="Name">As its server or the system names it.</param>
/// <param name="Status">The server's own words, for example <c>OL CHRG</c>, <c>OB LB</c>, <c>Discharging</c>.</param>
/// <param name="OnBattery">Null when unknown.</param>
/// <param name="LowBattery">Null when unknown.</param>
/// <param name="ChargePercent">0 to 100.</param>
/// <param name="RuntimeS">Seconds that the battery still lasts.</param>
/// <param name="InputVoltageV">Of the mains.</param>
/// <param name="OutputVoltageV">Of the UPS.</param>
/// <param name="LoadPercent">Of what it can carry.</param>
/// <param name="TemperatureC">Of the UPS.</param>
/// <param name="ReplaceBattery">It asks for a new battery.</param>
public sealed record UpsState(
    string Name,
    string? Status = null,
    bool? OnBattery = null,
    bool? LowBattery = null,
    double? ChargePercent = null,
    double? RuntimeS = null,
    double? InputVoltageV = null,
    double? OutputVoltageV = null,
    double? LoadPercent = null,
    double? TemperatureC = null,
    bool? ReplaceBattery = null);
