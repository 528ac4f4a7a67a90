namespace EdgeGateway.Drivers.Transport;

/// <summary>One device's part of a shared root.</summary>
public sealed record InboxClaim
{
    /// <summary>Device id from the configuration, for counters.</summary>
    public required string Device { get; init; }

    public required InboxRoot Root { get; init; }

    /// <summary>Who the device is in its own protocol.</summary>
    public required string Identity { get; init; }

    /// <summary>
    /// Answers, for all devices of the root, a request that does not say who sends it: the time of day, or a challenge that
    /// makes the sender say it. Null when this device has no such answer; asked is one of those that are there.
    /// </summary>
    public Func<InboxHead, InboxAnswer?>? Anonymous { get; init; }

    /// <summary>Asked before the body is read: the identity is a claim, and a stranger must not fill the memory of a device.</summary>
    public required Func<InboxHead, InboxAdmission> Admit { get; init; }
}
