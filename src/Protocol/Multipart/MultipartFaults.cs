namespace EdgeGateway.Protocol.Multipart;

/// <summary>The fixed words for what can be wrong with a multipart message and be survived.</summary>
public static class MultipartFaults
{
    /// <summary>Text stood where a boundary was due.</summary>
    public const string Garbage = "garbage-between-parts";

    /// <summary>The boundary in use is not the one announced.</summary>
    public const string BoundaryMismatch = "boundary-mismatch";

    /// <summary>A boundary line is damaged; the length of the part before it gave it away.</summary>
    public const string BoundaryBroken = "boundary-broken";

    /// <summary>8 MB went by without a boundary; they are dropped.</summary>
    public const string NoBoundary = "no-boundary";

    /// <summary>A part announces more than 16 MB; it is dropped.</summary>
    public const string PartTooLarge = "part-too-large";

    /// <summary>A header block is longer than 16 KB; the part is dropped.</summary>
    public const string HeadersTooLarge = "headers-too-large";

    /// <summary>A boundary stands inside a header block; the part is dropped.</summary>
    public const string HeadersBroken = "headers-broken";

    /// <summary>Content-Length is not where the next boundary stands; the boundary was believed.</summary>
    public const string WrongLength = "wrong-content-length";
}
