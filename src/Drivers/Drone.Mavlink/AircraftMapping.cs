using System.Text;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>From remote identity to what is told of an overheard aircraft (drone.md section 1.9). The identity of its operator, a person, is not among it.</summary>
internal static class AircraftMapping
{
    private const byte SerialNumber = 1;
    private const float UnknownM = -1_000;
    private const int UnknownDirection = 36_000;
    private const int UnknownSpeed = 25_500;
    private const int UnknownClimb = 6_300;

    private static readonly string[] s_idTypes = ["none", "serial", "registration", "utm", "session"];
    private static readonly string[] s_states = ["undeclared", "ground", "airborne", "emergency", "failure"];
    private static readonly string[] s_operators = ["take-off", "live", "fixed"];

    /// <summary>Nothing but who sent it.</summary>
    public static DroneRemoteIdBody Begin(string sender, string otherwise) =>
        new() { Vehicle = sender.Length > 0 ? "mac-" + sender : otherwise, Sender = sender.Length > 0 ? sender : null };

    /// <summary>An aircraft may tell several identities in turn: the first one stays its name, and a serial number is better than any other.</summary>
    public static DroneRemoteIdBody With(DroneRemoteIdBody body, OpenDroneIdBasicId basic)
    {
        bool isName = IsSameSort(body, basic) || (basic.IdType == SerialNumber && Identity(basic) is not null);
        return body with
        {
            Vehicle = isName ? Identity(basic) ?? body.Vehicle : body.Vehicle,
            IdType = isName ? Word(s_idTypes, basic.IdType) : body.IdType,
            VehicleType = UaType(basic.UaType),
        };
    }

    /// <summary>Whether an identity is of the sort that the aircraft is known by, so that another one is another aircraft.</summary>
    public static bool IsSameSort(DroneRemoteIdBody body, OpenDroneIdBasicId basic) => body.IdType is null || body.IdType == s_idTypes[0] || body.IdType == Word(s_idTypes, basic.IdType);

    public static DroneRemoteIdBody With(DroneRemoteIdBody body, OpenDroneIdLocation at)
    {
        var place = MavPlaces.Scaled(at.Latitude, at.Longitude);
        return body with
        {
            Position = place.Position,
            Flags = place.Flag == MavPlaces.BadPosition ? [MavPlaces.BadPosition] : null,
            Status = Word(s_states, at.Status),
            AltitudeEllipsoidM = Metres(at.AltitudeGeodetic),
            AltitudeBarometricM = Metres(at.AltitudeBarometric),
            HeightM = Metres(at.Height),
            HeightFrom = Metres(at.Height) is null ? null : at.HeightReference switch { 0 => "take-off", 1 => "ground", var other => VehicleWords.Raw(other) },
            SpeedMps = at.SpeedHorizontal >= UnknownSpeed ? null : at.SpeedHorizontal / 100.0,
            ClimbMps = Math.Abs((int)at.SpeedVertical) >= UnknownClimb ? null : at.SpeedVertical / 100.0,
            CourseDeg = at.Direction >= UnknownDirection ? null : at.Direction / 100.0,
        };
    }

    public static DroneRemoteIdBody With(DroneRemoteIdBody body, OpenDroneIdSelfId self) => body with { Description = self.Description.Length > 0 ? self.Description : null };

    public static DroneRemoteIdBody With(DroneRemoteIdBody body, OpenDroneIdSystem system)
    {
        var place = MavPlaces.Scaled(system.OperatorLatitude, system.OperatorLongitude).Position;
        return body with { Operator = place, OperatorFrom = place is null ? null : Word(s_operators, system.OperatorLocationType) };
    }

    /// <summary>All that a pack says.</summary>
    public static DroneRemoteIdBody With(DroneRemoteIdBody body, RemoteIdPack pack)
    {
        body = pack.BasicIds.Aggregate(body, With);
        body = pack.Location is { } location ? With(body, location) : body;
        body = pack.SelfId is { } self ? With(body, self) : body;
        return pack.System is { } system ? With(body, system) : body;
    }

    /// <summary>The address in hex, without the zeros that fill it up; empty when there is none.</summary>
    public static string Sender(ReadOnlyMemory<byte> idOrMac)
    {
        int end = idOrMac.Span.LastIndexOfAnyExcept((byte)0) + 1;
        return end == 0 ? string.Empty : Convert.ToHexStringLower(idOrMac.Span[..Math.Max(end, Math.Min(idOrMac.Length, 6))]);
    }

    /// <summary>A text where it is one; a UUID or session is not and goes as hex.</summary>
    public static string? Identity(OpenDroneIdBasicId basic)
    {
        int end = basic.UasId.Span.LastIndexOfAnyExcept((byte)0) + 1;
        var id = basic.UasId.Span[..end];
        return end == 0 ? null : id.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0 ? Encoding.ASCII.GetString(id) : "0x" + Convert.ToHexStringLower(id);
    }

    private static string UaType(byte type) => type switch
    {
        1 => VehicleWords.FixedWing,
        2 => VehicleWords.Multirotor,
        4 => VehicleWords.Vtol,
        _ => VehicleWords.Raw(type),
    };

    private static string Word(string[] words, byte number) => number < words.Length ? words[number] : VehicleWords.Raw(number);

    /// <summary>Also null for NaN and infinity.</summary>
    private static double? Metres(float metres) => metres > UnknownM && float.IsFinite(metres) ? Math.Round(metres, 2) : null;
}
