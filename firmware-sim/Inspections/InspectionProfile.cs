namespace EdgeGateway.Sim.Inspections;

/// <summary>How a scanner talks and what it gets wrong. The defaults are a good one.</summary>
public sealed record InspectionProfile
{
    public InspectionDialect Dialect { get; init; }

    /// <summary>Between two signs of life.</summary>
    public TimeSpan HeartbeatPeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes that are written at a time on a stream; 0 for a message at a time.</summary>
    public int Chunk { get; init; }

    /// <summary>Whether pictures come with parcels.</summary>
    public bool Pictures { get; init; } = true;

    /// <summary>Of every so many parcels one is told twice; 0 for none.</summary>
    public int RepeatEvery { get; init; }

    /// <summary>Before every so many parcels comes an event of a type that nobody has mapped; 0 for none.</summary>
    public int UnknownEvery { get; init; }

    /// <summary>Before every so many parcels comes a body that breaks off; 0 for none.</summary>
    public int BrokenEvery { get; init; }

    /// <summary>The link is up that long; zero: always.</summary>
    public TimeSpan UpFor { get; init; }

    /// <summary>And then down that long.</summary>
    public TimeSpan DownFor { get; init; }

    /// <summary>Between two attempts to tell what could not be told.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(200);
}
