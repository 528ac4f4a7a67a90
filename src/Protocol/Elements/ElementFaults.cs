namespace EdgeGateway.Protocol.Elements;

/// <summary>The fixed words for documents that are refused.</summary>
public static class ElementFaults
{
    /// <summary>A document type definition: never needed, and a way to attack.</summary>
    public const string Dtd = "xml-dtd";

    /// <summary>More than 4,096 elements, or deeper than 32.</summary>
    public const string TooLarge = "document-too-large";

    /// <summary>Not JSON, or not an object.</summary>
    public const string Json = "json-broken";
}
