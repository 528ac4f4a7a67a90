using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Geo;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>Writes what speaks for an alarm.</summary>
internal static class Proof
{
    private const string Device = "device";

    public static DroneEvidence Of(string what, Told<double> told, double? limit = null) => new(what, Rounded(told.Value), limit, told.Source, UtcMilliseconds.Text(told.Time));

    /// <summary>Each fix of a trail with how far it lies outside a fence, and how high where that is asked for.</summary>
    public static IEnumerable<DroneEvidence> Of(Trail trail, FenceSettings fence)
    {
        foreach (var fix in trail.Fixes.ToArray())
        {
            yield return At(fix, "outsideM", Rounded(fence.Area.OutsideM(fix.Value.Place)), fence.MarginM);
        }

        if (trail.Last is { Value.HeightM: { } height } last && (fence.FloorM ?? fence.CeilingM) is not null)
        {
            yield return new DroneEvidence("heightM", Rounded(height), height < fence.FloorM ? fence.FloorM : fence.CeilingM ?? fence.FloorM, last.Source, UtcMilliseconds.Text(last.Time));
        }
    }

    public static DroneEvidence At(Told<Fix> fix, string what, double? value = null, double? limit = null) =>
        new(what, value, limit, fix.Source, UtcMilliseconds.Text(fix.Time), fix.Value.Place.ToPosition(Device));

    /// <summary>To a tenth: what was measured is no better.</summary>
    private static double Rounded(double value) => Math.Round(value, 1);
}
