namespace EdgeGateway.EndToEnd.Drones;

/// <summary>How wide a patrol and its fences are, metres from home.</summary>
/// <param name="RadiusM">Of the patrol.</param>
/// <param name="FenceM">Nobody of ours is to be further out.</param>
/// <param name="KeepOutM">No stranger is to be nearer.</param>
/// <param name="FarM">With a low battery that is far.</param>
internal sealed record PatrolSize(double RadiusM, double FenceM, double KeepOutM, double FarM)
{
    public static readonly PatrolSize Short = new(50, 75, 30, 40);

    /// <summary>As harbour-patrol.json says.</summary>
    public static readonly PatrolSize Harbour = new(120, 180, 60, 90);
}
