using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Makes one message safe. The transport acknowledges it only then.</summary>
/// <param name="message">As it came.</param>
/// <param name="route">The way back.</param>
/// <param name="ct">Stops; the message is not safe.</param>
/// <returns>What is to be answered behind the acknowledgement of the transport; often nothing.</returns>
/// <exception cref="StoreRefusedException">The disk did not take it.</exception>
public delegate Task<IReadOnlyList<HdapMessage>> HdapTaker(HdapMessage message, RadioRoute route, CancellationToken ct);
