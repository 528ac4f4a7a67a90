using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>What the way to the disk asks of every reading: whether somebody looks for it.</summary>
public interface IPlateWatch
{
    /// <summary>Completes when it can be asked; until then readings wait.</summary>
    Task Ready { get; }

    /// <param name="reading">Normalised.</param>
    /// <returns>Alarms that go in front of the reading; mostly none, and the same empty list.</returns>
    IReadOnlyList<PlateHit> Look(Reading reading);
}

/// <summary>One alarm.</summary>
/// <param name="Reading">The reading of kind <c>plate.hit</c>.</param>
/// <param name="Key">Names the pair of entry and passage: the same for a device's repeat.</param>
/// <param name="Told">Completes when the notice to the entry's origin is on disk; completed when it wants none.</param>
public readonly record struct PlateHit(Reading Reading, UInt128 Key, Task Told);
