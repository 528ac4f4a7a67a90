namespace EdgeGateway.Protocol.Nmea;

/// <summary>Fix data: quality, satellites, altitude. Raw texts; an empty one is unknown, never 0.</summary>
public sealed record NmeaGga(NmeaSentence Sentence)
{
    public const string TypeName = "GGA";

    /// <summary>Behind the address.</summary>
    public const int LeastValues = 14;

    public string Time => Sentence[0];

    public string Latitude => Sentence[1];

    public string LatitudeSide => Sentence[2];

    public string Longitude => Sentence[3];

    public string LongitudeSide => Sentence[4];

    /// <summary>0 none, 1 GPS, 2 differential, 4 and 5 real-time kinematic, 6 estimated, 7 by hand, 8 simulator.</summary>
    public string Quality => Sentence[5];

    public string Satellites => Sentence[6];

    public string Hdop => Sentence[7];

    /// <summary>Above mean sea level.</summary>
    public string AltitudeM => Sentence[8];

    /// <summary>Whether the receiver says that there is no fix, or nothing about it.</summary>
    public bool HasFix => Quality is not ("0" or "");
}
