namespace EdgeGateway.Protocol.Barcodes;

/// <summary>How a bar code reader shows where a code begins and ends.</summary>
public enum CodeTerminator
{
    /// <summary>CR, LF or both end a code.</summary>
    Line,

    /// <summary>CR and only CR ends a code.</summary>
    Cr,

    /// <summary>LF and only LF ends a code.</summary>
    Lf,

    /// <summary>CR with LF behind it ends a code.</summary>
    CrLf,

    /// <summary>STX begins a code and ETX ends it.</summary>
    StxEtx,
}
