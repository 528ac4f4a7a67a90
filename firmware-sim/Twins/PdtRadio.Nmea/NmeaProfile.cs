namespace EdgeGateway.Sim.Twins.PdtRadio.Nmea;

/// <summary>How a satellite receiver talks and what it gets wrong. The defaults are a good one that is carried around a square.</summary>
public sealed record NmeaProfile
{
    /// <summary>24-bit id of the radio that the gateway's settings name for it; 0 for none. Not on the wire.</summary>
    public int Radio { get; init; }

    /// <summary>Two letters, such as GN, GP or BD.</summary>
    public string Talker { get; init; } = "GN";

    /// <summary>Between two fixes, whole milliseconds.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether GGA follows RMC.</summary>
    public bool Gga { get; init; } = true;

    /// <summary>Middle of its way, degrees.</summary>
    public double Lat { get; init; } = 23.1291;

    public double Lon { get; init; } = 113.2644;

    /// <summary>Of its way around it.</summary>
    public double RadiusM { get; init; } = 500;

    /// <summary>Knots.</summary>
    public double Speed { get; init; } = 20;

    public NmeaFaults Faults { get; init; } = new();
}
