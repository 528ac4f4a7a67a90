namespace EdgeGateway.Protocol.Multipart;

/// <summary>What was found next in what a device says without end: an event, a sign of life, something wrong, or the end.</summary>
public interface IEventItem
{
    /// <summary>A fixed word for what was wrong and was survived; null for everything else.</summary>
    string? Fault { get; }

    bool IsHeartbeat { get; }

    /// <summary>The device closed the message in order.</summary>
    bool IsEnd { get; }
}

/// <typeparam name="TEvent">What a device tells.</typeparam>
public interface IEventItem<TEvent> : IEventItem
    where TEvent : class
{
    /// <summary>Null when it is something else.</summary>
    TEvent? Event { get; }
}
