namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>A command as it came.</summary>
/// <param name="Name">Interface and message.</param>
/// <param name="RequestId">Chosen by the client.</param>
/// <param name="Version">Of the message; null when none was said.</param>
internal sealed record XfsCommand(string Name, long RequestId, string? Version)
{
    public string Interface => Name[..Name.IndexOf('.', StringComparison.Ordinal)];
}

/// <summary>What a message does to the kiosk that hears it (kiosk.md section 1.4).</summary>
internal enum XfsEffect
{
    /// <summary>Acknowledge and completion.</summary>
    Answered,

    /// <summary>Only this socket is dropped.</summary>
    LinkDropped,

    /// <summary>The whole process ends, customers and all.</summary>
    ProcessEnded,

    /// <summary>So it does, after an acknowledge.</summary>
    AcknowledgedAndEnded,
}

/// <param name="Effect">What it does.</param>
/// <param name="Command">Null when it is none.</param>
/// <param name="Breach">What a gateway must never have sent; null when it may.</param>
internal sealed record XfsHeard(XfsEffect Effect, XfsCommand? Command, string? Breach = null);

/// <summary>How a command ended.</summary>
internal enum XfsEnd
{
    Done,

    /// <summary>Not taken, or not carried out.</summary>
    Failed,

    /// <summary>Asking once more in another version is right.</summary>
    WrongVersion,
}

/// <param name="End">How it ended.</param>
/// <param name="Completion">The message.</param>
/// <param name="Before">Events of this command that come first.</param>
internal sealed record XfsReply(XfsEnd End, byte[] Completion, params IReadOnlyList<byte[]> Before);
