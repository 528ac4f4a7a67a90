using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>The way to the radio or repeater at hand.</summary>
public interface IRadioLink
{
    /// <summary>Our own address, the sender of our texts; null while it is not known.</summary>
    RadioIp? Own { get; }

    /// <summary>Sends one message.</summary>
    /// <returns>True when the radio or repeater at hand has acknowledged it; false where the transport has no acknowledgement.</returns>
    /// <exception cref="DeviceFaultException">It was never acknowledged, or the link is gone; the conversation ends.</exception>
    Task<bool> SendAsync(HdapMessage message, RadioRoute route, CancellationToken ct);
}
