namespace EdgeGateway.Protocol.TetraPei;

/// <summary>Why a line was dropped.</summary>
public static class PeiFaults
{
    /// <summary>Longer than <see cref="PeiLines.Longest"/>.</summary>
    public const string TooLong = "pei-line-too-long";

    /// <summary>Bytes that are no text.</summary>
    public const string Garbled = "pei-line-garbled";

    /// <summary>A header announces data, and the next line is none.</summary>
    public const string DataMissing = "pei-data-missing";

    /// <summary>Fewer digits than bits announced.</summary>
    public const string DataShort = "pei-data-short";

    /// <summary>The fields of a header cannot be told apart, or are no numbers.</summary>
    public const string Header = "pei-header";

    /// <summary>A line about a call without the fields that every such line has.</summary>
    public const string Call = "pei-call";
}
