using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>A device cannot be talked to; the kind decides what the host does next.</summary>
/// <param name="kind">The closed vocabulary of the host.</param>
/// <param name="message">What was seen, and what to do next, in one sentence a technician understands.</param>
/// <param name="wait">Only with <see cref="FaultKind.Busy"/>: how long the device asks us to stay away.</param>
/// <param name="inner">What was caught, when something was.</param>
public sealed class DeviceFaultException(FaultKind kind, string message, TimeSpan? wait = null, Exception? inner = null)
    : Exception(message, inner)
{
    public FaultKind Kind { get; } = kind;

    public TimeSpan? Wait { get; } = wait;
}
