using System.Net;
using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>The way of a message to or from a radio.</summary>
/// <param name="Radio">Who it is for; ignored where everything goes through one radio.</param>
/// <param name="IsGroup">Whether that is a group.</param>
/// <param name="Slot">Slot of a repeater, 1 or 2; null where there is none, or any will do.</param>
/// <param name="Back">Where it came from, for answers: who sits behind a translated address is only reached there (pdt-radio.md section 15, Q6).</param>
public readonly record struct RadioRoute(RadioIp Radio, bool IsGroup = false, int? Slot = null, IPEndPoint? Back = null);
