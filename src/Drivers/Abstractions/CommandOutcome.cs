using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>How the execution of a command ended.</summary>
/// <param name="State"><see cref="CommandState.Done"/>, <see cref="CommandState.Failed"/> or <see cref="CommandState.Unknown"/>.</param>
/// <param name="Reason">A short fixed word such as <c>bad-arguments</c>, at most 64 characters; null when there is nothing to explain.</param>
public readonly record struct CommandOutcome(CommandState State, string? Reason)
{
    /// <summary>The device, or the gateway, has confirmed it.</summary>
    public static CommandOutcome Done(string? reason = null) => new(CommandState.Done, reason);

    /// <summary>It certainly had no effect.</summary>
    public static CommandOutcome Failed(string reason) => new(CommandState.Failed, reason);

    /// <summary>It was begun, and nobody can say whether it had its effect.</summary>
    public static CommandOutcome Unknown(string reason) => new(CommandState.Unknown, reason);
}
