using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Cameras;

/// <param name="Messages">Bodies in the order they are sent; two when the pictures follow by themselves.</param>
/// <param name="Truth">What a gateway must have understood when it has accepted all of them.</param>
public sealed record CameraStatement(IReadOnlyList<byte[]> Messages, TruthLine Truth);
