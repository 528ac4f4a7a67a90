namespace EdgeGateway.Sim.Twins.PlateCamera.Dahua;

/// <summary>
/// What a Dahua camera lets vary beside what all plate cameras do (plate-camera.md sections 4 and 10). The defaults are a
/// well-behaved camera.
/// </summary>
public sealed record DahuaProfile
{
    /// <summary>Writes RealUTC; without it only UTC and the wall clock tell the time.</summary>
    public bool RealUtc { get; init; } = true;

    /// <summary>Writes the local wall time into UTC as if it were an epoch (F14).</summary>
    public bool LocalAsUtc { get; init; }

    /// <summary>Writes LocaleTime.</summary>
    public bool LocaleTime { get; init; } = true;

    /// <summary>Number of the leftmost lane on the streams, 0 or 1; pushes count from 1.</summary>
    public int LaneBase { get; init; }

    /// <summary>Writes lines that say nothing between the others.</summary>
    public bool JunkLines { get; init; }

    /// <summary>Leaves the line ends out of the headers of the first picture.</summary>
    public bool GluedHeaders { get; init; }

    /// <summary>Believes only an answer with a true result (F9); else HTTP 200 is enough.</summary>
    public bool ExpectsTrue { get; init; } = true;

    /// <summary>Keeps everything as files to be searched for; what finds no stream is only there, instead of being replayed.</summary>
    public bool KeepsFiles { get; init; }
}
