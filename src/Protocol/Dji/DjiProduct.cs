using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>What a device is (drone.md section 2.4).</summary>
/// <param name="Domain"><c>0</c> aircraft, <c>2</c> remote controller, <c>3</c> dock; null in the older form.</param>
/// <param name="Type">Product number.</param>
/// <param name="SubType">Its variant.</param>
public readonly record struct DjiProduct(string? Domain, int? Type, int? SubType)
{
    public const string AircraftDomain = "0";
    public const string ControllerDomain = "2";
    public const string DockDomain = "3";

    private static readonly Dictionary<(int Type, int SubType), (string Domain, string Name)> s_known = new()
    {
        [(89, 0)] = (AircraftDomain, "Matrice 350 RTK"),
        [(60, 0)] = (AircraftDomain, "Matrice 300 RTK"),
        [(67, 0)] = (AircraftDomain, "Matrice 30"),
        [(67, 1)] = (AircraftDomain, "Matrice 30T"),
        [(91, 0)] = (AircraftDomain, "Matrice 3D"),
        [(91, 1)] = (AircraftDomain, "Matrice 3TD"),
        [(77, 0)] = (AircraftDomain, "Mavic 3E"),
        [(77, 1)] = (AircraftDomain, "Mavic 3T"),
        [(1, 0)] = (DockDomain, "DJI Dock"),
        [(2, 0)] = (DockDomain, "DJI Dock 2"),
        [(119, 0)] = (ControllerDomain, "RC Plus"),
        [(144, 0)] = (ControllerDomain, "RC Pro Enterprise"),
        [(56, 0)] = (ControllerDomain, "Smart Controller Enterprise"),
    };

    /// <summary>As the vendor calls it; <c>domain-type-subtype</c> where no name is known; null when nothing is.</summary>
    public string? Name => Known is { } known && (Domain is null || Domain == known.Domain) ? known.Name : Type is null ? null : Key;

    /// <summary>As <c>device_model_key</c> writes it, for example <c>0-67-0</c>.</summary>
    public string Key => FormattableString.Invariant($"{Domain ?? Known?.Domain ?? "?"}-{Type}-{SubType}");

    private (string Domain, string Name)? Known => Type is { } type && s_known.TryGetValue((type, SubType ?? 0), out var known) ? known : null;

    /// <param name="device">An object with <c>domain</c>, <c>type</c> and <c>sub_type</c>.</param>
    public static DjiProduct Of(JsonElement device) => new(device.Text("domain"), device.Whole("type"), device.Whole("sub_type"));

    /// <param name="key"><c>domain-type-subtype</c>.</param>
    /// <returns>All null when it is not of that form.</returns>
    public static DjiProduct OfKey(string? key) =>
        key?.Split('-') is [var domain, var type, var sub] && int.TryParse(type, out int number) && int.TryParse(sub, out int variant) ? new DjiProduct(domain, number, variant) : default;
}
