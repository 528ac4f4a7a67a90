using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Sensors;

/// <summary>One message and what must become of it.</summary>
/// <param name="Topic">On MQTT; over HTTP what stands behind the token.</param>
/// <param name="Text">As it goes out.</param>
/// <param name="Truth">Readings that it is to make; none of a wrong one.</param>
public sealed record SensorMessage(string Topic, string Text, IReadOnlyList<TruthLine> Truth);
