namespace EdgeGateway.Protocol.Nmea;

/// <summary>Recommended minimum data: position, date and speed. Raw texts; an empty one is unknown, never 0.</summary>
public sealed record NmeaRmc(NmeaSentence Sentence)
{
    public const string TypeName = "RMC";

    /// <summary>
    /// Behind the address; with it 12, as up to version 2.2. Version 2.3 added the mode, 4.1 the navigational status, and later
    /// ones may add more.
    /// </summary>
    public const int LeastValues = 11;

    /// <summary>Whether the receiver has a fix: status A. Mode N says no by itself.</summary>
    public bool HasFix => Sentence[1] == "A" && Mode != "N";

    public string Time => Sentence[0];

    public string Date => Sentence[8];

    public string Latitude => Sentence[2];

    public string LatitudeSide => Sentence[3];

    public string Longitude => Sentence[4];

    public string LongitudeSide => Sentence[5];

    public string SpeedKnots => Sentence[6];

    public string CourseDeg => Sentence[7];

    /// <summary>A autonomous, D differential, E estimated, F and R real-time kinematic, M by hand, N none, P precise, S simulator.</summary>
    public string Mode => Sentence[11];
}
