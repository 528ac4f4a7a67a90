namespace EdgeGateway.Sim.Sensors;

/// <summary>How busy a hall is, and how warm: both depend on the hour.</summary>
public static class DayCurve
{
    /// <param name="hour">0 to 24, local.</param>
    /// <returns>0 at night; 1 in the busiest hour, at ten; a smaller hill at three in the afternoon.</returns>
    public static double Crowd(double hour) => hour is < 8 or > 18 ? 0 : Math.Max(Hill(hour, 10, 2), 0.7 * Hill(hour, 15, 2.5));

    /// <param name="hour">0 to 24, local.</param>
    /// <returns>Degrees Celsius, coldest at five in the morning.</returns>
    public static double Warmth(double hour) => 20 - (6 * Math.Cos((hour - 5) / 24 * 2 * Math.PI));

    private static double Hill(double hour, double top, double width) => Math.Exp(-Math.Pow((hour - top) / width, 2));
}
