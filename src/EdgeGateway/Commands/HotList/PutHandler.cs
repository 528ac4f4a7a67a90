using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Commands.HotList;

/// <summary>
/// <c>hotlist.put</c>: <c>{ "list": "platform", "entries": [ … ] }</c>: adds entries, or replaces those with the same id. Done when they are on
/// disk and looked for: <c>put-3</c>, or <c>put-2-refused-1</c>, and an audit reading names which and why. Failed, with the reason of the
/// first, when none was taken.
/// </summary>
public sealed class PutHandler(HotListClerk clerk) : ICommandHandler
{
    public string Name => HotListActor.Put;

    public async ValueTask<CommandOutcome> ExecuteAsync(Command command, CancellationToken ct)
    {
        if (HotListArguments.Origin(command.Args) is not { } origin || HotListArguments.Entries(command.Args) is not { } entries)
        {
            return CommandOutcome.Failed(HotListArguments.Bad);
        }

        try
        {
            var verdicts = await clerk.PutAsync(new HotListActor(HotListActor.Put, command.Id, command.Issuer), origin, entries, ct).ConfigureAwait(false);
            int refused = verdicts.Count(static verdict => verdict.Refusal is not null);
            return refused == 0 ? CommandOutcome.Done(string.Create(CultureInfo.InvariantCulture, $"put-{verdicts.Count}"))
                : refused < verdicts.Count ? CommandOutcome.Done(string.Create(CultureInfo.InvariantCulture, $"put-{verdicts.Count - refused}-refused-{refused}"))
                : CommandOutcome.Failed(verdicts[0].Refusal!);
        }
        catch (StoreRefusedException)
        {
            return CommandOutcome.Failed(HotListArguments.Disk);
        }
    }
}
