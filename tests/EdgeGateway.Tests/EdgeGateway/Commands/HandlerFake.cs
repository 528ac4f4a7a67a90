using System.Collections.Concurrent;
using EdgeGateway.Commands;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Tests.EdgeGateway.Commands;

/// <summary>Does what the test says, and notes what it was asked.</summary>
public sealed class HandlerFake(string name) : ICommandHandler
{
    public ConcurrentQueue<Command> Executed { get; } = new();

    public Func<Command, CancellationToken, ValueTask<CommandOutcome>> Do { get; set; } = (_, _) => ValueTask.FromResult(CommandOutcome.Done());

    public string Name => name;

    public ValueTask<CommandOutcome> ExecuteAsync(Command command, CancellationToken ct)
    {
        Executed.Enqueue(command);
        return Do(command, ct);
    }
}
