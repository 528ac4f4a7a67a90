using EdgeGateway.Protocol.Dicos;

namespace EdgeGateway.Tests.Protocol.Dicos;

/// <summary>The rectangle of an object (xray.md section 1.5).</summary>
public sealed class DicosRepresentationTests
{
    [Fact]
    public void Box_RegionWhoseEndIsBeyondAllNumbers_IsNone()
    {
        Assert.Null(Of([1e308, 0, 0], [1e308, 1, 1]).Box());
        Assert.Equal((10, 20, 14, 26), Of([10, 20, 0], [4, 6, 0]).Box());
    }

    private static DicosRepresentation Of(IReadOnlyList<double> from, IReadOnlyList<double> extents) => new() { RegionBase = from, RegionExtents = extents };
}
