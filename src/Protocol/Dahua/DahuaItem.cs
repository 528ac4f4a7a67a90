using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>What was found next in a conversation with the camera.</summary>
/// <param name="Kind">Which of the others is set.</param>
/// <param name="Event">With <see cref="DahuaItemKind.Event"/>.</param>
/// <param name="Fault">With <see cref="DahuaItemKind.Fault"/>: a fixed word of <c>MultipartFaults</c> or <see cref="DahuaFaults"/>.</param>
public readonly record struct DahuaItem(DahuaItemKind Kind, DahuaEvent? Event = null, string? Fault = null) : IEventItem<DahuaEvent>
{
    public bool IsHeartbeat => Kind == DahuaItemKind.Heartbeat;

    public bool IsEnd => Kind == DahuaItemKind.End;

    internal static DahuaItem Of(string fault) => new(DahuaItemKind.Fault, Fault: fault);
}

/// <summary>Kinds of <see cref="DahuaItem"/>.</summary>
public enum DahuaItemKind
{
    /// <summary>An event with the pictures that came behind it.</summary>
    Event,

    /// <summary>A sign of life.</summary>
    Heartbeat,

    /// <summary>Something was wrong and was survived.</summary>
    Fault,

    /// <summary>The camera closed the message in order; on a stream, connect anew.</summary>
    End,
}
