using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>One command as the protocol has it (drone.md section 1.6).</summary>
/// <param name="Command">MAV_CMD.</param>
internal sealed record MavOrder(ushort Command)
{
    public const ushort ReturnToLaunch = 20;
    public const ushort SetMode = 176;
    public const ushort Reposition = 192;
    public const ushort PauseContinue = 193;
    public const ushort SetMessageInterval = 511;
    public const ushort RequestMessage = 512;
    public const ushort ImageStartCapture = 2000;

    public float Param1 { get; init; }

    public float Param2 { get; init; }

    public float Param3 { get; init; }

    public float Param4 { get; init; }

    /// <summary>Where; such a command travels in COMMAND_INT and in nothing else, since COMMAND_LONG does not say what an altitude counts from.</summary>
    public MavOrderPlace? Place { get; init; }

    public CommandLong ToLong(MavTarget to, byte confirmation) =>
        new(Param1, Param2, Param3, Param4, 0, 0, 0, Command, to.System, to.Component, confirmation);

    public CommandInt ToInt(MavTarget to) => new(
        Param1, Param2, Param3, Param4, Place?.X ?? 0, Place?.Y ?? 0, Place?.Z ?? 0, Command, to.System, to.Component, Place?.Frame ?? 0, 0, 0);
}

/// <param name="X">Latitude, 1e-7 degrees.</param>
/// <param name="Y">Longitude, 1e-7 degrees.</param>
/// <param name="Z">Altitude in metres.</param>
/// <param name="Frame">What the altitude counts from: <see cref="Global"/> or <see cref="Relative"/>.</param>
internal sealed record MavOrderPlace(int X, int Y, float Z, byte Frame)
{
    /// <summary>Mean sea level.</summary>
    public const byte Global = 0;

    /// <summary>The point of take-off.</summary>
    public const byte Relative = 3;
}

/// <param name="System">System id.</param>
/// <param name="Component">Component id.</param>
internal readonly record struct MavTarget(byte System, byte Component);

/// <summary>How a command ended.</summary>
/// <param name="Result">MAV_RESULT; null when nothing came, or the last word was that it is under way.</param>
/// <param name="Sends">How often it was sent in the carrier that was answered.</param>
/// <param name="WasUnderWay">Whether it was said to be under way.</param>
/// <param name="Forbidden">Why it was not sent, or not once more.</param>
internal readonly record struct MavOrderEnd(byte? Result, int Sends, bool WasUnderWay, string? Forbidden = null);

/// <summary>MAV_RESULT (drone.md section 1.6).</summary>
internal static class MavResults
{
    public const byte Accepted = 0;
    public const byte TemporarilyRejected = 1;
    public const byte Denied = 2;
    public const byte Unsupported = 3;
    public const byte Failed = 4;
    public const byte InProgress = 5;
    public const byte Cancelled = 6;
    public const byte LongOnly = 7;
    public const byte IntOnly = 8;
    public const byte UnsupportedFrame = 9;
    public const byte NotInControl = 10;

    /// <returns>Null for what is no refusal, or not known.</returns>
    public static string? Word(byte result) => result switch
    {
        TemporarilyRejected => "temporarily-rejected",
        Denied => "denied",
        Unsupported => "unsupported",
        Failed => "failed",
        Cancelled => "cancelled",
        LongOnly or IntOnly => "other-carrier",
        UnsupportedFrame => "unsupported-frame",
        NotInControl => "not-in-control",
        _ => null,
    };
}
