using EdgeGateway.Configuration;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>How the forwarder paces itself.</summary>
public sealed record ForwarderLimits
{
    /// <summary>Readings taken from the store at a time; default 256.</summary>
    public int Page { get; init; } = 256;

    /// <summary>Which pictures travel; default all.</summary>
    public MediaMode Media { get; init; } = MediaMode.All;

    /// <summary>How long a topic that nobody listens to is kept before it is tried again; default 5 s.</summary>
    public TimeSpan Unheard { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest such wait for pictures, which are large: it is doubled each time; default 60 s.</summary>
    public TimeSpan UnheardMost { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a topic that we may not write to is left alone; default 5 min.</summary>
    public TimeSpan Barred { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>First pause after a quota or an unnamed error, doubled each time; default 1 s, at most 5 min.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest such pause; default 5 min.</summary>
    public TimeSpan PauseMost { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A message without an answer for this long means that the broker accepts and never acknowledges: the link is ended; default 30 s.</summary>
    public TimeSpan AckTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
