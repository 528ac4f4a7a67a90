namespace EdgeGateway.Drivers.Transport;

/// <summary>
/// A path that a protocol fixes for all its devices, such as <c>/VIID/...</c>: who sends is said in the request and not in
/// the path. One instance a protocol, shared by all its drivers.
/// </summary>
public sealed record InboxRoot
{
    /// <summary>First segment of the path, compared without letter case; a device of that id cannot be reached by token.</summary>
    public required string Name { get; init; }

    /// <summary>Finds who a request claims to be, from its head; null when the head does not say.</summary>
    public required Func<InboxHead, string?> IdentityOf { get; init; }

    /// <summary>Finds it in a small body, for requests whose head does not say; null when it does not either.</summary>
    public required Func<InboxHead, ReadOnlyMemory<byte>, string?> IdentityInBody { get; init; }

    /// <summary>Requests that <see cref="InboxClaim.Anonymous"/> answers before their body is read, such as the time of day.</summary>
    public required Func<InboxHead, bool> IsForAnybody { get; init; }

    /// <summary>What an unknown identity, or none, is told.</summary>
    public required Func<InboxHead, InboxAnswer> Unknown { get; init; }
}
