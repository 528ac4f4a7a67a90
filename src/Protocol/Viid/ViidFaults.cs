namespace EdgeGateway.Protocol.Viid;

/// <summary>The fixed words for bodies that are refused.</summary>
public static class ViidFaults
{
    /// <summary>No opening brace in it.</summary>
    public const string NoJson = "no-json";

    /// <summary>Not JSON, or cut off.</summary>
    public const string Broken = "json-broken";

    /// <summary>Longer than 32 MB, more than 100,000 values, or deeper than 32.</summary>
    public const string TooLarge = "body-too-large";

    /// <summary>Neither UTF-8 nor anything that could be GB18030.</summary>
    public const string Charset = "charset-unknown";

    /// <summary>JSON, but none of the objects that are known here.</summary>
    public const string UnknownObject = "unknown-object";
}
