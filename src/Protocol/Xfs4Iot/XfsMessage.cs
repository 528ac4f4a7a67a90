namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>One message of a service. Of what it says at most one is not null; what is not here was never kept.</summary>
public sealed record XfsMessage
{
    public required XfsMessageKind Kind { get; init; }

    /// <summary>As section 1 and 2 spell it; always one that is read.</summary>
    public required string Name { get; init; }

    /// <summary>As sent: <c>acknowledge</c>, <c>event</c>, <c>completion</c> or <c>unsolicited</c>; <see cref="Kind"/> says what it means.</summary>
    public required string Type { get; init; }

    /// <summary>The command that it belongs to; null for what is unsolicited.</summary>
    public XfsCommand? Command { get; init; }

    /// <summary>1 and more; null for what is unsolicited.</summary>
    public long? RequestId { get; init; }

    /// <summary>The same as it was written: some put 0 on what is unsolicited. Null when it was not there.</summary>
    public long? WrittenId { get; init; }

    /// <summary>Of this message, which need not be that of its command.</summary>
    public XfsVersion? Version { get; init; }

    /// <summary>Of an acknowledge: why the command was not taken; null when it was.</summary>
    public string? Refusal { get; init; }

    /// <summary>Of a completion.</summary>
    public XfsCompletion? Completion { get; init; }

    /// <summary>What a publisher offers.</summary>
    public XfsServices? Services { get; init; }

    public XfsCapabilities? Capabilities { get; init; }

    /// <summary>The whole status of a service, in a completion.</summary>
    public XfsTree? Status { get; init; }

    public XfsStorage? Storage { get; init; }

    /// <summary>Of an unsolicited message.</summary>
    public XfsFact? Fact { get; init; }

    /// <summary>How many values were there that no table has; every good message has some.</summary>
    public int Ignored { get; init; }

    /// <summary>How many were of another type than they should be, such as a number as text, or had a name that could be a person's, or were too many.</summary>
    public int Refused { get; init; }
}
