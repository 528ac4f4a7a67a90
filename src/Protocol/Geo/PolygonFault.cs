namespace EdgeGateway.Protocol.Geo;

/// <summary>Why corners make no area that can be worked with.</summary>
public enum PolygonFault
{
    None,

    /// <summary>Fewer than three.</summary>
    TooFew,

    /// <summary>More than <see cref="PolygonCheck.MostCorners"/>.</summary>
    TooMany,

    /// <summary>One lies not on the earth, or is no number.</summary>
    NotOnEarth,

    /// <summary>One stands in the list twice in a row, the first again at the end included.</summary>
    Repeated,

    /// <summary>It goes over the meridian of 180 degrees, where longitudes jump.</summary>
    Antimeridian,

    /// <summary>Two of its edges cross or touch.</summary>
    CrossesItself,

    /// <summary>More than <see cref="PolygonCheck.MostAcrossM"/> from one corner to another.</summary>
    TooLarge,
}
