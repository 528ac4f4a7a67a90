namespace EdgeGateway.Configuration;

/// <summary>One sort of statement that a record may wait for.</summary>
public enum PartWord
{
    /// <summary>A scanner's verdict.</summary>
    Scan,

    /// <summary>A picture, from whatever device.</summary>
    Picture,

    Barcode,

    Plc,

    /// <summary>What a person did at a desk.</summary>
    Desk,
}
