namespace EdgeGateway.Drivers.Transport;

/// <summary>An answer of a driver, or a refusal that is to be counted; exactly one of the two.</summary>
internal readonly record struct InboxReply(InboxAnswer? Answer, InboxRefusal? Refusal)
{
    public static implicit operator InboxReply(InboxAnswer answer) => new(answer, null);

    public static implicit operator InboxReply(InboxRefusal refusal) => new(null, refusal);
}
