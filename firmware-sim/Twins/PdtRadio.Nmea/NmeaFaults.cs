namespace EdgeGateway.Sim.Twins.PdtRadio.Nmea;

/// <summary>What goes wrong by itself (pdt-radio.md section 15). Counts: every so many fixes, 0 for never. Shares: of all sentences, 0 to 1.</summary>
public sealed record NmeaFaults
{
    /// <summary>Q11: a fix without time and date.</summary>
    public int NoTime { get; init; }

    /// <summary>Q11: a fix where latitude and longitude are zero.</summary>
    public int Zero { get; init; }

    /// <summary>No fix at all: status V, the clock goes on.</summary>
    public int NoFix { get; init; }

    /// <summary>Q12: the clock is 1024 weeks behind, always.</summary>
    public bool Weeks { get; init; }

    /// <summary>Q14: bytes that mean nothing in front of a sentence.</summary>
    public double Noise { get; init; }

    /// <summary>Q14: a sentence that breaks off; the whole one follows.</summary>
    public double Cut { get; init; }

    /// <summary>Q14: a sentence without its line end, so that the next one stands behind it.</summary>
    public double Merged { get; init; }

    /// <summary>A copy with a wrong checksum in front of the right one.</summary>
    public double BadChecksum { get; init; }
}
