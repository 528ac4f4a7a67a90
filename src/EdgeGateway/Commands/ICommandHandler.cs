using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Commands;

/// <summary>Carries out one kind of command that is addressed to the gateway itself; registered with the container, one a name.</summary>
public interface ICommandHandler
{
    /// <summary>For example <c>uplink.pace</c>.</summary>
    string Name { get; }

    /// <summary>Never called twice for one command, never two commands of the gateway at a time.</summary>
    /// <param name="command">Checked, allowed and in its time; its arguments are for the handler to check.</param>
    /// <param name="ct">The time limit, or the end of the gateway.</param>
    /// <returns>What came of it; an exception counts as failed.</returns>
    ValueTask<CommandOutcome> ExecuteAsync(Command command, CancellationToken ct);
}
