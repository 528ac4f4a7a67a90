using EdgeGateway.Configuration;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>A fence as a body of air.</summary>
internal static class FenceVolume
{
    /// <returns>Metres that a fix lies outside, over ground or up and down, whichever is more; 0 inside. What told no height is judged by its place alone.</returns>
    public static double OutsideM(this FenceSettings fence, Fix fix) => Math.Max(fence.Area.OutsideM(fix.Place), fence.VerticalM(fix.HeightM));

    /// <returns>Metres below the floor or above the ceiling; 0 between them.</returns>
    public static double VerticalM(this FenceSettings fence, double? heightM) =>
        heightM is { } height ? Math.Max(0, Math.Max((fence.FloorM - height) ?? 0, (height - fence.CeilingM) ?? 0)) : 0;
}
