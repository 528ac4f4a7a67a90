using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Protocol.Hikvision;

/// <summary>What was found next in a conversation with an ISAPI camera.</summary>
/// <param name="Kind">Which of the others is set.</param>
/// <param name="Event">With <see cref="IsapiItemKind.Alert"/>.</param>
/// <param name="Heartbeat">With <see cref="IsapiItemKind.Heartbeat"/>.</param>
/// <param name="Fault">With <see cref="IsapiItemKind.Fault"/>: a fixed word of <c>MultipartFaults</c>, <c>ElementFaults</c> or <see cref="IsapiFaults"/>.</param>
public readonly record struct IsapiItem(IsapiItemKind Kind, IsapiEvent? Event = null, IsapiAlert? Heartbeat = null, string? Fault = null) : IEventItem<IsapiEvent>
{
    public bool IsHeartbeat => Kind == IsapiItemKind.Heartbeat;

    public bool IsEnd => Kind == IsapiItemKind.End;

    internal static IsapiItem Of(string fault) => new(IsapiItemKind.Fault, Fault: fault);
}

/// <summary>Kinds of <see cref="IsapiItem"/>.</summary>
public enum IsapiItemKind
{
    /// <summary>An alert that is no heartbeat, with its pictures.</summary>
    Alert,

    /// <summary>A sign of life.</summary>
    Heartbeat,

    /// <summary>Something was wrong and was survived.</summary>
    Fault,

    /// <summary>The camera closed the message in order; on a stream, connect anew.</summary>
    End,
}
