using EdgeGateway.Commands;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Uplink.State;

namespace EdgeGateway.Uplink.Orders;

/// <summary><c>gateway.announce</c>: everything retained is said again (contract section 1).</summary>
public sealed class AnnounceHandler(StatePublisher publisher) : ICommandHandler
{
    public string Name => "gateway.announce";

    public ValueTask<CommandOutcome> ExecuteAsync(Command command, CancellationToken ct)
    {
        publisher.SayAgain();
        return ValueTask.FromResult(CommandOutcome.Done());
    }
}
