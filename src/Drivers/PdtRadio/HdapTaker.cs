using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Makes one message safe. The transport acknowledges it only then.</summary>
/// <param name="message">As it came.</param>
/// <param name="route">The way back.</param>
/// <param name="ct">Stops; the message is not safe.</param>
/// <returns>What comes behind the acknowledgement of the transport.</returns>
/// <exception cref="StoreRefusedException">The disk did not take it.</exception>
public delegate Task<HdapTaken> HdapTaker(HdapMessage message, RadioRoute route, CancellationToken ct);

/// <summary>A message is safe, or needs not be.</summary>
/// <param name="Answers">What is to be said behind the acknowledgement of the transport; often nothing.</param>
/// <param name="Acknowledged">To be called behind it: lets go on who waits for a reply and must not overtake its acknowledgement (pdt-radio.md section 8.2).</param>
public readonly record struct HdapTaken(IReadOnlyList<HdapMessage> Answers, Action? Acknowledged = null)
{
    public static readonly HdapTaken Nothing = new([]);
}
