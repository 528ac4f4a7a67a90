namespace EdgeGateway.Drivers.Transport;

/// <summary>What is done with a request on a shared root, decided by its head.</summary>
public sealed class InboxAdmission
{
    private InboxAdmission()
    {
    }

    internal InboxAnswer? Answer { get; private init; }

    internal InboxHandler? Handler { get; private init; }

    internal bool IsTrusted { get; private init; }

    /// <summary>Told at once; the body is not looked at.</summary>
    public static InboxAdmission Tell(InboxAnswer answer) => new() { Answer = answer };

    /// <summary>The sender has proved who it is: a body up to the limit of the inbox, on the device's own share of memory.</summary>
    public static InboxAdmission Trust(InboxHandler handler) => new() { Handler = handler, IsTrusted = true };

    /// <summary>It has not: a small body, within what all strangers share.</summary>
    public static InboxAdmission Hear(InboxHandler handler) => new() { Handler = handler };
}
