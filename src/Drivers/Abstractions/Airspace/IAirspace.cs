using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Abstractions.Airspace;

/// <summary>
/// What the site knows of its air: fences, own aircraft, limits. Drivers show it every fact about a vehicle, also those that are too many to be told;
/// it makes the alarms of that and puts them where readings go, at once.
/// </summary>
public interface IAirspace
{
    /// <summary>Whether a vehicle may be sent there.</summary>
    /// <param name="device">Device id of the vehicle, or of the link that it is on.</param>
    /// <param name="vehicle">Its name.</param>
    /// <param name="to">Where, WGS-84.</param>
    /// <param name="heightM">Metres above the take-off point; null for a vehicle on the ground.</param>
    /// <returns>
    /// Null when it may; else <c>no-fence</c>, <c>bad-position</c>, <c>outside-fence</c>, <c>too-low</c>, <c>too-high</c>, <c>way-leaves-fence</c> or
    /// <c>position-unknown</c>: no believed place of it came in the last 10 s. Where no fence is configured for a vehicle it may be sent nowhere.
    /// </returns>
    string? Forbids(string device, string vehicle, GeoPosition to, double? heightM);

    /// <summary>One more fact about a vehicle of ours. Cheap when nothing comes of it: vehicles tell up to 50 times a second.</summary>
    /// <param name="facts">What is known; nulls mean unchanged.</param>
    /// <param name="sink">Where alarms go; they are entered in order, and an alarm that the disk refused is tried again with the next fact.</param>
    /// <param name="ct">Given up.</param>
    ValueTask SeeAsync(VehicleFacts facts, IReadingSink sink, CancellationToken ct);

    /// <summary>An aircraft that was overheard.</summary>
    /// <param name="from">Of which device's receiver.</param>
    /// <param name="seen">What is known of it so far.</param>
    /// <param name="isPlaceNew">Whether it has just said where it is; an old place with the time of now would be a new one, and what it says next a jump.</param>
    /// <param name="time">When.</param>
    /// <param name="sink">Where alarms go.</param>
    /// <param name="ct">Given up.</param>
    /// <returns>Whether it is one of ours; null when the site does not say which are.</returns>
    ValueTask<bool?> OverhearAsync(VehicleOrigin from, DroneRemoteIdBody seen, bool isPlaceNew, DateTimeOffset time, IReadingSink sink, CancellationToken ct);
}

/// <summary>Whose word it is.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Driver">Name of the driver, for the readings made of it.</param>
public readonly record struct VehicleOrigin(string Device, string Driver);

/// <summary>What one message said of a vehicle. Null: it did not say.</summary>
/// <param name="From">Whose word.</param>
/// <param name="Vehicle">Its name, as in <see cref="VehicleBody.Vehicle"/>.</param>
/// <param name="Time">When, by the gateway's clock.</param>
/// <param name="Source">Name of the message, for the evidence.</param>
public sealed record VehicleFacts(VehicleOrigin From, string Vehicle, DateTimeOffset Time, string Source)
{
    /// <summary>The settings of its device name it: whoever invents vehicles does not take its place.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>False when its link is lost.</summary>
    public bool? Online { get; init; }

    /// <summary>Off the ground. Null for what cannot leave it, such as a robot: a fence then holds it on the ground.</summary>
    public bool? Airborne { get; init; }

    public GeoPosition? Position { get; init; }

    /// <summary>Metres above the take-off point.</summary>
    public double? HeightM { get; init; }

    public double? SpeedMps { get; init; }

    public GeoPosition? Home { get; init; }

    /// <summary>Metres to home, where the vehicle says it itself.</summary>
    public double? HomeDistanceM { get; init; }

    public double? BatteryPercent { get; init; }

    /// <summary>Seconds of flight that are left, by the vehicle's own estimate.</summary>
    public double? RemainingS { get; init; }

    /// <summary>Percent that the way home takes, by the vehicle's own estimate.</summary>
    public double? ReturnPercent { get; init; }

    /// <summary>The serial number that its remote identity bears; who bears it is one of ours and no intruder. Told only of a vehicle that is configured, and only by its own word; one that merely turned up on a link leaves it null.</summary>
    public string? Serial { get; init; }

    /// <summary>It says itself that it is in distress: system state critical or emergency, forced landing.</summary>
    public bool? Distress { get; init; }
}
