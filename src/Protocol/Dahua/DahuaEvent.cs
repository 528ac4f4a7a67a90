namespace EdgeGateway.Protocol.Dahua;

/// <summary>One event of either stream, or of the JSON that wraps it (plate-camera.md section 4.1).</summary>
/// <param name="Code">For example <c>TrafficJunction</c>; empty when it says none.</param>
/// <param name="Action"><c>Pulse</c>, <c>Start</c>, <c>Stop</c>; empty when it says none.</param>
/// <param name="Index">Channel from 0.</param>
/// <param name="Data">The fields of the event.</param>
public sealed record DahuaEvent(string Code, string Action, int Index, DahuaNode Data)
{
    /// <summary>The bytes of the part it came in, as received; several events can share a part.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Flag <c>CHARSET_GUESSED</c>.</summary>
    public bool CharsetGuessed { get; init; }

    /// <summary>True on the stream that sends pictures behind each event.</summary>
    public bool PicturesDue { get; init; }

    /// <summary>True when the link ended behind it: more of it may have been under way, and it may come again as a whole.</summary>
    public bool IsCut { get; init; }

    /// <summary>Pictures that came behind it.</summary>
    public IReadOnlyList<DahuaPicture> Pictures { get; init; } = [];

    /// <summary>True when it tells of a vehicle at a moment; the end of a state repeats its beginning.</summary>
    public bool IsPassage =>
        !Action.Equals("Stop", StringComparison.OrdinalIgnoreCase)
        && (Code.Length == 0 || Code.StartsWith("Traffic", StringComparison.OrdinalIgnoreCase))
        && (Data["TrafficCar"].HasChildren || Data["NonMotor"].HasChildren || Data["Vehicle"].HasChildren || Data["Plate"].HasChildren);
}
