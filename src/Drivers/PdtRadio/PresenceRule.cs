namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>How long a registration counts (pdt-radio.md section 5).</summary>
public static class PresenceRule
{
    private static readonly TimeSpan s_leastGrace = TimeSpan.FromSeconds(30);

    /// <summary>A tenth of the time granted, at least half a minute.</summary>
    public static TimeSpan GraceOf(TimeSpan valid) => valid / 10 > s_leastGrace ? valid / 10 : s_leastGrace;

    /// <returns>From when on the presence is unknown.</returns>
    public static DateTimeOffset ValidUntil(DateTimeOffset received, TimeSpan valid) => received + valid + GraceOf(valid);
}
