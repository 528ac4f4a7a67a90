using EdgeGateway.Commands;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Store;
using EdgeGateway.Uplink.Confirmation;

namespace EdgeGateway.Uplink.Orders;

/// <summary>
/// <c>media.fetch</c>: <c>{ "sha256": "…" }</c>: the picture or file goes up next, ahead of all that nobody asked for.
/// Done means that it is on its way; <c>not-here</c> that it was delivered and forgotten, dropped, or never was.
/// </summary>
public sealed class FetchHandler(IMediaStore media, Delivery delivery) : ICommandHandler
{
    public string Name => "media.fetch";

    public async ValueTask<CommandOutcome> ExecuteAsync(Command command, CancellationToken ct)
    {
        if (command.Args.Word("sha256") is not { } sha256)
        {
            return CommandOutcome.Failed(OrderArguments.Bad);
        }

        if (!await media.WantAsync(sha256, ct).ConfigureAwait(false))
        {
            return CommandOutcome.Failed("not-here");
        }

        // A platform that asks for it has not got it, whatever the broker took.
        delivery.Media.SendAgain(sha256);
        return CommandOutcome.Done();
    }
}
