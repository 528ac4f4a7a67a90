using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Commands.HotList;

/// <summary><c>hotlist.remove</c>: <c>{ "list": "platform", "ids": [ … ] }</c>. The answer's reason is <c>removed-N</c>; ids that were not there do not count.</summary>
public sealed class RemoveHandler(HotListClerk clerk) : ICommandHandler
{
    public string Name => HotListActor.Remove;

    public async ValueTask<CommandOutcome> ExecuteAsync(Command command, CancellationToken ct)
    {
        if (HotListArguments.Origin(command.Args) is not { } origin || HotListArguments.Ids(command.Args) is not { } ids)
        {
            return CommandOutcome.Failed(HotListArguments.Bad);
        }

        try
        {
            int removed = await clerk.RemoveAsync(new HotListActor(HotListActor.Remove, command.Id, command.Issuer), origin, ids, null, ct).ConfigureAwait(false);
            return CommandOutcome.Done(string.Create(CultureInfo.InvariantCulture, $"removed-{removed}"));
        }
        catch (StoreRefusedException)
        {
            return CommandOutcome.Failed(HotListArguments.Disk);
        }
    }
}
