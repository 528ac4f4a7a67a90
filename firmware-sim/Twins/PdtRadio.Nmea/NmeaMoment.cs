namespace EdgeGateway.Sim.Twins.PdtRadio.Nmea;

/// <summary>One fix, in the units of the wire, so that the truth is exactly what the wire can say.</summary>
/// <param name="True">When it is.</param>
/// <param name="Told">What the receiver's clock says.</param>
/// <param name="Latitude">Ten-thousandths of a minute, north positive.</param>
/// <param name="Longitude">The same, east positive.</param>
/// <param name="KnotTenths">Over ground.</param>
/// <param name="CourseTenths">0 to 3599.</param>
/// <param name="Oddity">What is wrong with it.</param>
public sealed record NmeaMoment(DateTimeOffset True, DateTimeOffset Told, int Latitude, int Longitude, int KnotTenths, int CourseTenths, NmeaOddity Oddity)
{
    private const decimal TicksPerDegree = 600_000m;

    public bool HasFix => Oddity != NmeaOddity.NoFix;

    public bool HasTime => Oddity != NmeaOddity.NoTime;

    /// <summary>Whether a reading of it has a place.</summary>
    public bool HasPlace => Oddity is NmeaOddity.None or NmeaOddity.NoTime;

    public decimal LatitudeDeg => Math.Round(Latitude / TicksPerDegree, 6);

    public decimal LongitudeDeg => Math.Round(Longitude / TicksPerDegree, 6);

    public decimal SpeedKmh => Math.Round(KnotTenths / 10m * 1.852m, 2);
}
