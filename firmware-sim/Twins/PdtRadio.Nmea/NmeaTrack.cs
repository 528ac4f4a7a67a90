namespace EdgeGateway.Sim.Twins.PdtRadio.Nmea;

/// <summary>A circle, driven clockwise at one speed. A pure function of the moment.</summary>
public sealed class NmeaTrack(NmeaProfile profile)
{
    private const double MetresPerDegree = 111_320;
    private const double MetresPerSecondPerKnot = 1852.0 / 3600;
    private static readonly TimeSpan s_rollover = TimeSpan.FromDays(1024 * 7);

    /// <param name="now">True time of the fix.</param>
    /// <param name="clockStep">Added to the receiver's clock.</param>
    /// <param name="oddity">What is wrong with it.</param>
    public NmeaMoment At(DateTimeOffset now, TimeSpan clockStep, NmeaOddity oddity)
    {
        double period = 2 * Math.PI * profile.RadiusM / (profile.Speed * MetresPerSecondPerKnot);
        double turn = now.ToUnixTimeMilliseconds() / 1000.0 / period % 1;
        double angle = 2 * Math.PI * turn;
        double lat = profile.Lat + (profile.RadiusM * Math.Cos(angle) / MetresPerDegree);
        double lon = profile.Lon + (profile.RadiusM * Math.Sin(angle) / MetresPerDegree / Math.Cos(profile.Lat * Math.PI / 180));
        var told = now + clockStep - (profile.Faults.Weeks ? s_rollover : TimeSpan.Zero);
        return new NmeaMoment(now, told, Ticks(lat), Ticks(lon), (int)Math.Round(profile.Speed * 10), (int)(((turn * 3600) + 900) % 3600), oddity);
    }

    private static int Ticks(double degrees) => (int)Math.Round(degrees * 600_000);
}
