namespace EdgeGateway.Sim.Radio;

/// <summary>
/// Where a radio is and how it moves, in the units of the wire (pdt-radio.md section 6.1), so that the truth is exactly
/// what the wire can say.
/// </summary>
/// <param name="Latitude">Ten-thousandths of a minute, north positive.</param>
/// <param name="Longitude">The same, east positive.</param>
/// <param name="KnotTenths">Speed over ground.</param>
/// <param name="CourseDeg">0 to 359.</param>
public readonly record struct RadioPlace(int Latitude, int Longitude, int KnotTenths, int CourseDeg)
{
    private const decimal TicksPerDegree = 600_000m;

    public static int Ticks(double degrees) => (int)Math.Round(degrees * 600_000);

    public decimal LatitudeDeg => Math.Round(Latitude / TicksPerDegree, 6);

    public decimal LongitudeDeg => Math.Round(Longitude / TicksPerDegree, 6);

    /// <summary>Of the three characters that the wire has for it.</summary>
    public decimal Knots => KnotTenths < 100 ? KnotTenths / 10m : KnotTenths / 10;
}
