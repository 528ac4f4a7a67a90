namespace EdgeGateway.Protocol.Nmea;

/// <summary>Why bytes gave no sentence; short fixed words.</summary>
public static class NmeaFaults
{
    /// <summary>Bytes between two sentences, or a line that is none; once a run.</summary>
    public const string Noise = "noise";

    /// <summary>A sentence began and the next began inside it, or its line or the input ended.</summary>
    public const string CutOff = "cut-off";

    /// <summary>A whole line without a checksum.</summary>
    public const string NoChecksum = "no-checksum";

    /// <summary>The checksum is another than that of the bytes, or is none.</summary>
    public const string Checksum = "checksum";

    /// <summary>More than <see cref="NmeaReader.Longest"/> characters.</summary>
    public const string TooLong = "too-long";

    /// <summary>A byte that is no printable ASCII stands inside.</summary>
    public const string NotAscii = "not-ascii";

    /// <summary>The checksum is right, and no address of a talker and a type stands in front.</summary>
    public const string Address = "address";

    /// <summary>The checksum is right, and the sentence has fewer values than its type ever had.</summary>
    public const string TooFewValues = "too-few-values";
}
