namespace EdgeGateway.Protocol.Geo;

/// <summary>Shortest ways on the ellipsoid of WGS-84, by the formulae of T. Vincenty (Survey Review XXIII 176, 1975); good to a millimetre.</summary>
public static class Geodesic
{
    internal const double EquatorM = 6_378_137;
    internal const double Flattening = 1 / 298.257223563;

    private const double PoleM = EquatorM * (1 - Flattening);
    private const double MeanM = 6_371_008.8;
    private const double Settled = 1e-12;
    private const int MostRounds = 60;

    /// <returns>Metres; NaN only for places that are none. Nearly opposite places, where the formulae do not settle, are measured on a sphere, 0.6 % off at the most.</returns>
    public static double DistanceM(GeoPoint from, GeoPoint to) => Inverse(from, to).DistanceM;

    /// <returns>Degrees of the direction at the start, 0 to below 360, north 0, clockwise; 0 for a way without length.</returns>
    public static double BearingDeg(GeoPoint from, GeoPoint to) => Inverse(from, to).BearingDeg;

    /// <summary>Where a way ends.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="bearingDeg">Direction at the start, north 0, clockwise.</param>
    /// <param name="distanceM">Metres, 0 or more.</param>
    public static GeoPoint Destination(GeoPoint from, double bearingDeg, double distanceM)
    {
        double bearing = Radians(bearingDeg);
        var (sinU, cosU) = Reduced(from.Lat);
        double sinAlpha = cosU * Math.Sin(bearing);
        double start = Math.Atan2(sinU, cosU * Math.Cos(bearing));
        var (a, b) = Series(1 - (sinAlpha * sinAlpha));
        double straight = distanceM / (PoleM * a);
        double sigma = straight;
        for (int round = 0; round < MostRounds; round++)
        {
            double next = straight + Correction(b, sigma, Math.Cos((2 * start) + sigma));
            bool settled = Math.Abs(next - sigma) < Settled;
            sigma = next;
            if (settled)
            {
                break;
            }
        }

        return End(from, bearing, (sinU, cosU), sinAlpha, (start, sigma));
    }

    /// <summary>Metres of a degree along the meridian and along the parallel there.</summary>
    internal static (double NorthM, double EastM) DegreeAt(double lat)
    {
        const double E2 = Flattening * (2 - Flattening);
        var (sin, cos) = Math.SinCos(Radians(lat));
        double w2 = 1 - (E2 * sin * sin);
        double normal = EquatorM / Math.Sqrt(w2);
        return (Radians(normal * (1 - E2) / w2), Radians(normal * cos));
    }

    private static GeoPoint End(GeoPoint from, double bearing, (double Sin, double Cos) u, double sinAlpha, (double Start, double Length) sigma)
    {
        var (sinBearing, cosBearing) = Math.SinCos(bearing);
        var (sin, cos) = Math.SinCos(sigma.Length);
        double off = (u.Sin * sin) - (u.Cos * cos * cosBearing);
        double lat = Math.Atan2((u.Sin * cos) + (u.Cos * sin * cosBearing), (1 - Flattening) * Math.Sqrt((sinAlpha * sinAlpha) + (off * off)));
        double lambda = Math.Atan2(sin * sinBearing, (u.Cos * cos) - (u.Sin * sin * cosBearing));
        double lon = from.Lon + Degrees(lambda - Bent(sinAlpha, sigma.Length, sin, Math.Cos((2 * sigma.Start) + sigma.Length), cos));
        return new GeoPoint(Degrees(lat), Math.IEEERemainder(lon, 360));
    }

    private static (double DistanceM, double BearingDeg) Inverse(GeoPoint from, GeoPoint to)
    {
        var u1 = Reduced(from.Lat);
        var u2 = Reduced(to.Lat);
        double apart = Radians(Math.IEEERemainder(to.Lon - from.Lon, 360));
        double lambda = apart;
        for (int round = 0; round < MostRounds; round++)
        {
            var arc = Arc.Of(u1, u2, lambda);
            if (arc.Sin == 0)
            {
                return arc.Cos > 0 ? (0, 0) : Sphere(from, to);
            }

            double next = apart + Bent(arc.SinAlpha, Math.Atan2(arc.Sin, arc.Cos), arc.Sin, arc.CosMiddle, arc.Cos);
            if (Math.Abs(next - lambda) < Settled)
            {
                return Measured(u1, u2, next, arc);
            }

            lambda = next;
        }

        return Sphere(from, to);
    }

    private static (double DistanceM, double BearingDeg) Measured((double Sin, double Cos) u1, (double Sin, double Cos) u2, double lambda, Arc arc)
    {
        var (a, b) = Series(1 - (arc.SinAlpha * arc.SinAlpha));
        double sigma = Math.Atan2(arc.Sin, arc.Cos);
        double distance = PoleM * a * (sigma - Correction(b, sigma, arc.CosMiddle));
        var (sin, cos) = Math.SinCos(lambda);
        return (distance, Positive(Degrees(Math.Atan2(u2.Cos * sin, (u1.Cos * u2.Sin) - (u1.Sin * u2.Cos * cos)))));
    }

    /// <summary>By how much longitudes on the auxiliary sphere differ from those on the ellipsoid.</summary>
    private static double Bent(double sinAlpha, double sigma, double sin, double cosMiddle, double cos)
    {
        double cos2Alpha = 1 - (sinAlpha * sinAlpha);
        double c = Flattening / 16 * cos2Alpha * (4 + (Flattening * (4 - (3 * cos2Alpha))));
        return (1 - c) * Flattening * sinAlpha * (sigma + (c * sin * (cosMiddle + (c * cos * ((2 * cosMiddle * cosMiddle) - 1)))));
    }

    private static double Correction(double b, double sigma, double cosMiddle)
    {
        var (sin, cos) = Math.SinCos(sigma);
        double middle2 = cosMiddle * cosMiddle;
        double third = b / 6 * cosMiddle * ((4 * sin * sin) - 3) * ((4 * middle2) - 3);
        return b * sin * (cosMiddle + (b / 4 * ((cos * ((2 * middle2) - 1)) - third)));
    }

    private static (double A, double B) Series(double cos2Alpha)
    {
        double u2 = cos2Alpha * ((EquatorM * EquatorM) - (PoleM * PoleM)) / (PoleM * PoleM);
        return (1 + (u2 / 16384 * (4096 + (u2 * (-768 + (u2 * (320 - (175 * u2))))))), u2 / 1024 * (256 + (u2 * (-128 + (u2 * (74 - (47 * u2)))))));
    }

    private static (double DistanceM, double BearingDeg) Sphere(GeoPoint from, GeoPoint to)
    {
        var (sin1, cos1) = Math.SinCos(Radians(from.Lat));
        var (sin2, cos2) = Math.SinCos(Radians(to.Lat));
        var (sin, cos) = Math.SinCos(Radians(to.Lon - from.Lon));
        double y = cos2 * sin;
        double x = (cos1 * sin2) - (sin1 * cos2 * cos);
        return (MeanM * Math.Atan2(Math.Sqrt((x * x) + (y * y)), (sin1 * sin2) + (cos1 * cos2 * cos)), Positive(Degrees(Math.Atan2(y, x))));
    }

    private static (double Sin, double Cos) Reduced(double lat) => Math.SinCos(Math.Atan((1 - Flattening) * Math.Tan(Radians(lat))));

    private static double Radians(double degrees) => degrees * (Math.PI / 180);

    private static double Degrees(double radians) => radians * (180 / Math.PI);

    private static double Positive(double degrees) => degrees < 0 ? degrees + 360 : degrees;

    /// <summary>The way on the auxiliary sphere.</summary>
    private readonly record struct Arc(double Sin, double Cos, double SinAlpha, double CosMiddle)
    {
        public static Arc Of((double Sin, double Cos) u1, (double Sin, double Cos) u2, double lambda)
        {
            var (sinLambda, cosLambda) = Math.SinCos(lambda);
            double x = u2.Cos * sinLambda;
            double y = (u1.Cos * u2.Sin) - (u1.Sin * u2.Cos * cosLambda);
            double sin = Math.Sqrt((x * x) + (y * y));
            double cos = (u1.Sin * u2.Sin) + (u1.Cos * u2.Cos * cosLambda);
            double sinAlpha = sin == 0 ? 0 : u1.Cos * u2.Cos * sinLambda / sin;
            double cos2Alpha = 1 - (sinAlpha * sinAlpha);
            // Along the equator the middle of the way has no latitude.
            return new Arc(sin, cos, sinAlpha, cos2Alpha < 1e-15 ? 0 : cos - (2 * u1.Sin * u2.Sin / cos2Alpha));
        }
    }
}
