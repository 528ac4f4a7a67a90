using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>One message with what is known beside it.</summary>
/// <param name="Message">As it came.</param>
/// <param name="Content">What it says.</param>
/// <param name="Received">By the gateway's clock.</param>
/// <param name="Slot">Of a repeater; null where there is none.</param>
/// <param name="OwnId">The radio on this link, which some messages are about without naming it; null as long as it did not say.</param>
internal sealed record Heard(HdapMessage Message, HdapContent Content, DateTimeOffset Received, int? Slot, long? OwnId);
