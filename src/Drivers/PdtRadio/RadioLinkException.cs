namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Something cannot be sent on this link as it is set up; the link itself is well.</summary>
/// <param name="reason">A short fixed word, the reason of the command that asked for it.</param>
/// <param name="message">For a technician.</param>
public sealed class RadioLinkException(string reason, string message) : Exception(message)
{
    public string Reason { get; } = reason;
}
