using EdgeGateway.Protocol.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>An entry that a plate matches.</summary>
/// <param name="Origin">Whose entry.</param>
/// <param name="Entry">The entry; null when its record cannot be read any more, and then the plate is known to match and nothing else.</param>
/// <param name="IsExact">The plate is the one, to the last character.</param>
/// <param name="Cost">How far apart they are, 0 to 0.6 (plate-camera.md section 5.5).</param>
public readonly record struct HotListFind(string Origin, HotListEntry? Entry, bool IsExact, double Cost);
